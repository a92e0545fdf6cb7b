package dev.leadkeeper.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names, phone numbers and places that vendors send in parts, {@code {first, last}} or {@code {province, city, district}}. */
final class Compounds {
    private Compounds() {}

    /** The name; {@code null} if the value holds none. */
    static String name(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Texts.of(value);
        }
        var parts = plain(map);
        var whole = first(parts, "full", "fullname", "name", "value");
        return whole != null ? whole
                : name(first(parts, "first", "firstname", "given"), first(parts, "last", "lastname", "family"));
    }

    /** Both parts in the order and with the blank that their script wants; either may be {@code null}. */
    static String name(String first, String last) {
        if (first == null || last == null) {
            return first == null ? last : first;
        }
        var chinese = Stream.of(first, last).flatMapToInt(String::codePoints).allMatch(Character::isIdeographic);
        return chinese ? last + first : first + " " + last;
    }

    /** The number as one text; {@code null} if the value holds none. */
    static String phone(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Texts.of(value);
        }
        var parts = plain(map);
        var whole = first(parts, "full", "e164", "international", "value");
        if (whole != null) {
            return whole;
        }
        var joined = Stream.of("country", "countrycode", "area", "areacode", "phone", "phonenumber", "number").map(parts::get)
                .filter(Objects::nonNull).collect(Collectors.joining(" "));
        return joined.isEmpty() ? null : joined;
    }

    /** The texts that name a place, widest first; empty if the value holds none. */
    static List<String> place(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            var text = Texts.of(value);
            return text == null ? List.of() : value instanceof List<?> list
                    ? list.stream().map(Texts::of).filter(Objects::nonNull).toList() : List.of(text);
        }
        var parts = plain(map);
        var widestFirst = Stream.of("country", "国家", "province", "state", "省", "省份", "level1", "city", "市", "城市", "level2",
                "district", "county", "区", "区县", "level3", "street", "addrline1", "address", "详细地址").map(parts::get)
                .filter(Objects::nonNull).toList();
        return widestFirst.isEmpty() ? new ArrayList<>(parts.values()) : widestFirst;
    }

    private static Map<String, String> plain(Map<?, ?> map) {
        var parts = new LinkedHashMap<String, String>();
        map.forEach((name, value) -> {
            var text = Texts.of(value);
            if (text != null) {
                parts.putIfAbsent(CommonNames.plain(String.valueOf(name)), text);
            }
        });
        return parts;
    }

    private static String first(Map<String, String> parts, String... names) {
        return Stream.of(names).map(parts::get).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
