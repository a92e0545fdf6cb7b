package dev.leadkeeper.infra.verify;

import java.net.URI;
import java.util.Optional;
import java.util.Properties;

/**
 * What {@code ./mvnw -Pverify-chain} was asked to do.
 *
 * @param stack    {@code -Dstack}, name of the stack; {@code leadkeeper} if only an endpoint is given
 * @param endpoint {@code -Dendpoint}, in place of AWS; the address of a local cloud's HTTP API will do
 * @param region   {@code -Dregion}, otherwise the one of any AWS tool
 * @param chinese  {@code -Dlang=zh}
 */
record VerifyOptions(String stack, Optional<URI> endpoint, Optional<String> region, boolean chinese) {
    /** @throws IllegalArgumentException if neither stack nor endpoint is given */
    static VerifyOptions of(Properties properties) {
        var stack = given(properties, "stack");
        var endpoint = given(properties, "endpoint").map(URI::create);
        if (stack.isEmpty() && endpoint.isEmpty()) {
            throw new IllegalArgumentException("""
                    say which stack: ./mvnw -Pverify-chain -Dstack=NAME
                      -Dendpoint=http://localhost:8080   the local cloud, in place of AWS; -Dstack may be left out then
                      -Dregion=REGION                    otherwise as any AWS tool finds it
                      -Dlang=zh                          sentences in Chinese""");
        }
        return new VerifyOptions(stack.orElse("leadkeeper"), endpoint, given(properties, "region"),
                given(properties, "lang").filter("zh"::equals).isPresent());
    }

    private static Optional<String> given(Properties properties, String name) {
        // Maven passes a property that was not given as the unresolved expression.
        return Optional.ofNullable(properties.getProperty(name)).filter(value -> !value.isBlank() && !value.startsWith("${"));
    }
}
