package dev.leadkeeper.infra.verify;

import dev.leadkeeper.infra.stack.Connection;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.ledger.Anchor;
import dev.leadkeeper.ledger.Audit;
import dev.leadkeeper.ledger.ChainVerdict;
import dev.leadkeeper.port.Files;
import dev.leadkeeper.port.Store;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Recomputes every history and every anchor of a stack and names the first broken link of each lead. Ends with status 0 if
 * all of it holds, 1 if anything is broken, 2 if it could not look. The last line is JSON.
 */
public final class VerifyChain {
    private static final int BROKEN = 1;
    private static final int NOT_LOOKED = 2;
    /** Leads between two lines of progress where nobody watches. */
    private static final int SELDOM = 10_000;
    private static final int OFTEN = 100;

    private final PrintStream out;
    private final boolean chinese;
    private final boolean watched;
    private final Map<ChainVerdict.Kind, Integer> kinds = new TreeMap<>();
    private long leads;
    private long events;
    private long behind;
    private long broken;

    /** @param watched whether a person looks at the output as it comes */
    VerifyChain(PrintStream out, boolean chinese, boolean watched) {
        this.out = out;
        this.chinese = chinese;
        this.watched = watched;
    }

    /** Options are system properties. */
    public static void main(String... arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            var options = VerifyOptions.of(System.getProperties());
            var stack = Connection.open(options.stack(), options.endpoint(), options.region(), System.getenv()).tablesAndRecords();
            out.println("\nThe histories of the stack " + options.stack() + ":");
            if (!new VerifyChain(out, options.chinese(), System.console() != null).run(stack.store(), stack.files())) {
                System.exit(BROKEN);
            }
        } catch (SdkClientException e) {
            System.err.println("\nNo answer: " + e.getMessage());
            System.err.println("Is the address right (-Dendpoint, -Dregion), and are there credentials, as for any AWS tool?");
            System.exit(NOT_LOOKED);
        } catch (IllegalArgumentException | IllegalStateException | SdkException | Store.Fault e) {
            System.err.println("\n" + e.getMessage());
            System.exit(NOT_LOOKED);
        }
    }

    /** Whether all of it holds. */
    boolean run(Store store, Files files) {
        var audit = new Audit(store, files);
        var latest = audit.anchors();
        audit.brokenAnchors().forEach(anchor -> tell("-", anchor));
        audit.leads(this::lead);
        progress(true);
        summary(latest.map(Anchor::number).orElse(0L), latest.map(anchor -> anchor.at().toString()).orElse("-"));
        return broken == 0;
    }

    private void lead(String lead, ChainVerdict verdict) {
        leads++;
        switch (verdict) {
            case ChainVerdict.Verified(var count, _, var headBehind) -> {
                events += count;
                behind += headBehind ? 1 : 0;
            }
            case ChainVerdict.Broken found -> tell(lead, found);
            // It has gone between two looks, which the product never does; the next run names it if it was anchored.
            case ChainVerdict.Unknown() -> leads--;
        }
        progress(false);
    }

    private void tell(String lead, ChainVerdict.Broken found) {
        if (broken++ == 0) {
            out.println("%s  %-26s  %-10s  %s".formatted(watched ? "\r" : "", "lead", "broken", "the first link that does not hold"));
        }
        kinds.merge(found.kind(), 1, Integer::sum);
        out.println("  %-26s  %-10s  %s".formatted(lead, found.kind().word(), chinese ? found.sentence().zh() : found.sentence().en()));
    }

    private void progress(boolean last) {
        if (watched && (last || leads % OFTEN == 0)) {
            out.print("\r  %,d leads, %,d events, %,d broken%s".formatted(leads, events, broken, last ? "\n" : ""));
            out.flush();
        } else if (!watched && !last && leads % SELDOM == 0) {
            out.println("  %,d leads so far".formatted(leads));
        }
    }

    private void summary(long anchors, String at) {
        out.println();
        row("leads", leads, "");
        row("events", events, "each hash and each link recomputed");
        row("anchors", anchors, anchors == 0 ? "none yet: what was rewritten with all hashes right cannot be told" : "the last of " + at);
        row("heads behind", behind, "no alarm: a process died between event and lead, and the next change mends it");
        row("broken", broken, broken == 0 ? "all of it is as it was written" : "named above");
        var json = new LinkedHashMap<String, Object>();
        json.put("leads", leads);
        json.put("events", events);
        json.put("anchors", anchors);
        json.put("headsBehind", behind);
        json.put("broken", broken);
        var byKind = new LinkedHashMap<String, Object>();
        kinds.forEach((kind, count) -> byKind.put(kind.word(), count));
        json.put("kinds", byKind);
        out.println(Json.write(json));
    }

    private void row(String name, long figure, String words) {
        out.println("  %-14s %,14d   %s".formatted(name, figure, words).stripTrailing());
    }
}
