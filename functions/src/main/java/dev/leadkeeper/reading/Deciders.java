package dev.leadkeeper.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Who decides: somebody called by surname and title (张总, 王院长, 采购总监李明, Director Li). Of several, whoever stands nearest
 * to a word of deciding, then whoever has the highest title, then whoever is named first.
 */
final class Deciders {
    /** The surnames that nine of ten people have, and some compound ones. */
    private static final String SURNAME = "(?:欧阳|司马|上官|诸葛|皇甫|令狐|慕容|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程"
            + "苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇])";
    /** Titles, highest first; what follows must not make another word of it (总共, 总部). */
    private static final List<String> TITLES = List.of("董事长", "总裁", "老板", "校长", "院长", "局长", "厂长", "书记", "所长", "行长", "总经理", "副总", "董",
            "总监", "部长", "处长", "科长", "主任", "经理", "总", "局", "处");
    private static final Pattern NAMED = Pattern.compile("(" + SURNAME + ")(副?(?:董事长|总裁|老板|校长|院长|局长|厂长|书记|所长|行长|总经理|总监|部长|处长|科长|主任|经理)"
            + "|副总|董(?!事会)|[总局处](?![共体部结之是监额价量计经裁统数分公理方面长]))");
    private static final String OFFICE = "(?:采购|技术|财务|市场|销售|运营|信息|信息化|人事|行政|设备|医务|教务|教学|研发|生产|供应链|工程|质量|品牌|大客户)";
    private static final Pattern TITLED = Pattern.compile("(" + OFFICE + "?(?:部|科|处|中心)?(?:总监|总经理|经理|主任|部长|科长|处长|院长|校长|负责人))(" + SURNAME
            + "(?:先生|女士|老师|工|某)|" + SURNAME + "(?:[\\u4e00-\\u9fa5]{1,2}(?=[说要会在已是的和也认觉表想希提问让同把对、，。；,;\\s]|$))?)");
    private static final Pattern ENGLISH = Pattern.compile("\\b((?:Mr|Ms|Mrs|Dr)\\.? [A-Z][a-zA-Z-]+|(?:[A-Z][a-z]+ )?(?:Director|President|Manager|Dean|Principal|CEO|CFO|CTO|COO|CIO)"
            + " (?!and\\b|of\\b)[A-Z][a-zA-Z-]+)");
    private static final Pattern ENGLISH_BEHIND = Pattern.compile("\\b([A-Z][a-zA-Z-]+(?: [A-Z][a-zA-Z-]+)?), (?:the|their|our) (?:[a-z]+ )?(?:director|president|manager|dean|principal|CEO|CFO|CTO|owner|boss)");
    private static final Pattern DECIDES = Pattern.compile("拍板|决定|说了算|审批|批准|点头|签字|定夺|做主|作主|最终|负责|decid|decision|approv|sign off|final say", Pattern.CASE_INSENSITIVE);

    private Deciders() {}

    private record Named(String name, int at, int rank, int distance) {}

    /** As called in these sentences, {@code null} if nobody is. */
    static String in(List<String> sentences) {
        return sentences.stream().flatMap(sentence -> people(sentence).stream())
                .min(Comparator.comparingInt(Named::distance).thenComparingInt(Named::rank)).map(Named::name).orElse(null);
    }

    private static List<Named> people(String sentence) {
        var decides = DECIDES.matcher(sentence).results().map(MatchResult::start).toList();
        var people = new ArrayList<Named>();
        TITLED.matcher(sentence).results().forEach(found -> people.add(named(found.group(), found.start(), rank(found.group(1)), decides)));
        NAMED.matcher(sentence).results().filter(found -> people.stream().noneMatch(one -> found.start() >= one.at()
                && found.start() < one.at() + one.name().length()))
                .forEach(found -> people.add(named(found.group(), found.start(), rank(found.group(2)), decides)));
        ENGLISH.matcher(sentence).results().forEach(found -> people.add(named(found.group(1), found.start(), 3, decides)));
        ENGLISH_BEHIND.matcher(sentence).results().forEach(found -> people.add(named(found.group(1), found.start(), 1, decides)));
        return people;
    }

    /** Whoever stands before a word of deciding does it, rather than who stands behind: 张总说要李院长拍板. */
    private static Named named(String name, int at, int rank, List<Integer> decides) {
        var distance = decides.stream().mapToInt(each -> each >= at ? each - at : at - each + 20).min().orElse(Integer.MAX_VALUE);
        return new Named(name, at, rank, distance);
    }

    private static int rank(String title) {
        for (int i = 0; i < TITLES.size(); i++) {
            if (title.endsWith(TITLES.get(i)) && TITLES.get(i).length() > 1 || title.equals(TITLES.get(i))) {
                // 总 in speech is the head of a house
                return title.equals("总") ? 5 : i;
            }
        }
        return TITLES.size();
    }
}
