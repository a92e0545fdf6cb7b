package dev.leadkeeper.infra.local.demo;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** How a sender proves who it is; written from the vendors' documentation and apart from the code that verifies it. */
public sealed interface Signing {
    record None() implements Signing {}

    /** A secret in the address: {@code ?key=…}. */
    record InQuery(String name, String value) implements Signing {}

    record InHeader(String name, String value) implements Signing {}

    /** https://www.standardwebhooks.com: id, time in seconds and base64 of an HMAC over {@code id.time.body}. */
    record StandardWebhooks(String secret, String id) implements Signing {}

    /** One HMAC-SHA256 over {@code before + body} in a header: Typeform, Tally, Meta, LinkedIn. */
    record BodyHmac(String secret, String header, String prefix, boolean base64, String before) implements Signing {}

    /** Webflow: hex of an HMAC over {@code millis:body}. */
    record Webflow(String secret) implements Signing {}

    /** Calendly and Formspree: {@code t=seconds,v1=hex} of an HMAC over {@code seconds.body}. */
    record TimedHmac(String secret, String header) implements Signing {}

    /** HubSpot v3: base64 of an HMAC over method, address, body and milliseconds. */
    record HubSpot(String secret) implements Signing {}

    /** 问卷星: sha1 of activity, index and key; stands in the body where the sample says <code>{{sign}}</code>. */
    record Wjx(String key) implements Signing {}

    /** 有赞: md5 of client_id, msg and secret; stands in the body where the sample says <code>{{sign}}</code>. */
    record Youzan(String secret) implements Signing {}

    static Signing read(Map<?, ?> sign, String file) {
        SampleReader.only(sign, Set.of("scheme", "secret", "id", "name", "value", "header"));
        Map<String, String> of = new LinkedHashMap<>();
        sign.forEach((key, value) -> of.put(String.valueOf(key), String.valueOf(value)));
        String scheme = of.getOrDefault("scheme", "none");
        return switch (scheme) {
            case "none" -> new None();
            case "query" -> new InQuery(of.getOrDefault("name", "key"), need(of, "value"));
            case "header" -> new InHeader(need(of, "name"), need(of, "value"));
            case "standard-webhooks" -> new StandardWebhooks(need(of, "secret"), of.getOrDefault("id", "msg_" + file.replaceAll("\\W", "")));
            case "typeform" -> new BodyHmac(need(of, "secret"), "Typeform-Signature", "sha256=", true, "");
            case "tally" -> new BodyHmac(need(of, "secret"), "Tally-Signature", "", true, "");
            case "meta" -> new BodyHmac(need(of, "secret"), "X-Hub-Signature-256", "sha256=", false, "");
            case "linkedin" -> new BodyHmac(need(of, "secret"), "X-LI-Signature", "", false, "hmacsha256=");
            case "webflow" -> new Webflow(need(of, "secret"));
            case "calendly" -> new TimedHmac(need(of, "secret"), of.getOrDefault("header", "Calendly-Webhook-Signature"));
            case "formspree" -> new TimedHmac(need(of, "secret"), of.getOrDefault("header", "Formspree-Signature"));
            case "hubspot" -> new HubSpot(need(of, "secret"));
            case "wjx" -> new Wjx(need(of, "secret"));
            case "youzan" -> new Youzan(need(of, "secret"));
            default -> throw new IllegalArgumentException("no sender signs by " + scheme);
        };
    }

    private static String need(Map<String, String> of, String key) {
        String value = of.get(key);
        if (value == null) {
            throw new IllegalArgumentException("sign." + key + " is missing");
        }
        return value;
    }

    /** The bytes of a text. */
    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
