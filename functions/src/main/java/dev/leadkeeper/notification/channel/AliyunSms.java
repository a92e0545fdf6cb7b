package dev.leadkeeper.notification.channel;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Notifier.Attempt;
import dev.leadkeeper.port.Notifier.Outcome;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code sms}: Alibaba Cloud's SendSms, whose texts are approved templates. Settings: {@code signName},
 * {@code templateCode}, {@code params} (the template's variables, each one of {@link #VALUES} or a fixed text). Secret:
 * {@code id} and {@code secret} of an access key. Address: a phone in E.164. An accepted message is not yet a delivered one,
 * and the service knows no idempotence. See https://help.aliyun.com/zh/sms/developer-reference/api-dysmsapi-2017-05-25-sendsms.
 */
final class AliyunSms implements Sender {
    /** What a variable can stand for. */
    static final String VALUES = "{lead}, {notice}, {recipient}, {kind}, {title}";
    /** Characters of a variable's value. */
    private static final int LONGEST = 35;
    private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final String CHINA = "+86";

    /**
     * {@code BUSINESS_LIMIT_CONTROL} is a limit per number and hour or day: asking again in seconds would be hammering, so
     * the next channel takes over. Templates that do not fit their variables fail for this message only.
     */
    static final Answers ANSWERS = Answers.in("OK", "Code")
            .retry("Throttling", "Throttling.User", "Throttling.Api", "ServiceUnavailable", "InternalError", "isp.SYSTEM_ERROR",
                    "isp.GATEWAY_ERROR", "SignatureNonceUsed")
            .dead("isv.MOBILE_NUMBER_ILLEGAL", "isv.SMS_TEMPLATE_ILLEGAL", "isv.SMS_SIGNATURE_ILLEGAL", "isv.AMOUNT_NOT_ENOUGH",
                    "isv.OUT_OF_SERVICE", "isv.PRODUCT_UN_SUBSCRIPT", "isv.PRODUCT_UNSUBSCRIBE", "isv.ACCOUNT_NOT_EXISTS",
                    "isv.ACCOUNT_ABNORMAL", "isp.RAM_PERMISSION_DENY", "InvalidAccessKeyId.NotFound", "SignatureDoesNotMatch")
            .failed("isv.BUSINESS_LIMIT_CONTROL", "isv.DAY_LIMIT_CONTROL", "isv.TEMPLATE_MISSING_PARAMETERS", "isv.INVALID_JSON_PARAM",
                    "isv.INVALID_PARAMETERS", "isv.PARAM_LENGTH_LIMIT", "isv.PARAM_NOT_SUPPORT_URL", "isv.BLACK_KEY_CONTROL_LIMIT");

    private final Clock clock;
    private final Ids ids;

    AliyunSms(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public boolean couldReach(String address) {
        return PHONE.matcher(address).matches();
    }

    /** Asks for the template, which shows whether key, account and template are in order. A key that may only send says nothing against that. */
    @Override
    public Outcome probe(Setup setup, Requests requests) {
        var base = setup.baseUrl("https://dysmsapi.aliyuncs.com");
        setup.need("signName");
        var query = Acs3.query(Map.of("TemplateCode", setup.need("templateCode")));
        var key = new Acs3.Key(setup.credential("id"), setup.credential("secret"));
        var headers = Acs3.headers(key, host(base), query, "QuerySmsTemplate", "2017-05-25", clock.now(), ids.next());
        return ANSWERS.judgeProbe(requests.postEmpty(Urls.join(base, "/?" + query), headers), "isp.RAM_PERMISSION_DENY");
    }

    @Override
    public Outcome send(Attempt attempt, Setup setup, Requests requests) {
        if (attempt.addresses().size() != 1 || !PHONE.matcher(attempt.addresses().getFirst()).matches()) {
            return new Outcome.Dead("not a phone number");
        }
        var base = setup.baseUrl("https://dysmsapi.aliyuncs.com");
        var query = Acs3.query(Map.of(
                "PhoneNumbers", number(attempt.addresses().getFirst()),
                "SignName", setup.need("signName"),
                "TemplateCode", setup.need("templateCode"),
                "TemplateParam", Json.write(variables(attempt, setup))));
        var key = new Acs3.Key(setup.credential("id"), setup.credential("secret"));
        var headers = Acs3.headers(key, host(base), query, "SendSms", "2017-05-25", clock.now(), ids.next());
        return switch (ANSWERS.judge(requests.postEmpty(Urls.join(base, "/?" + query), headers))) {
            case Outcome.Sent _ -> new Outcome.Sent("Code OK: accepted");
            case Outcome other -> other;
        };
    }

    /** Numbers in China without their country, others without the sign. */
    private static String number(String phone) {
        return phone.startsWith(CHINA) ? phone.substring(CHINA.length()) : phone.substring(1);
    }

    private static String host(String base) {
        try {
            return URI.create(base).getRawAuthority();
        } catch (IllegalArgumentException e) {
            throw new NotConfigured("baseUrl is not a URL");
        }
    }

    private static Map<String, Object> variables(Attempt attempt, Setup setup) {
        var variables = new TreeMap<String, Object>();
        if (setup.settings().get("params") instanceof Map<?, ?> params) {
            params.forEach((name, value) -> variables.put(name.toString(), cut(value(value.toString(), attempt))));
        }
        return variables;
    }

    private static String value(String setting, Attempt attempt) {
        return switch (setting) {
            case "{title}" -> Fit.line(attempt.title(), 4 * LONGEST, Fit.PLAIN);
            case "{lead}", "{notice}", "{recipient}", "{kind}" ->
                    String.valueOf(attempt.reference().getOrDefault(setting.substring(1, setting.length() - 1), "-"));
            default -> setting;
        };
    }

    private static String cut(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
