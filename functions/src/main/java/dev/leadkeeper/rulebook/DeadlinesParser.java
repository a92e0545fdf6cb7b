package dev.leadkeeper.rulebook;

import dev.leadkeeper.calendar.Pace;
import dev.leadkeeper.lead.Priority;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Reads the section {@code deadlines}, collecting every mistake. What it leaves out is as usual. */
final class DeadlinesParser {
    private static final String PATH = "deadlines";
    private static final Deadlines USUAL = Deadlines.USUAL;
    /** A deadline beyond a month of hours, or ten years of days, is a typing mistake. */
    private static final int MOST_HOURS = 31 * 24;
    private static final int MOST_DAYS = 3650;

    private DeadlinesParser() {}

    static Deadlines parse(Object section) {
        var root = new Node(section, PATH, new ArrayList<>()).only("response", "recycle", "freeze", "dormancy", "snooze", "claims",
                "compliance", "silentRep");
        var deadlines = new Deadlines(response(root.at("response")), recycle(root.at("recycle")), freeze(root.at("freeze")),
                dormancy(root.at("dormancy")), snooze(root.at("snooze")), claims(root.at("claims")), compliance(root.at("compliance")),
                silentRep(root.at("silentRep")));
        if (root.problems().isEmpty()) {
            order(deadlines, root);
        }
        if (!root.problems().isEmpty()) {
            throw new RulebookInvalid(root.problems());
        }
        return deadlines;
    }

    private static Deadlines.Response response(Node node) {
        node.only("hours", "clock", "remindAtLast", "healthyHours", "red", "by");
        var usual = USUAL.response();
        return new Deadlines.Response(hours(node.at("hours"), usual.within()), pace(node.at("clock"), usual.pace()),
                share(node.at("remindAtLast"), "0.05", "0.9", usual.remindAtLast()), hours(node.at("healthyHours"), usual.healthy()),
                red(node.at("red")), node.at("by").missing() ? usual.by() : by(node.at("by"), DeadlinesParser::sooner));
    }

    private static Deadlines.Red red(Node node) {
        node.only("hours", "clock");
        return new Deadlines.Red(hours(node.at("hours"), USUAL.response().red().after()), pace(node.at("clock"), USUAL.response().red().pace()));
    }

    private static Deadlines.Sooner sooner(Node node) {
        node.only("priority", "tier", "hours");
        var sooner = new Deadlines.Sooner(word(node.at("priority"), Priority.values(), Priority::word, null), node.at("tier").text(),
                hours(given(node.at("hours")), USUAL.response().within()));
        if (node.at("priority").missing() && node.at("tier").missing()) {
            node.problem("fits every lead; give priority or tier");
        }
        return sooner;
    }

    private static Deadlines.Recycle recycle(Node node) {
        node.only("hours", "clock", "rounds", "coolingDays", "afterContact");
        var usual = USUAL.recycle();
        return new Deadlines.Recycle(hours(node.at("hours"), usual.after()), pace(node.at("clock"), usual.pace()),
                number(node.at("rounds"), 0, 100, usual.rounds()), days(node.at("coolingDays"), 0, usual.cooling()),
                node.at("afterContact").flag(usual.afterContact()));
    }

    private static Map<String, Duration> freeze(Node node) {
        if (node.missing()) {
            return USUAL.freeze();
        }
        var freeze = new LinkedHashMap<String, Duration>();
        node.keys().forEach(stage -> freeze.put(stage, days(given(node.at(stage)), 1, Duration.ZERO)));
        return freeze;
    }

    private static Deadlines.Dormancy dormancy(Node node) {
        node.only("days", "silentDays", "by");
        var usual = USUAL.dormancy();
        return new Deadlines.Dormancy(days(node.at("days"), 1, usual.after()), days(node.at("silentDays"), 1, usual.silent()),
                node.at("by").missing() ? usual.by() : by(node.at("by"), DeadlinesParser::otherwise));
    }

    private static Deadlines.Otherwise otherwise(Node node) {
        node.only("industry", "tier", "days");
        if (node.at("industry").missing() && node.at("tier").missing()) {
            node.problem("fits every lead; give industry or tier");
        }
        return new Deadlines.Otherwise(node.at("industry").text(), node.at("tier").text(), days(given(node.at("days")), 1, Duration.ZERO));
    }

    private static Deadlines.Snooze snooze(Node node) {
        node.only("mostDays", "mostTimes");
        return new Deadlines.Snooze(number(node.at("mostDays"), 1, 365, USUAL.snooze().mostDays()),
                number(node.at("mostTimes"), 0, 100, USUAL.snooze().mostTimes()));
    }

    private static Deadlines.Claims claims(Node node) {
        node.only("perDay", "mostOwned");
        return new Deadlines.Claims(number(node.at("perDay"), 0, 10_000, USUAL.claims().perDay()),
                number(node.at("mostOwned"), 1, 1_000_000, USUAL.claims().mostOwned()));
    }

    private static Deadlines.Compliance compliance(Node node) {
        node.only("target", "weeks", "least", "suspendBelow");
        var usual = USUAL.compliance();
        return new Deadlines.Compliance(share(node.at("target"), "0", "1", usual.target()), number(node.at("weeks"), 1, 52, usual.weeks()),
                number(node.at("least"), 1, 10_000, usual.least()), share(node.at("suspendBelow"), "0", "1", usual.suspendBelow()));
    }

    private static Deadlines.SilentRep silentRep(Node node) {
        node.only("days");
        return new Deadlines.SilentRep(number(node.at("days"), 1, 365, USUAL.silentRep().days()));
    }

    /** What must not come before something else. */
    private static void order(Deadlines deadlines, Node root) {
        var response = deadlines.response();
        if (response.healthy().compareTo(response.within()) > 0) {
            root.at("response.healthyHours").problem("must not be more than hours, " + written(response.within()));
        }
        if (response.red().pace() == response.pace() && response.red().after().compareTo(response.within()) < 0) {
            root.at("response.red.hours").problem("must not be less than the lock's, " + written(response.within()));
        }
        if (deadlines.recycle().pace() == response.red().pace() && deadlines.recycle().after().compareTo(response.red().after()) < 0) {
            root.at("recycle.hours").problem("must not be less than response.red.hours, " + written(response.red().after()));
        }
        if (deadlines.compliance().suspendBelow() > deadlines.compliance().target()) {
            root.at("compliance.suspendBelow").problem("must not be more than target, " + deadlines.compliance().target());
        }
    }

    /** Entries for one and the same leads are a mistake: the second would never be asked. */
    private static <T> List<T> by(Node node, Function<Node, T> reader) {
        var seen = new HashSet<List<Object>>();
        return node.items().stream().map(each -> {
            var whom = Arrays.<Object>asList(each.at("priority").value(), each.at("industry").value(), each.at("tier").value());
            if (whom.stream().anyMatch(Objects::nonNull) && !seen.add(whom)) {
                each.problem("fits the same leads as an entry above, which is asked first");
            }
            return reader.apply(each);
        }).toList();
    }

    private static Node given(Node node) {
        if (node.missing()) {
            node.problem("is missing");
        }
        return node;
    }

    /** Hours with at most two decimals, as whole minutes. */
    private static Duration hours(Node node, Duration usual) {
        var hours = node.decimal();
        if (hours == null) {
            return usual;
        }
        if (hours.compareTo(new BigDecimal("0.05")) < 0 || hours.compareTo(BigDecimal.valueOf(MOST_HOURS)) > 0) {
            node.problem("must be hours from 0.05 to " + MOST_HOURS);
            return usual;
        }
        return Duration.ofMinutes(hours.multiply(BigDecimal.valueOf(60)).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static Duration days(Node node, int least, Duration usual) {
        var days = node.number(least, MOST_DAYS);
        return days == null ? usual : Duration.ofDays(days);
    }

    private static double share(Node node, String least, String most, double usual) {
        var share = node.decimal();
        if (share == null) {
            return usual;
        }
        if (share.compareTo(new BigDecimal(least)) < 0 || share.compareTo(new BigDecimal(most)) > 0) {
            node.problem("must be a share from " + least + " to " + most);
        }
        return share.doubleValue();
    }

    private static int number(Node node, int least, int most, int usual) {
        var number = node.number(least, most);
        return number == null ? usual : number;
    }

    private static Pace pace(Node node, Pace usual) {
        return word(node, Pace.values(), Pace::word, usual);
    }

    private static <T> T word(Node node, T[] values, Function<T, String> word, T usual) {
        var text = node.text();
        if (text == null) {
            return usual;
        }
        return Arrays.stream(values).filter(value -> word.apply(value).equals(text)).findFirst().orElseGet(() -> {
            node.problem("unknown; " + Spelling.hint(text, Arrays.stream(values).map(word).toList()));
            return usual;
        });
    }

    private static String written(Duration hours) {
        return BigDecimal.valueOf(hours.toMinutes()).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
