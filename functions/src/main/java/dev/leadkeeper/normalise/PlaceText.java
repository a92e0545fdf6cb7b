package dev.leadkeeper.normalise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Brings names of places into the form in which they are compared. */
final class PlaceText {
    /** Longest text that is compared, in characters: a full address has less than a hundred. */
    static final int MAX_LENGTH = 300;

    private static final Pattern SEPARATORS = Pattern.compile("[\\s/\\\\|,.·•・、;:。>_()\\[\\]\"'’–—-]+");
    private static final Pattern PIECES = Pattern.compile("[/\\\\|,、;\\n>]+|\\s+-\\s+");

    /** Traditional and simplified, best effort: the characters of provinces, cities and the usual endings, and no others. */
    private static final String PAIRS = "臺台 灣湾 區区 縣县 門门 廣广 東东 國国 蘇苏 陝陕 遼辽 寧宁 龍龙 雲云 貴贵 內内 慶庆 濟济 鄭郑 長长 漢汉 瀋沈 陽阳 連连 蘭兰 銀银 烏乌 魯鲁 "
            + "齊齐 爾尔 濱滨 無无 錫锡 揚扬 鎮镇 紹绍 興兴 溫温 蕪芜 馬马 廈厦 瀘泸 綿绵 樂乐 達达 資资 義义 麗丽 隴陇 張张 衛卫 嶽岳 懷怀 婁娄 陸陆 巖岩 "
            + "贛赣 園园 蓮莲 橋桥 莊庄 島岛 澤泽 萊莱 煙烟 濰潍 臨临 棗枣 滄沧 邊边 鬆松 遙遥 撫抚 順顺 錦锦 營营 盤盘 鐵铁 蘆芦 渾浑 黃黄 陰阴 荊荆 隨随 "
            + "瀏浏 關关 頭头 賓宾 賀贺 欽钦 來来 瓊琼 樓楼 畢毕 節节 銅铜 騰腾 麥麦 維维 紅红 壩坝 涼凉 廬庐 閬阆 雙双 鳳凤 寶宝 鹹咸 楊杨 靈灵 嶺岭 積积 "
            + "圖图 庫库 鄉乡 觀观 灘滩 鹽盐 壽寿 績绩 薊蓟 豐丰 羅罗 華华 歐欧 亞亚 韓韩 緬缅";
    private static final Map<Character, Character> SIMPLIFIED = new HashMap<>();

    static {
        for (int i = 0; i < PAIRS.length(); i += 3) {
            SIMPLIFIED.put(PAIRS.charAt(i), PAIRS.charAt(i + 1));
        }
    }

    private PlaceText() {}

    /** Half-width, lower case, simplified characters; each run of separators is one space, none at the ends. */
    static String key(String text) {
        return isKey(text) ? text : made(text);
    }

    /** Most names of the tables are keys already; seeing that is what makes the tables quick to read. */
    private static boolean isKey(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '\u4e00' || c > '\u9fa5' || SIMPLIFIED.containsKey(c)) {
                return false;
            }
        }
        return text.length() <= MAX_LENGTH;
    }

    private static String made(String text) {
        String folded = Text.fold(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text).toLowerCase(Locale.ROOT);
        var out = new StringBuilder(folded.length());
        for (char c : folded.toCharArray()) {
            out.append(SIMPLIFIED.getOrDefault(c, c).charValue());
        }
        return SEPARATORS.matcher(out).replaceAll(" ").strip();
    }

    /** The keys of what stands between commas, slashes, lines, dashes among blanks, and blanks beside Chinese words. */
    static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        String bounded = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        for (String piece : PIECES.split(bounded.replace('，', ',').replace('；', ';'))) {
            String key = key(piece);
            if (key.chars().anyMatch(Text::isHan)) {
                pieces.addAll(List.of(key.split(" ")));
            } else if (!key.isEmpty()) {
                pieces.add(key);
            }
        }
        return pieces;
    }
}
