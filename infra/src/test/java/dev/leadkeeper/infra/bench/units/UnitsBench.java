package dev.leadkeeper.infra.bench.units;

import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import dev.leadkeeper.port.Queue.Channel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Units, requests, invocations and USD of a lead from post to notice: one at a time, and in a busy minute. */
public final class UnitsBench {
    private static final double MOST_WRITE_UNITS = 20;
    private static final double MOST_DOLLARS = 16;
    private static final int A_SECOND = 50;

    private UnitsBench() {}

    public static Part run(Run run) throws IOException {
        var prices = Prices.read(run.root());
        int leads = run.size(100, 50);
        int seconds = run.size(60, 6);
        var batches = Batches.full(run.root());
        var quiet = quiet(leads, Visitors::usual);
        run.say("  a busy minute …");
        var busy = busy(seconds, batches);
        var part = new Part.Builder("Units per lead",
                "One lead from post to notice through the handlers themselves: two strong keys, one receipt. Counted at the "
                + "ports by the published rules (size of the item, 1 KB to a write unit, twice in a transaction, every index entry; "
                + "4 KB to a read unit, half of one for a glance; 64 KB to a request). *One at a time*: " + leads + " new leads, one a second, each message alone in its "
                + "batch. *Busy*: " + A_SECOND + " a second for " + seconds + " s, batches as full as the template allows (scoring "
                + batches.get(Channel.LEADS_RECEIVED) + ", assignment "
                + batches.get(Channel.LEADS_SCORED) + ", notices "
                + batches.get(Channel.NOTICES) + "), as they are when more waits than is being taken. Prices of "
                + prices.region() + ", " + prices.date() + ", in infra/bench/prices.yaml, with what is assumed. Bytes of the log are counted.");
        figures(part, "", quiet.total().per(leads), prices);
        figures(part, ", busy", busy.total().per(A_SECOND * seconds), prices);
        variant(part, "with one strong key", leads, Visitors::phoneOnly, prices);
        variant(part, "with a long note", leads, Visitors::longNote, prices);
        variant(part, "where every second lead is its customer's second", leads, Visitors::twice, prices);
        part.grid(items("Where each unit goes", quiet, leads)).grid(items("Where each unit goes, busy", busy, A_SECOND * seconds))
                .grid(costs(quiet.total().per(leads), busy.total().per(A_SECOND * seconds), prices));
        part.remark("Stretch: 14 write units and 12 USD. A naive design without notice and customer keys takes 22 units and 21 USD.");
        var alone = quiet.total().per(leads);
        part.remark("One at a time, the queues alone are " + Numbers.plain(prices.of("queueRequests", alone.queueRequests()))
                + " USD: each of three is sent to, received from and deleted from for one lead. That and the invocations are what batches save. "
                + "Without batches 16 USD would take a stage less, and each stage's queue is what a lead or a notice outlives a crash by: so at that pace it costs more.");
        var full = busy.total().per(A_SECOND * seconds);
        part.remark("Busy, what is left of them is " + Numbers.plain(prices.of("queueRequests", full.queueRequests())) + " USD, of which "
                + Numbers.plain(prices.of("queueRequests", 3)) + " are sends, each a request of its own, since a message is sent before the one that caused it is "
                + "acknowledged. Notices are taken " + batches.get(Channel.NOTICES) + " at a time: one is begun while 5 s of the function's 6 are left, since an "
                + "attempt may take 3 s, and what is left goes back into the queue, a request more each. The log of a lead, written for whoever "
                + "must find out what happened to it, costs " + Numbers.plain(prices.logs(full)) + " USD.");
        part.remark("The busy figures are of one instance of each function. Where several take turns in one group at the same moment, a refused transaction "
                + "consumes what it would have written, and the next attempt as much again. For that reason the leads of a batch are not given away in one "
                + "transaction: it would save most of the 2 units of a rep's counters, and hold every rep of the group at once, so that two instances would "
                + "mostly refuse each other, at the price of the whole batch.");
        part.remark("Were index entries written within a transaction to count twice as well, it would be "
                + Numbers.plain(alone.writeUnits() + quiet.total("index").per(leads).writeUnits()) + " write units.");
        return part.done();
    }

    private static Meter quiet(int leads, IntFunction<String> post) {
        try (var organisation = new Organisation(Batches.ofOne())) {
            for (int i = 0; i < leads + 2; i++) {
                if (i == 2) {
                    organisation.meter.clear(); // what an instance reads once, such as the rulebook, is not a lead's
                }
                organisation.post("entry-" + i, post.apply(i), Duration.ofSeconds(1));
                organisation.work();
            }
            organisation.check();
            return organisation.meter;
        }
    }

    private static Meter busy(int seconds, Map<Channel, Integer> batches) {
        try (var organisation = new Organisation(batches)) {
            for (int second = 0; second <= seconds; second++) {
                if (second == 1) {
                    organisation.meter.clear();
                }
                for (int i = second * A_SECOND; i < (second + 1) * A_SECOND; i++) {
                    organisation.post("entry-" + i, Visitors.usual(i), Duration.ofSeconds(1).dividedBy(A_SECOND));
                }
                organisation.work();
            }
            organisation.check();
            return organisation.meter;
        }
    }

    private static void figures(Part.Builder part, String how, Meter.Sum lead, Prices prices) {
        part.figure(Figure.counted("write units" + how, "units", lead.writeUnits()).atMost(MOST_WRITE_UNITS))
                .figure(Figure.counted("read units" + how, "units", lead.readUnits()))
                .figure(Figure.counted("SQS requests" + how, "requests", lead.queueRequests()))
                .figure(Figure.counted("invocations" + how, "invocations", lead.invocations()))
                .figure(Figure.counted("log" + how, "bytes", prices.logBytes(lead)))
                .figure(Figure.counted("a million leads" + how, "USD", dollars(lead, prices)).atMost(MOST_DOLLARS));
    }

    private static void variant(Part.Builder part, String name, int leads, IntFunction<String> post, Prices prices) {
        var sum = quiet(leads, post).total().per(leads);
        part.figure(Figure.counted("write units " + name, "units", sum.writeUnits()))
                .figure(Figure.counted("a million leads " + name, "USD", dollars(sum, prices)));
    }

    private static double dollars(Meter.Sum lead, Prices prices) {
        return parts(lead, prices).stream().mapToDouble(Map.Entry::getValue).sum();
    }

    private static List<Map.Entry<String, Double>> parts(Meter.Sum lead, Prices prices) {
        return List.of(Map.entry("DynamoDB writes", prices.of("writeUnits", lead.writeUnits())),
                Map.entry("DynamoDB reads", prices.of("readUnits", lead.readUnits())),
                Map.entry("SQS", prices.of("queueRequests", lead.queueRequests())),
                Map.entry("Lambda invocations", prices.of("invocations", lead.invocations())),
                Map.entry("Lambda duration", prices.of("gigabyteSeconds", prices.gigabyteSeconds(lead.messages()))),
                Map.entry("HTTP API", prices.of("httpRequests", 1)),
                Map.entry("logs", prices.logs(lead)));
    }

    private static Part.Grid items(String title, Meter meter, int leads) {
        var rows = new ArrayList<List<String>>();
        for (var each : meter.lines()) {
            var sum = each.getValue().per(leads);
            rows.add(List.of(each.getKey().stage(), each.getKey().what(), Numbers.plain(sum.count() / (double) leads),
                    sum.bytes() == 0 ? "" : Long.toString(sum.bytes()), number(sum.writeUnits()), number(sum.readUnits()),
                    number(sum.queueRequests()), number(sum.logBytes())));
        }
        return new Part.Grid(title, List.of("function", "request", "per lead", "bytes at most", "write units", "read units",
                "SQS requests", "bytes of log"), rows);
    }

    private static Part.Grid costs(Meter.Sum quiet, Meter.Sum busy, Prices prices) {
        var rows = new ArrayList<List<String>>();
        var one = parts(quiet, prices);
        var many = parts(busy, prices);
        for (int i = 0; i < one.size(); i++) {
            rows.add(List.of(one.get(i).getKey(), Numbers.plain(one.get(i).getValue()), Numbers.plain(many.get(i).getValue())));
        }
        return new Part.Grid("USD per million leads", List.of("", "one at a time", "busy"), rows);
    }

    private static String number(double value) {
        return value == 0 ? "" : Numbers.plain(value);
    }
}
