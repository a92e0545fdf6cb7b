package dev.leadkeeper.aws.differential;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values as text: maps sorted, kinds told apart, bytes in hexadecimal. */
final class Rendering {
    private Rendering() {}

    static String of(Object value) {
        return switch (value) {
            case String text -> "'" + text + "'";
            case Long number -> number.toString();
            case Boolean flag -> flag.toString();
            case byte[] bytes -> "0x" + HexFormat.of().formatHex(bytes);
            case List<?> list -> list.stream().map(Rendering::of).toList().toString();
            case Map<?, ?> map -> new TreeMap<>(map).entrySet().stream().map(entry -> entry.getKey() + "=" + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case Optional<?> maybe -> maybe.map(Rendering::of).orElse("none");
            default -> throw new IllegalArgumentException("no item holds " + value.getClass());
        };
    }
}
