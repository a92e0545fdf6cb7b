package dev.leadkeeper.infra.local.template;

/** The template says something that the local cloud cannot do; the message names the resource and the property. */
public final class TemplateError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TemplateError(String message) {
        super(message);
    }
}
