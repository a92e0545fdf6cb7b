package dev.leadkeeper.infra.local.template;

import java.util.Optional;
import java.util.Set;

/** Reads an HTTP API; all that matters here is which authorizer its routes have. */
final class HttpApiReader {
    /** The API that SAM makes when an HttpApi event names none. */
    static final String IMPLICIT = "ServerlessHttpApi";
    /** The value of {@code Auth.Authorizer} by which a route is open. */
    static final String NONE = "NONE";

    /** @param defaultAuthorizer the authorizer of routes that name none */
    record Api(Optional<String> defaultAuthorizer, Set<String> authorizers) {
        boolean authorized(Optional<String> ofRoute) {
            String name = ofRoute.or(() -> defaultAuthorizer).orElse(NONE);
            if (!name.equals(NONE) && !authorizers.contains(name)) {
                throw new TemplateError("authorizer " + name + " is not defined in the HTTP API");
            }
            return !name.equals(NONE);
        }
    }

    private HttpApiReader() {}

    static Api read(Properties properties) {
        String stage = properties.text("StageName").orElse("$default");
        if (!stage.equals("$default")) {
            throw properties.refused("StageName", "is " + stage + ": only $default has no prefix in its paths");
        }
        properties.text("Name");
        Optional<Properties> auth = properties.child("Auth");
        Optional<String> byDefault = auth.flatMap(each -> each.text("DefaultAuthorizer"));
        Optional<Properties> authorizers = auth.flatMap(each -> each.child("Authorizers"));
        authorizers.ifPresent(all -> all.keys().forEach(name -> {
            Properties authorizer = all.childOfAnyName(name).orElseThrow();
            authorizer.tree("JwtConfiguration").orElseThrow(() -> authorizer.refused("JwtConfiguration", "is missing: only JWT is known"));
            authorizer.text("IdentitySource");
            authorizer.texts("AuthorizationScopes");
        }));
        properties.done();
        return new Api(byDefault, authorizers.map(Properties::keys).orElse(Set.of()));
    }
}
