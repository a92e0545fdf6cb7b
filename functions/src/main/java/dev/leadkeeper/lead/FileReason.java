package dev.leadkeeper.lead;

import java.util.Locale;
import java.util.Optional;

/** Why a file is rejected, in order of weight, in words that a rep understands: what is wrong, and what to do. */
public enum FileReason implements Worded {
    MALWARE("扫描发现恶意软件，文件已隔离。请勿再打开此文件，并联系管理员检查您的电脑。",
            "Malware was found in this file. Do not open it again, and ask your administrator to check your computer."),
    MACROS("文件含有宏（可执行代码），仅改扩展名也能识别。请在 Office/WPS 中另存为不含宏的 .pptx/.docx/.xlsx，或导出为 PDF 后重新上传。",
            "The file contains macros (code that runs), which renaming does not hide. Save it without macros as .pptx, .docx or .xlsx, or export it as PDF, and upload it again."),
    ACTIVE_CONTENT("文件含有可自动运行的内容（脚本、启动程序或控件）。请用“打印为 PDF”或“导出”重新生成后上传。",
            "The file contains content that runs by itself (a script, a program to start, or a control). Make it anew with \"Print to PDF\" or \"Export\" and upload that."),
    EMBEDDED_FILES("文件内夹带了其他文件（附件或压缩包）。请去掉后重新上传；附件如需作为证据，请单独上传。",
            "The file carries other files inside (attachments, or a package). Remove them and upload it again; upload an attachment by itself if it is evidence."),
    PROGRAM("这是一个程序或脚本，不能作为证据。请上传文档、图片或录音。",
            "This is a program or script and cannot be evidence. Upload a document, a picture or a recording."),
    UNSAFE_PACKAGE("文件内部结构异常（路径越界或重复条目），可能被人为篡改。请用原软件重新保存后上传。",
            "The inside of the file is built in an unsafe way (entries that point elsewhere, or twice). Save it anew with the program that made it and upload that."),
    BOMB("文件解压后异常巨大，疑似压缩炸弹。请用原软件重新保存后上传；图片请缩小后再上传。",
            "Unpacked, the file is out of all proportion, as a decompression bomb is. Save it anew with the program that made it and upload that."),
    TOO_COMPLEX("文件过于复杂，无法在限定时间内检查。请导出为普通 PDF 或拆分成几个文件后上传。",
            "The file is too complex to be checked within the limits. Export it as a plain PDF, or split it into several files."),
    TOO_MANY_PIXELS("图片像素过大（上限 2.2 亿像素）。请缩小尺寸后重新上传。",
            "The picture has too many pixels (at most 220 million). Make it smaller and upload it again."),
    ENCRYPTED("文件设有打开密码，无法核验。请取消密码后重新上传。",
            "The file asks for a password to be opened, so it cannot be checked. Remove the password and upload it again."),
    EMPTY("文件是空的。请确认文件已保存完整后重新上传。",
            "The file is empty. Make sure that it was saved and upload it again."),
    DIFFERENT_SIZE("上传的文件大小与登记的不一致，可能选错了文件或上传中断。请重新登记并上传。",
            "The uploaded file has another size than was declared: another file was chosen, or the upload broke off. Declare and upload it again."),
    DIFFERENT_CONTENT("上传的内容与登记的文件不是同一份（校验值不一致）。请重新登记并上传要提交的那一份。",
            "What was uploaded is not the file that was declared (its hash differs). Declare and upload the one that you mean."),
    DAMAGED("文件已损坏，无法完整读取。请在电脑上确认能打开到最后一页，然后重新保存并上传。",
            "The file is damaged and cannot be read to the end. Check that it opens up to its last page, save it anew and upload that."),
    NOTHING_IN_IT("文件里没有实际内容（没有页面、画面或声音）。请检查后重新上传。",
            "There is nothing in the file: no page, no picture, no sound. Check it and upload it again."),
    WRONG_TYPE("文件的真实类型与文件名或登记的类型不符。请用正确的扩展名或另存为所需格式后重新上传。",
            "What the file really is does not go with its name or declared type. Use the right extension, or save it in the right format, and upload it again."),
    UNSUPPORTED("不支持此文件类型。可上传：PDF、PPT/PPTX、DOC/DOCX、XLS/XLSX、JPG/PNG/GIF/BMP/TIFF/WEBP/HEIC 图片、MP3/M4A/AAC/WAV/AMR/SILK/OGG 录音、文本、EML 邮件。",
            "This type of file is not supported. Possible are: PDF, PPT/PPTX, DOC/DOCX, XLS/XLSX, pictures as JPG/PNG/GIF/BMP/TIFF/WEBP/HEIC, recordings as MP3/M4A/AAC/WAV/AMR/SILK/OGG, text, and mail as EML.");

    private final Term term;

    FileReason(String zh, String en) {
        this.term = new Term(name().toLowerCase(Locale.ROOT).replace('_', '-'), zh, en);
    }

    @Override
    public Term term() {
        return term;
    }

    /** The reason of a word, if there is one. */
    public static Optional<FileReason> of(String word) {
        return Worded.find(values(), word);
    }
}
