package dev.leadkeeper.infra.template;

import static dev.leadkeeper.infra.template.SamTemplate.find;

import dev.leadkeeper.infra.template.SamTemplate.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who may call, how often, and what is written down about it. */
final class ApiRules {
    /** A spike of real leads is some tens a second. */
    private static final int FAR_ABOVE_A_SPIKE = 1000;
    /** Variables of the access log that say who called, or that may hold a form's key. */
    private static final Pattern PERSONAL = Pattern.compile(
            "context\\.(identity|path\\b|authorizer\\.(claims|principal)|http\\.sourceIp|http\\.userAgent)");

    private ApiRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("tokens-for-people", "Set DefaultAuthorizer to a JWT authorizer with issuer and audience", ApiRules::tokensForPeople),
                new Rule("only-what-is-signed-is-open", "Only paths below /forms/ and /check-in/ may say Authorizer: NONE; posts are verified by the form's scheme, check-ins by their token",
                        ApiRules::onlyWhatIsSignedIsOpen),
                new Rule("throttle-is-a-safety-limit", "Take the limit from a parameter of at least " + FAR_ABOVE_A_SPIKE + " a second",
                        ApiRules::throttleIsASafetyLimit),
                new Rule("access-log-without-people", "Log requests as JSON, without address, path, agent or claims",
                        ApiRules::accessLogWithoutPeople));
    }

    private static List<Resource> apis(SamTemplate template) {
        return template.resources("AWS::Serverless::HttpApi");
    }

    private static List<String> tokensForPeople(SamTemplate template) {
        return apis(template).stream().filter(api -> {
            Object jwt = api.at("Auth", "Authorizers", String.valueOf(api.at("Auth", "DefaultAuthorizer")), "JwtConfiguration");
            return find(jwt, "issuer") == null || find(jwt, "audience") == null;
        }).map(api -> api.id() + " has no default authorizer for tokens").toList();
    }

    private static List<String> onlyWhatIsSignedIsOpen(SamTemplate template) {
        return template.functions().stream().flatMap(function -> SamTemplate.events(function, "HttpApi").entrySet().stream()
                .filter(event -> isOpen(event.getValue()) && !String.valueOf(event.getValue().get("Path")).matches("/(forms|check-in)/.*"))
                .map(event -> function.id() + ": anybody may call " + event.getValue().get("Path"))).toList();
    }

    static boolean isOpen(Map<?, ?> route) {
        return "NONE".equals(find(route, "Auth", "Authorizer"));
    }

    private static List<String> throttleIsASafetyLimit(SamTemplate template) {
        return apis(template).stream().flatMap(api -> Stream.of("ThrottlingRateLimit", "ThrottlingBurstLimit")
                .filter(limit -> {
                    Object parameter = find(api.at("DefaultRouteSettings", limit), "Ref");
                    return !(find(template.section("Parameters").get(String.valueOf(parameter)), "Default") instanceof Integer number)
                            || number < FAR_ABOVE_A_SPIKE;
                }).map(limit -> api.id() + ": " + limit + " is not a generous parameter")).toList();
    }

    private static List<String> accessLogWithoutPeople(SamTemplate template) {
        List<String> breaches = new ArrayList<>();
        for (Resource api : apis(template)) {
            String format = String.valueOf(api.at("AccessLogSettings", "Format"));
            if (api.at("AccessLogSettings", "DestinationArn") == null || !format.startsWith("{")) {
                breaches.add(api.id() + " has no access log in JSON");
            }
            PERSONAL.matcher(format).results().forEach(found -> breaches.add(api.id() + " logs $" + found.group()));
        }
        return breaches;
    }
}
