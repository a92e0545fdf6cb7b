package dev.leadkeeper.infra.local;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the fixture stack, started once for all of them. */
final class SharedCloud implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedCloud.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FixtureCloud.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(FixtureCloud.class, _ -> {
            try {
                return FixtureCloud.start(FixtureCloud.options());
            } catch (Exception e) {
                throw new IllegalStateException("the fixture stack does not start", e);
            }
        }, FixtureCloud.class);
    }
}
