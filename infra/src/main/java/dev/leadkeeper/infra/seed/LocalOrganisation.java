package dev.leadkeeper.infra.seed;

import dev.leadkeeper.aws.AwsPorts;
import dev.leadkeeper.aws.SecureIds;
import dev.leadkeeper.aws.SystemClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Loads a folder into the local cloud, where the sample with its public secrets is welcome. Silent, and idempotent. */
public final class LocalOrganisation {
    private LocalOrganisation() {}

    /**
     * @param environment what the functions get: tables, endpoints, credentials, {@code SECRETS_PATH}
     * @param api         base address of the HTTP API, for channels that deliver to this machine
     * @return what was loaded
     * @throws OrganisationInvalid with everything that is wrong in the folder
     */
    public static Organisation load(Map<String, String> environment, SsmClient ssm, URI api, Path folder) {
        var organisation = Organisation.load(folder, LocalDate.now(Clock.system(Seed.DAYS)), api.toString().replaceAll("/$", ""));
        var store = new AwsPorts(environment, new SystemClock(), new SecureIds()).store();
        new Planner(store, false).plan(organisation).apply();
        new SecretPlanner(new ParameterVault(ssm, environment.get("SECRETS_PATH"))).ofTheSample(organisation).apply();
        return organisation;
    }
}
