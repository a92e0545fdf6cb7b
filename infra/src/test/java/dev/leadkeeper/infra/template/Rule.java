package dev.leadkeeper.infra.template;

import java.util.List;
import java.util.function.Function;

/**
 * A rule that every edit of the template must keep.
 *
 * @param name     names the rule and its fixtures, {@code template-rules/<name>.yaml}
 * @param remedy   what to do when it is broken
 * @param breaches what breaks it, each beginning with the resource; empty when it holds
 */
record Rule(String name, String remedy, Function<SamTemplate, List<String>> breaches) {

    /** One line per breach: the rule, the resource, what to do. */
    List<String> complaints(SamTemplate template) {
        return breaches.apply(template).stream().map(breach -> name + ": " + breach + ". " + remedy + ".").toList();
    }
}
