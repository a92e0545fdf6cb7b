package dev.leadkeeper.form;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A content type or content disposition, taken apart.
 *
 * @param name       lower case, such as {@code application/json}; empty if there is none
 * @param parameters by lower-case name, quotes removed
 */
record MediaType(String name, Map<String, String> parameters) {
    private static final Pattern PARAMETER = Pattern.compile(";\\s*([^=;\\s]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;]*))");
    private static final int LONGEST = 1_000;

    /** Of any text; what is not understood is left out. */
    static MediaType of(String header) {
        var text = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
        var semicolon = text.indexOf(';');
        var parameters = new LinkedHashMap<String, String>();
        var found = PARAMETER.matcher(text);
        while (found.find()) {
            var value = found.group(2) == null ? found.group(3).strip() : found.group(2).replaceAll("\\\\(.)", "$1");
            parameters.putIfAbsent(found.group(1).toLowerCase(Locale.ROOT), value);
        }
        return new MediaType((semicolon < 0 ? text : text.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT), parameters);
    }

    Optional<String> parameter(String parameter) {
        return Optional.ofNullable(parameters.get(parameter)).filter(value -> !value.isEmpty());
    }

    /** The declared charset, UTF-8 if none is declared; empty if it is not known here. */
    Optional<Charset> charset() {
        var charset = parameter("charset");
        if (charset.isEmpty()) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        try {
            return Optional.of(Charset.forName(charset.get())).filter(Charset::canEncode); // a few can only be read
        } catch (IllegalArgumentException e) { // illegal or unsupported name
            return Optional.empty();
        }
    }

    boolean isJson() {
        return name.equals("application/json") || name.equals("text/json") || name.endsWith("+json");
    }
}
