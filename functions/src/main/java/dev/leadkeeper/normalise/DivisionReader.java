package dev.leadkeeper.normalise;

import dev.leadkeeper.normalise.Divisions.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a text as a chain of divisions from its beginning, each within the one before; levels may be left out.
 *
 * <p>A name counts as a whole. One without its ending (上海, 浦东) must be followed by a separator, by a division within it, or by
 * words that do not turn it into something else: 河北区 is not 河北, 南京路 is not 南京. The reading that explains most of the text
 * wins; of equally good ones, what all agree on; otherwise the text is ambiguous.
 */
final class DivisionReader {
    /** Names that as many people mean for a district or county as for the city, so that alone they mean neither. */
    private static final Set<String> CONTESTED = Set.of("朝阳", "兴安");
    /** What may stand before a province; a Latin word only with a blank after it. */
    private static final List<String> WIDER = List.of("亚洲", "asia ", "中华人民共和国", "中国大陆", "中国", "china ", "cn ");
    private static final List<String> PLACEHOLDERS =
            List.of("省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖县级行政单位", "省直辖", "市辖区", "县");
    private static final Pattern CODE = Pattern.compile("(\\d{6})(?:0{6})?(?= |$)");
    /** Directly after a short name: what makes it the name of a street, a village, a park … */
    private static final Pattern NAMES_SOMETHING_ELSE = Pattern.compile(
            "[区县市州旗盟省场]|[东西南北中上下新老大小一二三四五六七八九十]?(?:[路街道巷乡镇村]|大道|大街|胡同)|公园|广场|大厦|大学");

    private final Divisions table;
    private final String text;
    private final List<Reading> readings = new ArrayList<>();

    /** @param end how much of the text the chain explains, in characters */
    private record Reading(List<Division> chain, int end) {
        Division deepest() {
            return chain.getLast();
        }
    }

    private DivisionReader(Divisions table, String text) {
        this.table = table;
        this.text = text;
    }

    /**
     * The deepest division that a text names.
     *
     * @param key a {@link PlaceText#key}
     */
    static Optional<Division> read(Divisions table, String key) {
        var reader = new DivisionReader(table, key);
        int start = reader.after(WIDER, 0);
        reader.extend(reader.after(WIDER, reader.pastBlank(start)), List.of());
        return reader.best();
    }

    private void extend(int from, List<Division> chain) {
        int start = pastBlank(from);
        Division inside = chain.isEmpty() ? null : chain.getLast();
        var code = CODE.matcher(text).region(start, text.length());
        if (code.lookingAt()) {
            table.byCode(code.group(1)).ifPresent(division -> take(new Name(division, true), code.end(), chain));
        }
        if (inside != null) {
            int past = after(PLACEHOLDERS, start);
            if (past > start && isBorder(past - 1, past)) {
                extend(past, chain);
            }
        }
        for (int length = Math.min(table.longest(), text.length() - start); length >= 2; length--) {
            for (Name name : table.byName(text.substring(start, start + length))) {
                take(name, start + length, chain);
            }
        }
    }

    private void take(Name name, int end, List<Division> chain) {
        Division division = name.division();
        Division inside = chain.isEmpty() ? null : chain.getLast();
        if (isLatin(end - 1) && end < text.length() && isLatin(end)) {
            return;
        }
        List<Division> longer = chain;
        if (!division.equals(inside)) {
            if (inside != null && !division.isWithin(inside)) {
                return;
            }
            longer = new ArrayList<>(chain);
            longer.add(division);
        } else if (!name.full() && !division.isMunicipality()) {
            return;
        }
        if (mayEnd(name, end, longer)) {
            readings.add(new Reading(longer, end));
        }
        extend(end, longer);
    }

    private boolean mayEnd(Name name, int end, List<Division> chain) {
        boolean alone = chain.size() == 1;
        if (alone && !name.full() && CONTESTED.stream().anyMatch(contested -> text.startsWith(contested, end - contested.length()))) {
            return false;
        }
        // 东区, 矿区: somewhere an official name, everywhere a usual word.
        if (alone && name.division().level() == 3 && name.division().name().length() == 2 && name.division().name().endsWith("区")) {
            return isCode(end);
        }
        if (end == text.length() || text.charAt(end) == ' ') {
            return true;
        }
        if (name.full()) {
            return text.charAt(end - 1) != '市' || text.charAt(end) != '场';
        }
        return (!alone || name.division().level() < 3) && !NAMES_SOMETHING_ELSE.matcher(text).region(end, text.length()).lookingAt();
    }

    private Optional<Division> best() {
        int furthest = readings.stream().mapToInt(Reading::end).max().orElse(0);
        int most = readings.stream().filter(r -> r.end() == furthest).mapToInt(r -> r.chain().size()).max().orElse(0);
        List<Reading> best = readings.stream().filter(r -> r.end() == furthest && r.chain().size() == most).distinct().toList();
        if (best.isEmpty()) {
            return Optional.empty();
        }
        List<Division> found = best.stream().map(Reading::deepest).distinct().toList();
        return found.stream().filter(d -> found.stream().allMatch(other -> other.isWithin(d))).findFirst()
                .or(() -> most == 1 ? widest(found) : Optional.empty())
                .or(() -> agreed(best));
    }

    /** Alone, a short name means the widest place of that name: 海南 the province, 西安 the city. */
    private static Optional<Division> widest(List<Division> found) {
        int level = found.stream().mapToInt(Division::level).min().orElseThrow();
        List<Division> widest = found.stream().filter(d -> d.level() == level).toList();
        return widest.size() == 1 ? Optional.of(widest.getFirst()) : Optional.empty();
    }

    /** Of several readings: the deepest division that all went through, or all lie in by code. */
    private static Optional<Division> agreed(List<Reading> readings) {
        List<Division> first = readings.getFirst().chain();
        Optional<Division> common = first.stream().filter(d -> readings.stream().allMatch(r -> r.chain().contains(d)))
                .max(Comparator.comparingInt(Division::level));
        boolean oneCode = readings.stream().map(r -> r.deepest().code()).distinct().count() == 1;
        return common.or(() -> oneCode ? Optional.ofNullable(readings.getFirst().deepest().parent()) : Optional.empty());
    }

    private int pastBlank(int from) {
        return from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
    }

    private int after(List<String> words, int start) {
        for (String word : words) {
            if (text.startsWith(word, start)) {
                return start + word.length();
            }
        }
        return start;
    }

    /** A lone 县 is a placeholder only as a word of its own. */
    private boolean isBorder(int last, int end) {
        return text.charAt(last) != '县' || end == text.length() || text.charAt(end) == ' ';
    }

    private boolean isCode(int end) {
        return Character.isDigit(text.charAt(end - 1));
    }

    private boolean isLatin(int index) {
        char c = text.charAt(index);
        return c >= 'a' && c <= 'z';
    }
}
