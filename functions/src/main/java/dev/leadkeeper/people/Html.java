package dev.leadkeeper.people;

import java.util.Locale;

/** Pages: text and style, no script, nothing from elsewhere. Every text from outside goes through {@link #text}. */
public final class Html {
    private Html() {}

    /** Whether a page is to be in Chinese: unless a browser asks for English first. */
    public static boolean chinese(String acceptLanguage) {
        return !acceptLanguage.toLowerCase(Locale.ROOT).startsWith("en");
    }

    /** The same for a request of the API. */
    public static boolean chinese(Ask ask) {
        return chinese(ask.header("accept-language").orElse(""));
    }

    /** Whether a request asks for a page to look at, as browsers do. */
    public static boolean wanted(Ask ask) {
        return ask.header("accept").filter(accepted -> accepted.startsWith("text/html")).isPresent();
    }

    /** A text as it stands between tags and in quoted attributes; nothing for {@code null}. */
    public static String text(Object text) {
        return text == null ? "" : text.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    /**
     * A page.
     *
     * @param style in CSS
     * @param title in words of ours
     * @param body  in HTML
     */
    public static String page(boolean chinese, String style, String title, String body) {
        return "<!doctype html><html lang=\"" + (chinese ? "zh-CN" : "en") + "\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                + "<meta name=\"robots\" content=\"noindex\"><title>" + title + "</title><style>" + style + "</style><h1>" + title + "</h1>" + body;
    }
}
