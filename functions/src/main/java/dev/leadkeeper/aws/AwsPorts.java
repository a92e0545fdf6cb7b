package dev.leadkeeper.aws;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Mail;
import dev.leadkeeper.port.Quarantine;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Secrets;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Vault;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Makes the ports from what the template puts into the environment. Each method makes a new one with a client of its
 * own; a function asks only for those that it uses.
 */
public final class AwsPorts {
    static {
        // The SDK logs through slf4j, to nobody here; without this slf4j says so in lines that are no JSON.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private final AwsClients clients;
    private final Clock clock;
    private final Ids ids;
    private final List<SsmSecrets> secrets = new CopyOnWriteArrayList<>();

    /** @param environment of the process; the names are the template's */
    public AwsPorts(Map<String, String> environment, Clock clock, Ids ids) {
        this(environment, clock, ids, () -> null);
    }

    /** @param trace the header of the X-Ray trace that a call belongs to, {@code null} for none */
    public AwsPorts(Map<String, String> environment, Clock clock, Ids ids, Supplier<String> trace) {
        this.clients = new AwsClients(environment, trace);
        this.clock = clock;
        this.ids = ids;
    }

    /** DynamoDB, with the tables {@code LEADS_TABLE} and so on. */
    public Store store() {
        var names = new EnumMap<Table, String>(Table.class);
        for (var table : Table.values()) {
            names.put(table, clients.required(table + "_TABLE"));
        }
        return new DynamoStore(new DynamoCalls(clients.json("DYNAMODB", DynamoCalls.PROTOCOL)), names, clock, ids);
    }

    /** SQS, with the queues' addresses in {@code LEADS_RECEIVED_QUEUE} and so on. */
    public Queue queue() {
        var urls = new EnumMap<Queue.Channel, String>(Queue.Channel.class);
        for (var channel : Queue.Channel.values()) {
            urls.put(channel, clients.required(channel + "_QUEUE"));
        }
        return new SqsQueue(clients.json("SQS", SqsQueue.PROTOCOL), urls, clock, ids);
    }

    /** The bucket {@code RECORDS_BUCKET}. */
    public Files files() {
        return new S3Files(clients.bucket(clients.required("RECORDS_BUCKET")), clock, ids);
    }

    /** The bucket {@code QUARANTINE_BUCKET}. */
    public Quarantine quarantine() {
        var bucket = clients.required("QUARANTINE_BUCKET");
        return new S3Quarantine(buckets(), bucket, clients.bucketAddress(bucket), clients.required("AWS_REGION"), clients::signer, clock, ids);
    }

    /** The bucket {@code VAULT_BUCKET}. */
    public Vault vault() {
        return new S3Vault(buckets(), clients::presigner, clients.required("VAULT_BUCKET"), clock, ids);
    }

    private S3Client buckets() {
        return clients.build(S3Client.builder().forcePathStyle(clients.pathStyle()), "S3");
    }

    /** The parameters under {@code SECRETS_PATH}. */
    public Secrets secrets() {
        var made = new SsmSecrets(new SsmParameters(clients.json("SSM", SsmParameters.PROTOCOL)), clients.required("SECRETS_PATH"), clock, ids);
        secrets.add(made);
        return made;
    }

    /** Of a process that runs functions and nothing else: spares slf4j the search of every jar for somebody to log to. */
    public static void logToNobody() {
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    }

    /** Makes the ports forget what they read. */
    public void forget() {
        secrets.forEach(SsmSecrets::forget);
        clients.forget();
    }

    /** Loads what the clients need for a call, against canned answers: docs.aws.amazon.com/sdk-for-java/latest/developer-guide/sdk-warmup.html */
    public static void warmUp() {
        SdkWarmUp.warmUp();
        try {
            Rehearsal.run(new SystemClock(), new SecureIds());
        } catch (Store.Fault late) {
            // A machine too busy to answer itself in time. What was loaded stays loaded, and the version can be published.
        }
    }

    /** SES, in the function's own region and role unless an account says otherwise. */
    public Mail mail() {
        return new SesMail(clients);
    }
}
