package dev.leadkeeper.infra.seed;

import dev.leadkeeper.infra.stack.Connection;
import dev.leadkeeper.port.Store;
import java.util.Map;

/**
 * Where an organisation is loaded to.
 *
 * @param local whether it is on this machine, where the sample may be loaded
 */
record Target(Store store, Vault vault, boolean local) {
    /** Connects to the stack, with the credentials and the region that any AWS tool would use. */
    static Target open(SeedOptions options, Map<String, String> environment) {
        var connection = Connection.open(options.stack(), options.endpoint(), options.region(), environment);
        return new Target(connection.tables().store(), new ParameterVault(connection.parameters(), "/leadkeeper/" + options.stack()),
                connection.local());
    }
}
