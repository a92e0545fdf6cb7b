package dev.leadkeeper.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What arrived at a form's endpoint.
 *
 * @param method  upper case
 * @param uri     the whole address as the sender knows it, {@code https://host/path?query}
 * @param query   decoded query parameters; one that was repeated has its values joined by commas
 * @param headers by lower-case name; one that was repeated has its values joined by commas
 * @param body    the raw bytes, because signatures are made over them
 */
public record FormRequest(String method, String uri, Map<String, String> query, Map<String, String> headers, byte[] body) {
    public FormRequest {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** The header's value, blanks trimmed; empty if it was not sent or says nothing. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** What the sender calls this delivery in the header that the form names, {@code null} if it names none or it is missing. */
    public String deliveryId(FormDefinition form) {
        return form.keyHeader() == null ? null : header(form.keyHeader()).orElse(null);
    }

    /** The declared type of the body, or an empty text. */
    public String contentType() {
        return header("content-type").orElse("");
    }

    /** The first of these query parameters that says something. */
    Optional<String> firstParameter(List<String> names) {
        return names.stream().map(query::get).filter(value -> value != null && !value.isBlank()).findFirst();
    }
}
