package dev.leadkeeper.infra.seed;

import java.util.Optional;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** SecureStrings of the parameter store, below a path such as {@code /leadkeeper/stack}. */
public final class ParameterVault implements Vault {
    private final SsmClient client;
    private final String path;

    public ParameterVault(SsmClient client, String path) {
        this.client = client;
        this.path = path;
    }

    @Override
    public Optional<String> find(String name) {
        try {
            return Optional.of(client.getParameter(request -> request.name(path + "/" + name).withDecryption(true)).parameter().value());
        } catch (ParameterNotFoundException _) {
            return Optional.empty();
        }
    }

    @Override
    public void put(String name, String value) {
        client.putParameter(request -> request.name(path + "/" + name).type(ParameterType.SECURE_STRING).value(value).overwrite(true));
    }
}
