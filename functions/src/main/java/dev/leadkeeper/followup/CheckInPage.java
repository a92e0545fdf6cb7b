package dev.leadkeeper.followup;

import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.ledger.Leads;
import dev.leadkeeper.notice.CheckInLinks;
import dev.leadkeeper.people.Html;
import dev.leadkeeper.port.Clock;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /check-in/{token}}: one tap from a notice. Looking at the page does nothing, since previews of links look as well;
 * pressing its button does. The page names no customer.
 */
final class CheckInPage {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Staff.COUNTED_IN);
    private static final String STYLE = "body{font:18px system-ui;max-width:24em;margin:2em auto;padding:0 1em}"
            + "label{display:block;margin:1em 0}select,input{font:inherit;width:100%}button{font:inherit;width:100%;padding:.8em}";
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_FORM = 8 * 1024;

    private final CheckIn checkIn;
    private final CheckInLinks links;
    private final Leads leads;
    private final Clock clock;

    CheckInPage(CheckIn checkIn, CheckInLinks links, Leads leads, Clock clock) {
        this.checkIn = checkIn;
        this.links = links;
        this.leads = leads;
        this.clock = clock;
    }

    /** @param status of the answer */
    record Page(int status, String html) {}

    /** The page with the button, or what became of it. */
    Page look(String token, boolean chinese) {
        return lead(token).map(lead -> lead.contacted() ? done(lead, chinese) : new Page(200, button(lead, chinese))).orElseGet(() -> closed(chinese));
    }

    /** Checks in. @param form the page's fields, urlencoded */
    Page press(String token, byte[] form, boolean chinese) {
        var lead = lead(token);
        if (lead.isEmpty()) {
            return closed(chinese);
        }
        if (lead.get().contacted()) {
            return done(lead.get(), chinese);
        }
        var fields = fields(form);
        var channel = fields.getOrDefault("channel", "");
        var note = fields.getOrDefault("note", "").strip();
        var tap = new CheckIn.Tap(lead.get().owner(), CheckIn.CHANNELS.contains(channel) ? channel : "other",
                note.isEmpty() ? null : note.substring(0, note.offsetByCodePoints(0, Math.min(LONGEST_NOTE, note.codePointCount(0, note.length())))),
                clock.now(), null, null);
        return switch (checkIn.tap(lead.get().id(), tap, now -> links.opens(token, now, clock.now()))) {
            case CheckIn.Tapped.Done(var now) -> done(now, chinese);
            case CheckIn.Tapped.NotOwned _, CheckIn.Tapped.Stale _, CheckIn.Tapped.Nothing _ -> closed(chinese);
        };
    }

    private Optional<Lead> lead(String token) {
        return CheckInLinks.lead(token).flatMap(leads::find).filter(lead -> links.opens(token, lead, clock.now()));
    }

    /** Fields of a small form; what cannot be read is left out. */
    private static Map<String, String> fields(byte[] form) {
        var fields = new HashMap<String, String>();
        if (form.length > LONGEST_FORM) {
            return fields;
        }
        for (var pair : new String(form, StandardCharsets.UTF_8).split("&")) {
            int at = pair.indexOf('=');
            if (at > 0 && pair.matches("(?:[^%]|%[0-9A-Fa-f]{2})*")) {
                fields.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\\n\\r\\t]]", " "));
            }
        }
        return fields;
    }

    private static String button(Lead lead, boolean chinese) {
        var options = new StringBuilder();
        for (var channel : CheckIn.CHANNELS) {
            options.append("<option value=\"").append(channel).append("\">").append(chinese ? zh(channel) : channel).append("</option>");
        }
        return Html.page(chinese, STYLE, chinese ? "联系客户后点一下" : "Tap once you have contacted the customer",
                "<p>" + (chinese ? "线索 " : "Lead ") + lead.id() + "<br>" + (chinese ? "分配于 " : "assigned at ") + shown(lead.assignedAt()) + "</p>"
                + "<form method=\"post\"><label>" + (chinese ? "方式" : "By") + " <select name=\"channel\">" + options + "</select></label>"
                + "<label>" + (chinese ? "备注（可不填）" : "Note (optional)") + " <input name=\"note\" maxlength=\"" + LONGEST_NOTE + "\"></label>"
                + "<button>" + (chinese ? "已联系" : "Contacted") + "</button></form>");
    }

    private static Page done(Lead lead, boolean chinese) {
        return new Page(200, Html.page(chinese, STYLE, chinese ? "已记录" : "Recorded",
                "<p>" + (chinese ? "线索 " : "Lead ") + lead.id() + "<br>" + (chinese ? "首次联系于 " : "first contacted at ") + shown(lead.contactedAt()) + "</p>"));
    }

    /** The same for a forged, an expired and a used link of somebody else, so that nobody learns what exists. */
    private static Page closed(boolean chinese) {
        return new Page(404, Html.page(chinese, STYLE, chinese ? "链接已失效" : "This link is no longer valid", "<p>"
                + (chinese ? "线索可能已转给他人，或链接已过期。请登录后操作。" : "The lead may have gone to somebody else, or the link has expired. Please sign in.") + "</p>"));
    }

    /** For people. */
    static String shown(Instant at) {
        return SHOWN.format(at) + " (UTC+8)";
    }

    private static String zh(String channel) {
        return switch (channel) {
            case "phone" -> "电话";
            case "wechat" -> "微信";
            case "wecom" -> "企业微信";
            case "sms" -> "短信";
            case "email" -> "邮件";
            case "visit" -> "上门";
            case "video" -> "视频";
            default -> "其他";
        };
    }
}
