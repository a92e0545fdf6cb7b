package dev.leadkeeper.evidence.check;

import static dev.leadkeeper.evidence.check.Format.AAC;
import static dev.leadkeeper.evidence.check.Format.AMR;
import static dev.leadkeeper.evidence.check.Format.M4A;
import static dev.leadkeeper.evidence.check.Format.MAIL;
import static dev.leadkeeper.evidence.check.Format.MP3;
import static dev.leadkeeper.evidence.check.Format.OGG;
import static dev.leadkeeper.evidence.check.Format.PDF;
import static dev.leadkeeper.evidence.check.Format.SILK;
import static dev.leadkeeper.evidence.check.Format.TEXT;
import static dev.leadkeeper.evidence.check.Format.WAV;
import static dev.leadkeeper.evidence.check.PdfSamples.concat;
import static dev.leadkeeper.evidence.check.PictureSamples.box;
import static dev.leadkeeper.evidence.check.PictureSamples.chunk;
import static dev.leadkeeper.evidence.check.Sample.rejected;
import static dev.leadkeeper.evidence.check.Sample.valid;

import dev.leadkeeper.lead.FileReason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Recordings, texts, mail, and what is none of the formats. */
final class OtherSamples {
    private static final String CHAT = "张总：下周三来看工厂，预算200万。\r\n我：好的，方案明天发您。\r\n";
    private static final String MAIL_TEXT = "Received: from mx.example.com\r\nFrom: =?utf-8?B?5byg5oC7?= <zhang@example.com>\r\nTo: rep@example.com\r\n"
            + "Subject: Demo\r\nDate: Mon, 2 Mar 2026 10:00:00 +0800\r\nContent-Type: text/plain\r\n\r\nSee you on Wednesday.\r\n";

    private OtherSamples() {}

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] repeated(byte[] part, int times) {
        var all = new byte[part.length * times];
        for (var i = 0; i < times; i++) {
            System.arraycopy(part, 0, all, i * part.length, part.length);
        }
        return all;
    }

    /** MPEG 1, layer III, 128 kbit/s, 44.1 kHz: 417 bytes. */
    static byte[] mp3(int frames) {
        var frame = new byte[417];
        frame[0] = (byte) 0xFF;
        frame[1] = (byte) 0xFB;
        frame[2] = (byte) 0x90;
        return repeated(frame, frames);
    }

    static byte[] aac(int frames) {
        var frame = new byte[200];
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xF1, 0x50, (byte) 0x80, (byte) (200 >> 3), (byte) ((200 & 7) << 5)}, 0, frame, 0, 6);
        return repeated(frame, frames);
    }

    static byte[] wav(int bytes) {
        var format = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(16_000)
                .putShort((short) 2).putShort((short) 16).array();
        return chunk("RIFF", concat(latin("WAVE"), chunk("fmt ", format), chunk("data", new byte[bytes])));
    }

    static byte[] amr(int frames) {
        var frame = new byte[32];
        frame[0] = 0x3C;
        return concat(latin("#!AMR\n"), repeated(frame, frames));
    }

    static byte[] silk(int packets) {
        return concat(latin("\2#!SILK_V3"), repeated(concat(new byte[] {30, 0}, new byte[30]), packets), new byte[] {-1, -1});
    }

    private static byte[] page(long granule, byte[] body) {
        var head = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN).put(latin("OggS\0\2")).putLong(granule).put(26, (byte) 1).put(27, (byte) body.length);
        return concat(head.array(), body);
    }

    static byte[] ogg() {
        return concat(page(0, latin("OpusHead\1\1\0\0\0\0\0\0\0\0\0")), page(0, latin("OpusTags\0\0\0\0")), page(960, new byte[200]), page(1920, new byte[200]));
    }

    static byte[] m4a(String handler) {
        var header = ByteBuffer.allocate(100).putInt(12, 1000).putInt(16, 65_000).array();
        var sizes = ByteBuffer.allocate(12).putInt(8, 3).array();
        var track = box("trak", box("mdia", box("hdlr", new byte[8], latin(handler), new byte[12]), box("minf", box("stbl", box("stsz", sizes)))));
        return concat(box("ftyp", latin("M4A \0\0\0\0M4A mp42")), box("moov", box("mvhd", header), track), box("mdat", new byte[600]));
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(3).nextBytes(noise);
        return noise;
    }

    static List<Sample> all() {
        var gbk = CHAT.repeat(50).getBytes(Charset.forName("GBK"));
        return List.of(
                valid("a recording", "call.mp3", MP3, mp3(40)),
                valid("a recording with a tag", "tag.mp3", MP3, concat(latin("ID3\4\0\0\0\0\0\24"), new byte[20], mp3(40), latin("TAG"), new byte[125])),
                valid("frames of AAC", "call.aac", AAC, aac(30)),
                valid("a recording of a phone", "录音.m4a", M4A, m4a("soun")),
                valid("an uncompressed recording", "call.wav", WAV, wav(32_000)),
                valid("a voice of an old phone", "voice.amr", AMR, amr(100)),
                valid("a voice of WeChat", "msg.silk", SILK, silk(50)),
                valid("Opus", "voice.ogg", OGG, ogg()),
                valid("a chat in UTF-8", "聊天.txt", TEXT, CHAT.getBytes(StandardCharsets.UTF_8)),
                valid("a chat in GBK", "gbk.txt", TEXT, gbk),
                valid("a chat in UTF-16 with a mark", "utf16.txt", TEXT, ("\uFEFF" + CHAT).getBytes(StandardCharsets.UTF_16LE)),
                valid("text in UTF-16 without one", "bare.txt", TEXT, "Notes of the meeting on Wednesday\r\n".repeat(9).getBytes(StandardCharsets.UTF_16LE)),
                valid("a letter in French", "lettre.txt", TEXT, latin("D\u00E9j\u00E0 vu: le r\u00E9sum\u00E9 de la r\u00E9union.\r\n".repeat(9))),
                valid("a letter in Windows-1252", "brief.txt", TEXT, "Für Müller: 200 € Rabatt, übermorgen.\r\n".getBytes(Charset.forName("windows-1252"))),
                valid("notes in Cyrillic", "заметки.txt", TEXT, "Встреча в среду, бюджет утверждён.\r\n".getBytes(Charset.forName("windows-1251"))),
                valid("notes in Big5", "big5.txt", TEXT, "週三來看工廠，預算兩百萬，請準備報價單。\r\n".getBytes(Charset.forName("Big5"))),
                valid("a table as text", "table.csv", TEXT, "name,amount\n张总,200\n".getBytes(StandardCharsets.UTF_8)),
                valid("a mail", "demo.eml", MAIL, latin(MAIL_TEXT)),
                rejected("a tag without sound", "silent.mp3", MP3, concat(latin("ID3\4\0\0\0\0\0\24"), new byte[2_000]), FileReason.NOTHING_IN_IT),
                rejected("a recording without sound", "silent.wav", WAV, chunk("RIFF", concat(latin("WAVE"), chunk("data", new byte[0]))), FileReason.DAMAGED),
                rejected("half an uncompressed recording", "half.wav", WAV, Arrays.copyOf(wav(32_000), 9_000), FileReason.DAMAGED),
                rejected("a voice that breaks off into something else", "broken.amr", AMR, concat(amr(3), noise(50)), FileReason.DAMAGED),
                rejected("no voice at all", "silent.amr", AMR, amr(0), FileReason.NOTHING_IN_IT),
                rejected("a voice of WeChat, cut off", "half.silk", SILK, Arrays.copyOf(silk(50), 100), FileReason.DAMAGED),
                rejected("Opus, cut off", "half.ogg", OGG, Arrays.copyOf(ogg(), ogg().length - 50), FileReason.DAMAGED),
                rejected("a film without sound", "film.m4a", M4A, m4a("vide"), FileReason.UNSUPPORTED),
                rejected("half a recording of a phone", "half.m4a", M4A, Arrays.copyOf(m4a("soun"), 500), FileReason.DAMAGED),
                rejected("noise", "noise.txt", TEXT, noise(4_000), FileReason.UNSUPPORTED),
                rejected("noise said to be a PDF", "noise.pdf", PDF, noise(4_000), FileReason.UNSUPPORTED),
                rejected("text said to be a PDF", "text.pdf", PDF, latin("Proposal"), FileReason.WRONG_TYPE),
                rejected("blanks", "blank.txt", TEXT, latin("  \r\n\t\r\n"), FileReason.NOTHING_IN_IT),
                rejected("nothing", "empty.txt", TEXT, new byte[0], FileReason.EMPTY),
                rejected("a web page", "page.txt", TEXT, latin("<!DOCTYPE html><html><script>alert(1)</script></html>"), FileReason.UNSUPPORTED),
                rejected("commands", "commands.txt", TEXT, latin("@echo off\r\ndel *.*\r\n"), FileReason.PROGRAM),
                rejected("a script", "script.txt", TEXT, latin("#!/bin/sh\nrm -rf /\n"), FileReason.PROGRAM),
                rejected("a program", "方案.pdf", PDF, concat(latin("MZ\220\0\3\0\0\0"), new byte[500]), FileReason.PROGRAM),
                rejected("a program of Linux", "方案.pdf", PDF, concat(latin("\177ELF\2\1\1\0"), new byte[500]), FileReason.PROGRAM),
                rejected("text said to be a mail", "text.eml", MAIL, latin("hello\r\n\r\nworld"), FileReason.WRONG_TYPE),
                rejected("rich text", "rich.doc", Format.DOC, latin("{\\rtf1\\ansi hello}"), FileReason.UNSUPPORTED));
    }
}
