package dev.leadkeeper.infra.local.template;

/**
 * Where the template is "deployed": what the pseudo parameters and the addresses of resources come from.
 *
 * @param queueBase what a queue's URL starts with, ending before the account id: {@code http://127.0.0.1:9324}
 * @param apiBase   where the HTTP API answers: {@code http://localhost:8080}
 */
public record Place(String stack, String region, String account, String partition, String queueBase, String apiBase) {
    /** Twelve zeros: what the emulators call their only account. */
    public static final String ACCOUNT = "000000000000";

    public static Place local(String queueBase, String apiBase) {
        return new Place("leadkeeper", "us-east-1", ACCOUNT, "aws", queueBase, apiBase);
    }

    String arn(String service, String rest) {
        return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + rest;
    }
}
