package dev.leadkeeper.infra.template;

import java.util.List;
import java.util.stream.Stream;

/** Every rule of the template, in the order of its sections. */
final class Rules {
    private Rules() {}

    static List<Rule> all() {
        return Stream.of(PaperRules.all(), ApiRules.all(), FunctionRules.all(), RightsRules.all(), QueueRules.all(),
                StorageRules.all(), AlarmRules.all()).flatMap(List::stream).toList();
    }
}
