package dev.leadkeeper.infra.seed;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What {@code ./mvnw -Pseed} was asked to do.
 *
 * @param stack    {@code -Dstack}, name of the stack; {@code leadkeeper} if only an endpoint is given
 * @param endpoint {@code -Dendpoint}, in place of AWS
 * @param region   {@code -Dregion}, otherwise the one of any AWS tool
 * @param folder   {@code -Dfolder}, the organisation; {@code infra/seed} if not given
 * @param dry      {@code -Ddry=true}: only show the difference
 * @param prune    {@code -Dprune=true}: also remove what is not in the folder
 */
record SeedOptions(String stack, Optional<URI> endpoint, Optional<String> region, Path folder, boolean dry, boolean prune) {
    /**
     * @param root of the repository, which relative folders start from
     * @throws IllegalArgumentException if neither stack nor endpoint is given
     */
    static SeedOptions of(Properties properties, Path root) {
        var stack = given(properties, "stack");
        var endpoint = given(properties, "endpoint").map(URI::create);
        if (stack.isEmpty() && endpoint.isEmpty()) {
            throw new IllegalArgumentException("""
                    say which stack: ./mvnw -Pseed -Dstack=NAME
                      -Dendpoint=URL          in place of AWS; -Dstack may be left out then
                      -Dregion=REGION         otherwise as any AWS tool finds it
                      -Dfolder=infra/seed     the organisation
                      -Ddry=true              only show the difference
                      -Dprune=true            also remove forms that are not in the folder; people not in it count as having left""");
        }
        return new SeedOptions(stack.orElse("leadkeeper"), endpoint, given(properties, "region"),
                root.resolve(given(properties, "folder").orElse("infra/seed")),
                given(properties, "dry").filter(Boolean::parseBoolean).isPresent(),
                given(properties, "prune").filter(Boolean::parseBoolean).isPresent());
    }

    private static Optional<String> given(Properties properties, String name) {
        // Maven passes a property that was not given as the unresolved expression.
        return Optional.ofNullable(properties.getProperty(name)).filter(value -> !value.isBlank() && !value.startsWith("${"));
    }
}
