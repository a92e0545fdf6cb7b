package dev.leadkeeper.infra.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Loads an organisation's folder (forms, rulebook, staff, channels, secrets) into a running cloud. */
@FunctionalInterface
public interface OrganisationLoader {
    /** Loads nothing: for tests with a template of their own. */
    OrganisationLoader NONE = (endpoints, environment, api, folder) -> { };

    /**
     * Idempotent: loading the same folder again changes nothing.
     *
     * @param environment what the functions get: names of tables, the path of the secrets
     * @param api         base address of the HTTP API; the outbox channel delivers to {@code /local/outbox} below it
     */
    void load(Endpoints endpoints, Map<String, String> environment, URI api, Path folder) throws Exception;
}
