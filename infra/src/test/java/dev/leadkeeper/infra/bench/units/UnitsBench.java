package dev.leadkeeper.infra.bench.units;

import dev.leadkeeper.infra.bench.Run;
import dev.leadkeeper.infra.bench.report.Figure;
import dev.leadkeeper.infra.bench.report.Numbers;
import dev.leadkeeper.infra.bench.report.Part;
import dev.leadkeeper.lead.LeadState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Units, requests, invocations and USD of a lead from post to notice. */
public final class UnitsBench {
    private static final double MOST_WRITE_UNITS = 20;
    private static final double MOST_DOLLARS = 16;

    private UnitsBench() {}

    public static Part run(Run run) throws IOException {
        var prices = Prices.read(run.root());
        int leads = run.size(100, 50);
        var usual = meter(leads, Visitors::usual);
        var part = new Part.Builder("Units per lead",
                "One lead from post to notice through the real use cases: two strong keys, one receipt, one message to a batch. Counted at the "
                + "ports by the published rules (size of the item, 1 KB to a write unit, twice in a transaction, every index entry; "
                + "4 KB to a read unit) over " + leads + " new leads, one a second. Prices of " + prices.region() + ", " + prices.date()
                + ", in infra/bench/prices.yaml, with what is assumed of duration and logs.");
        var all = usual.total().per(leads);
        part.figure(Figure.counted("write units", "units", all.writeUnits()).atMost(MOST_WRITE_UNITS))
                .figure(Figure.counted("read units", "units", all.readUnits()))
                .figure(Figure.counted("SQS requests", "requests", all.queueRequests()))
                .figure(Figure.counted("invocations", "invocations", all.invocations()))
                .figure(Figure.counted("a million leads", "USD", dollars(all, prices)).atMost(MOST_DOLLARS));
        variant(part, "with one strong key", leads, Visitors::phoneOnly, prices);
        variant(part, "with a long note", leads, Visitors::longNote, prices);
        part.grid(items(usual, leads)).grid(costs(all, prices));
        part.remark("Stretch: 14 write units and 12 USD. A naive design without notice and customer keys takes 22 units and 21 USD.");
        part.remark("Missed by one unit: a receipt moves the lead's head on (1) and with it the whole entry of the index of who holds what (1), and "
                + "a new customer's owner is written within the assignment's transaction (2), so that two leads of one customer at the same "
                + "moment get one owner. Of the USD, 3.6 are SQS at one message to a batch: each queue is sent to, received from and deleted from.");
        part.remark("Were index entries written within a transaction to count twice as well, it would be "
                + Numbers.plain(all.writeUnits() + usual.total("index").per(leads).writeUnits()) + " write units.");
        return part.done();
    }

    private static Meter meter(int leads, IntFunction<String> post) {
        var organisation = new Organisation();
        for (int i = 0; i < leads + 1; i++) {
            if (i == 1) {
                organisation.meter.clear(); // what an instance reads once, such as the rulebook, is not a lead's
            }
            var state = organisation.pass("entry-" + i, post.apply(i));
            if (state != LeadState.ASSIGNED) {
                throw new IllegalStateException("lead " + i + " is " + state);
            }
        }
        return organisation.meter;
    }

    private static void variant(Part.Builder part, String name, int leads, IntFunction<String> post, Prices prices) {
        var sum = meter(leads, post).total().per(leads);
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
                Map.entry("Lambda duration", prices.of("gigabyteSeconds", prices.gigabyteSeconds(lead.invocations()))),
                Map.entry("HTTP API", prices.of("httpRequests", 1)),
                Map.entry("logs", prices.logs(lead.invocations())));
    }

    private static Part.Grid items(Meter meter, int leads) {
        var rows = new ArrayList<List<String>>();
        for (var each : meter.lines()) {
            var sum = each.getValue().per(leads);
            rows.add(List.of(each.getKey().stage(), each.getKey().what(), Numbers.plain(sum.count() / (double) leads),
                    sum.bytes() == 0 ? "" : Long.toString(sum.bytes()), number(sum.writeUnits()), number(sum.readUnits()), number(sum.queueRequests())));
        }
        return new Part.Grid("Where each unit goes", List.of("function", "request", "per lead", "bytes at most", "write units", "read units",
                "SQS requests"), rows);
    }

    private static Part.Grid costs(Meter.Sum lead, Prices prices) {
        return new Part.Grid("USD per million leads", List.of("", "USD"), parts(lead, prices).stream()
                .map(each -> List.of(each.getKey(), Numbers.plain(each.getValue()))).toList());
    }

    private static String number(double value) {
        return value == 0 ? "" : Numbers.plain(value);
    }
}
