package dev.leadkeeper.normalise;

import java.util.List;
import java.util.regex.Pattern;

/** What people call a division when they leave out what it is: 广西 for 广西壮族自治区, 恩施州 for 恩施土家族苗族自治州. */
final class ShortNames {
    /** The names of nationalities as they stand before 自治…, longest first where one ends another. */
    private static final Pattern NATIONALITIES = Pattern.compile("(?<=..)(?:(?:柯尔克孜|乌孜别克|维吾尔|哈萨克|塔吉克|塔塔尔|达斡尔|鄂温克"
            + "|鄂伦春|俄罗斯|土家|布依|朝鲜|蒙古|哈尼|傈僳|拉祜|东乡|纳西|景颇|仫佬|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|德昂|保安|裕固|独龙|赫哲|门巴|珞巴|基诺"
            + "|壮|回|满|藏|彝|苗|侗|瑶|傣|黎|佤|畲|水|土|羌|怒|京|白|各)族|柯尔克孜|维吾尔|哈萨克|塔吉克|蒙古|锡伯)+$");
    private static final Pattern AUTONOMOUS = Pattern.compile("(..+)自治([区州县旗])");
    /** The longer before the shorter that ends it. */
    private static final List<String> PLAIN = List.of("特别行政区", "地区", "林区", "特区", "新区", "省", "市", "区", "县", "旗", "盟");

    private ShortNames() {}

    /** None for a name of two characters (赵县, 城区), which nobody shortens. */
    static List<String> of(String name) {
        if (name.contains("自治")) {
            return autonomous(name);
        }
        for (String kind : PLAIN) {
            if (name.endsWith(kind) && name.length() >= kind.length() + 2) {
                return List.of(name.substring(0, name.length() - kind.length()));
            }
        }
        return List.of();
    }

    private static List<String> autonomous(String name) {
        var parts = AUTONOMOUS.matcher(name);
        if (!parts.matches()) {
            return List.of();
        }
        String bare = NATIONALITIES.matcher(parts.group(1)).replaceFirst("");
        return parts.group(2).equals("区") ? List.of(bare) : List.of(bare, bare + parts.group(2));
    }
}
