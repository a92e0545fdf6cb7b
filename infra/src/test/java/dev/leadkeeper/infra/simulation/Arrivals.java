package dev.leadkeeper.infra.simulation;

import java.util.ArrayList;
import java.util.List;

/** Forms post, mostly many at once, and again until they are answered. */
final class Arrivals {
    private static final long MINUTE = 60_000;
    /** Leads come within this time. */
    static final long BUSY = 10 * MINUTE;
    /** From a post to its notice it is about so long. */
    private static final long FLIGHT = 4_000;

    private final Plan plan;
    private final Cosmos cosmos;
    private final Dice dice;
    private final Promises promises;
    private final Instances functions;
    private final List<Long> rushes = new ArrayList<>();
    private int posts;

    Arrivals(Plan plan, Cosmos cosmos, Dice dice, Promises promises, Instances functions) {
        this.plan = plan;
        this.cosmos = cosmos;
        this.dice = dice;
        this.promises = promises;
        this.functions = functions;
    }

    /** Everything that vendors are going to post. */
    void begin() {
        for (int i = 0; i < plan.theme().rushes(); i++) {
            rushes.add(i == 0 && (plan.theme().midnight() || dice.chance(0.3)) ? BUSY / 2 - plan.theme().before() : rush()); // the former is midnight, where there is one
        }
        for (int n = 0; n < plan.theme().deliveries(plan.leads()); n++) {
            var delivery = Senders.delivery(plan.theme(), cosmos, dice, n, 0);
            var at = moment();
            promises.posted(delivery);
            post(delivery, at);
            if (plan.weather() && dice.chance(0.15)) {
                post(delivery, at + dice.between(0, MINUTE));
            }
            if (plan.weather() && dice.chance(0.1)) {
                var revision = Senders.delivery(plan.theme(), cosmos, dice, n, 1);
                promises.posted(revision);
                post(revision, at + dice.between(0, BUSY / 2));
            }
        }
    }

    /** When a rush begins: whenever, or so shortly before a full minute that its notices meet the sweep and, at times, the end of somebody's quiet hours. */
    private long rush() {
        return dice.chance(0.5) ? dice.between(0, BUSY) : dice.between(1, BUSY / MINUTE) * MINUTE - dice.between(0, FLIGHT);
    }

    /** Some time, mostly in a rush, when many get in each other's way. */
    long moment() {
        return dice.chance(plan.theme().rushed()) ? dice.pick(rushes) + dice.between(0, plan.theme().rush()) : dice.between(0, BUSY);
    }

    /** A vendor posts and, without an answer, tries again after minutes, until there is one. */
    private void post(Senders.Delivery delivery, long after) {
        cosmos.loop().after(after, () -> {
            var invocation = new Invocation("intake", cosmos.loop().now(), cosmos.skew());
            cosmos.invoke(invocation, () -> functions.on("intake", instance -> {
                var accepted = instance.take(delivery.request(), "trace-" + posts++);
                var ids = new ArrayList<>(accepted.leads());
                ids.addAll(accepted.attention());
                promises.promised(delivery, ids);
            }), failure -> {
                if (failure != null) {
                    post(delivery, cosmos.dice().between(MINUTE, 5 * MINUTE));
                }
            });
        });
    }
}
