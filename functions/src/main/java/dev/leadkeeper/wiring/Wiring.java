package dev.leadkeeper.wiring;

import dev.leadkeeper.aws.AwsPorts;
import dev.leadkeeper.aws.SecureIds;
import dev.leadkeeper.aws.SystemClock;
import dev.leadkeeper.notification.channel.Channels;
import dev.leadkeeper.notification.channel.Destination;
import dev.leadkeeper.notification.channel.Http;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Mail;
import dev.leadkeeper.port.Notifier;
import dev.leadkeeper.port.Quarantine;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Secrets;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Vault;
import dev.leadkeeper.telemetry.JsonTelemetry;
import dev.leadkeeper.telemetry.Telemetry;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The ports, each made when it is first asked for, so that a function starts no client that it does not use. All
 * functions of a process share one: on Lambda there is one function, on the local cloud there are all.
 */
public final class Wiring {
    private static final Mail NO_MAIL = (account, letter) -> new Notifier.Outcome.Dead("no mail service");
    private static final Once<Wiring> PROCESS = Once.of(() -> {
        AwsPorts.logToNobody();
        return onAws(System.getenv());
    });
    private static volatile Clock processClock = new SystemClock();

    private final Map<String, String> environment;
    private final Clock clock;
    private final Clock outside;
    private final Ids ids;
    private final Telemetry telemetry;
    private final Supplier<Store> store;
    private final Supplier<Queue> queue;
    private final Supplier<Files> files;
    private final Supplier<Secrets> secrets;
    private final Supplier<Mail> mail;
    private final Supplier<Quarantine> quarantine;
    private final Supplier<Vault> vault;
    private final Runnable forget;

    private Wiring(Map<String, String> environment, Clock clock, Clock outside, Ids ids, Telemetry telemetry, Supplier<Store> store,
                   Supplier<Queue> queue, Supplier<Files> files, Supplier<Secrets> secrets,
                   Supplier<Mail> mail, Supplier<Quarantine> quarantine, Supplier<Vault> vault, Runnable forget) {
        this.environment = environment;
        this.clock = clock;
        this.outside = outside;
        this.ids = ids;
        this.telemetry = telemetry;
        this.store = store;
        this.queue = queue;
        this.files = files;
        this.secrets = secrets;
        this.mail = mail;
        this.quarantine = quarantine;
        this.vault = vault;
        this.forget = forget;
    }

    /** What this process runs on, from its environment. */
    public static Wiring ofProcess() {
        return PROCESS.get();
    }

    /**
     * Lets this process run by a clock that is not the machine's. Nothing that is deployed calls it: the local cloud's host does, before
     * it loads the first handler, so that its time can be put forward. What others check by their own time, such as signatures and the
     * validity of forms and tokens, stays with the machine's.
     *
     * @throws IllegalStateException if the process was wired already
     */
    public static void runBy(Clock clock) {
        if (PROCESS.isMade()) {
            throw new IllegalStateException("the process is wired already");
        }
        processClock = clock;
    }

    /** The ports on AWS, or wherever the environment's endpoints are. */
    public static Wiring onAws(Map<String, String> environment) {
        var clock = processClock;
        var outside = new SystemClock();
        var ids = new SecureIds();
        var aws = Once.of(() -> new AwsPorts(environment, outside, ids, Wiring::trace));
        // SECRETS_PATH is /leadkeeper/<stack>, the one variable that names the stack.
        var namespace = environment.getOrDefault("SECRETS_PATH", "/leadkeeper").substring(1);
        return new Wiring(environment, clock, outside, ids, JsonTelemetry.toStandardOutput(clock, namespace),
                Once.of(() -> aws.get().store()), Once.of(() -> aws.get().queue()), Once.of(() -> aws.get().files()),
                Once.of(() -> aws.get().secrets()), Once.of(() -> aws.get().mail()), Once.of(() -> aws.get().quarantine()),
                Once.of(() -> aws.get().vault()), () -> aws.get().forget());
    }

    /** The runtime sets it for each invocation; github.com/aws/aws-lambda-java-libs, AWSLambda. */
    private static String trace() {
        return System.getProperty("com.amazonaws.xray.traceHeader");
    }

    /** These ports. @param environment what the template sets besides names of tables and queues */
    public static Wiring of(Map<String, String> environment, Clock clock, Ids ids, Telemetry telemetry, Store store,
                            Queue queue, Files files, Secrets secrets) {
        return new Wiring(Map.copyOf(environment), clock, clock, ids, telemetry, () -> store, () -> queue, () -> files,
                () -> secrets, () -> NO_MAIL, Wiring::noFilesOfPeople, Wiring::noFilesOfPeople, () -> { });
    }

    /** These ports, for functions that have to do with files of people. @param environment as above */
    public static Wiring of(Map<String, String> environment, Clock clock, Ids ids, Telemetry telemetry, Store store,
                            Queue queue, Files files, Secrets secrets, Quarantine quarantine, Vault vault) {
        return new Wiring(Map.copyOf(environment), clock, clock, ids, telemetry, () -> store, () -> queue, () -> files,
                () -> secrets, () -> NO_MAIL, () -> quarantine, () -> vault, () -> { });
    }

    private static <T> T noFilesOfPeople() {
        throw new IllegalStateException("this wiring has neither quarantine nor vault");
    }

    /**
     * As this one, but only what is canned is there, and what is written is not kept: for priming before a snapshot. A port that is
     * asked for here is made over there, so that restores find its client ready; making one asks nobody for anything.
     */
    public Wiring inert() {
        var nothing = new Nothing(Canned.read());
        return new Wiring(environment, clock, outside, ids, nothing, making(store, nothing), making(queue, nothing),
                making(files, nothing), making(secrets, nothing), making(mail, NO_MAIL),
                making(quarantine, nothing), making(vault, nothing), () -> { });
    }

    private static <T> Supplier<T> making(Supplier<T> live, T instead) {
        return () -> {
            live.get();
            return instead;
        };
    }

    public Clock clock() {
        return clock;
    }

    public Ids ids() {
        return ids;
    }

    public Telemetry telemetry() {
        return telemetry;
    }

    public Store store() {
        return store.get();
    }

    public Queue queue() {
        return queue.get();
    }

    public Files files() {
        return files.get();
    }

    public Secrets secrets() {
        return secrets.get();
    }

    public Quarantine quarantine() {
        return quarantine.get();
    }

    public Vault vault() {
        return vault.get();
    }

    /**
     * The channels. On Lambda, which alone sets {@code AWS_LAMBDA_RUNTIME_API}, they do not reach this machine itself:
     * loopback is the runtime's API there.
     */
    public Notifier notifier() {
        var http = new Http(new Destination(setting("AWS_LAMBDA_RUNTIME_API").isEmpty()));
        return new Channels(http, secrets(), outside, ids, mail.get());
    }

    /** A variable of the environment, empty if it is not set. */
    public String setting(String name) {
        return environment.getOrDefault(name, "");
    }

    /** Forgets what was read, such as secrets: a snapshot must not carry it into restores. */
    public void forget() {
        forget.run();
    }
}
