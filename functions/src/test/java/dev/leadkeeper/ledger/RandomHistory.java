package dev.leadkeeper.ledger;

import dev.leadkeeper.lead.Decision;
import dev.leadkeeper.lead.Lead;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Post;
import dev.leadkeeper.lead.Score;
import dev.leadkeeper.lead.Sentence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes histories as the ledger writes them: posts, edits, decisions small, large and in files, receipts. */
final class RandomHistory {
    private final World world;
    private final Random dice;
    private final Runnable meanwhile;
    private int made;

    RandomHistory(World world, Random dice) {
        this(world, dice, () -> { });
    }

    /** @param meanwhile what else happens whenever time has passed */
    RandomHistory(World world, Random dice, Runnable meanwhile) {
        this.meanwhile = meanwhile;
        this.world = world;
        this.dice = dice;
        world.hire("lin", 1_000_000);
    }

    /** A new lead with two to a dozen events; its id. */
    String make() {
        var key = "delivery-" + made++;
        var lead = take(key, 0);
        if (dice.nextInt(4) == 0) {
            take(key, 1);
        }
        decide(lead);
        for (int edits = dice.nextInt(3), n = 0; n < edits; n++) {
            take(key, 2 + n);
        }
        for (int receipts = 1 + dice.nextInt(5), n = 0; n < receipts; n++) {
            receipt(lead, n);
        }
        return lead;
    }

    private void pass(Duration time) {
        world.clock.advance(time);
        meanwhile.run();
    }

    private String take(String key, int edit) {
        pass(Duration.ofSeconds(1 + dice.nextInt(3000)));
        var submission = world.submission(key, key + "#" + edit);
        var post = new Post(submission.form(), submission.receivedAt(), "application/json",
                "{}".getBytes(StandardCharsets.UTF_8), List.of(submission));
        return world.deliveries.take(submission, post, (_, _) -> new Deliveries.Scored(Priority.NORMAL,
                new Score("1", 60, List.of()), "middle")).lead().id();
    }

    private void decide(String id) {
        pass(Duration.ofMillis(dice.nextInt(5000)));
        var lead = world.leads.find(id).orElseThrow();
        switch (dice.nextInt(4)) {
            case 0 -> world.ownership.pool(lead, "nurture", decision(new Decision.ToPool("nurture", null), 1));
            case 1 -> {
                world.ownership.wait(lead, "nobody-eligible", decision(new Decision.Waits("nobody-eligible"), 12));
                give(world.leads.find(id).orElseThrow(), 3);
            }
            case 2 -> give(lead, 40);
            // One in a few is too large for an event.
            case 3 -> give(lead, dice.nextInt(8) == 0 ? 2500 : 0);
            default -> throw new AssertionError("a die of four");
        }
    }

    private void give(Lead lead, int candidates) {
        world.ownership.give(lead, world.staff.find("lin").orElseThrow(), decision(new Decision.ToRep("lin", null, false, null),
                candidates), "system", null, false, null);
    }

    private static Decision decision(Decision.Target target, int candidates) {
        var all = IntStream.range(0, candidates).mapToObj(n -> new Decision.Candidate("rep-" + n, n == 0 ? "chosen" : "next",
                new Sentence("第 " + n + " 位,本月已接 " + n * 7 % 13 + " 条", "number " + n + " in turn"))).toList();
        return new Decision("1", "some-rule", "round-robin", new Sentence("轮到", "in turn"), all, Map.of(), target);
    }

    private void receipt(String lead, int n) {
        pass(Duration.ofSeconds(dice.nextInt(1000)));
        world.timelines.appendOnce(lead, "notice-attempted", "system", Map.of("notice", "n" + n, "outcome", "retry",
                "because", "timed out", "attempt", (long) n), event -> ("n" + n).equals(event.data().get("notice")));
    }
}
