package dev.leadkeeper.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every row of the vendored tables, and every clash among their names. */
class DivisionsTest {
    private static final List<String> CODES = Table.read("divisions.tsv").rows().stream().map(row -> row[0]).distinct().toList();

    @Test
    void the_table_has_the_provinces_and_most_counties() {
        assertEquals(34, CODES.stream().filter(code -> code.endsWith("0000")).count());
        assertTrue(CODES.size() > 3_000, "only " + CODES.size());
    }

    @Test
    void every_division_is_found_by_its_whole_path_and_by_its_code() {
        for (String code : CODES) {
            Division division = division(code);
            assertEquals(division.region(), Regions.find(List.of(division.region().name()), null));
            assertEquals(division.region(), Regions.find(List.of(code), null));
            assertEquals(code, division.region().path().getLast());
        }
    }

    @Test
    void every_county_name_that_occurs_more_than_once_is_unknown_without_a_parent() {
        Map<String, List<Division>> twice = counties().stream().collect(Collectors.groupingBy(Division::name, TreeMap::new, Collectors.toList()));
        twice.values().removeIf(divisions -> divisions.size() < 2);
        assertEquals(28, twice.size());
        assertEquals(4, twice.get("鼓楼区").size());
        twice.forEach((name, divisions) -> {
            assertEquals(null, Regions.find(List.of(name), null).code(), name);
            divisions.forEach(d -> assertEquals(d.code(), Regions.find(List.of(d.parent().name() + name), null).code()));
        });
    }

    @Test
    void no_county_is_taken_for_the_province_or_city_whose_short_name_it_shares() {
        List<Division> clashes = counties().stream().filter(county -> ShortNames.of(county.name()).stream()
                .anyMatch(name -> Divisions.table().byName(name).stream().anyMatch(n -> n.division().level() < 3))).toList();
        assertTrue(clashes.size() >= 43, "only " + clashes.size());
        for (Division county : clashes) {
            String code = Regions.find(List.of(county.name()), null).code();
            if (code != null) {
                assertEquals(county.code(), code, county.name());
            }
            String ofAnother = county.name() + "人民路1号";
            assertNotEquals(county.parent().code(), Regions.find(List.of(ofAnother), null).code(), ofAnother);
        }
    }

    @Test
    void a_zone_of_the_statisticians_and_a_placeholder_are_no_divisions() {
        assertTrue(Divisions.table().byCode("130171").isEmpty());
        assertEquals("上海市", division("310100").name());
        assertEquals("海南省", division("469000").name());
    }

    @Test
    void every_country_of_the_standard_lies_somewhere() {
        for (String code : Locale.getISOCountries()) {
            assertTrue(Countries.find(code).orElseThrow().region().path().size() >= 2, code);
        }
    }

    private static List<Division> counties() {
        return CODES.stream().map(DivisionsTest::division).filter(d -> d.level() == 3).toList();
    }

    private static Division division(String code) {
        return Divisions.table().byCode(code).orElseThrow();
    }
}
