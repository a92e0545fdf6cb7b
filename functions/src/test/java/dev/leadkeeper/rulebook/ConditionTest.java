package dev.leadkeeper.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static final Region PUDONG = new Region("310115", "上海市浦东新区", List.of("asia", "CN", "310000", "310115"));
    private static final Facts FACTS = new Facts(new Contact("张三", "+8613912345678", null), "某某集团", null, "骨科器械", PUDONG,
            "雅思 VIP 班", 30_000L, "展会扫码", "本月", null, "项目招标中", Map.of(
                    "products", List.of("A 型", "B 型"), "employees", "250", "agree", true, "empty", "  ",
                    "utm", Map.of("source", "baidu")));
    private static final LeadFields LEAD = new LeadFields("demo", FACTS, "mid", 62, "warm", Priority.URGENT, "li-wei", 2L);

    private static Condition parse(String yaml) {
        var node = Node.root(Yaml.map(yaml));
        var condition = new ConditionParser(LeadFields.known(LeadFields.WHEN_ASSIGNING)).parse(node);
        assertEquals(List.of(), node.problems());
        return condition;
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "sourceChannel: 展会扫码", "sourceChannel: ' 展会扫码 '", "sourceChannel: [官网, 展会扫码]", "sourceChannel: {is: 展会扫码}",
        "budget: 30000", "budget: {atLeast: 30000}", "budget: {above: 29999.5, below: 30000.5}", "budget: {atMost: 30000}",
        "score: {atLeast: 45, below: 75}", "tier: warm", "priority: urgent", "form: demo", "size: mid",
        "customer.owner: {exists: true}", "customer.owner: li-wei", "uscc: {exists: false}", "decisionRole: {exists: false}",
        "subject: {contains: 雅思}", "subject: {contains: [托福, vip]}", "subject: {contains: VIP}",
        "region: '310000'", "region: {within: '310000'}", "region: {within: [north-america, asia]}", "region: {within: CN}",
        "region: 310115", "region: {contains: 浦东}", "region: {exists: true}",
        "unmapped.products: B 型", "unmapped.products: {contains: A}", "unmapped.employees: {above: 200}", "unmapped.agree: true",
        "unmapped.utm: baidu", "unmapped.empty: {exists: false}", "unmapped.nothing: {exists: false}",
        "{sourceChannel: 展会扫码, budget: {atLeast: 1}}", "any: [{tier: hot}, {tier: warm}]", "all: [{tier: warm}, {form: demo}]",
        "not: {tier: hot}", "not: {all: [{tier: warm}, {form: tally}]}", "{}"})
    void holds(String condition) {
        assertTrue(parse(condition).holds(LEAD), condition);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "sourceChannel: 展会", "sourceChannel: [官网, 校区扫码]", "budget: {above: 30000}", "budget: {below: 30000}", "budget: {atMost: 29999}",
        "score: {above: 62}", "tier: hot", "form: tally", "uscc: {exists: true}", "uscc: 91330100799655058B", "subject: {contains: 托福}",
        "region: '110000'", "region: {within: '3101'}", "region: {within: north-america}", "region: '31'",
        "unmapped.products: C 型", "unmapped.products: {above: 1}", "unmapped.employees: {above: 250}", "unmapped.agree: false",
        "unmapped.empty: {exists: true}", "unmapped.agree: {above: 0}", "unmapped.agree: {contains: tr}",
        "{sourceChannel: 展会扫码, budget: {above: 30000}}", "any: [{tier: hot}, {tier: cold}]", "not: {tier: warm}"})
    void does_not_hold_and_is_no_error(String condition) {
        assertFalse(parse(condition).holds(LEAD), condition);
    }

    @Test
    void s2_us_lies_within_north_america_and_nothing_needs_the_same_spelling() {
        var lead = new LeadFields("demo", Facts.NONE, null, 50, "warm", Priority.NORMAL, null, null);
        var us = new Facts(Contact.NONE, null, null, null, new Region("US", "United States", List.of("north-america", "US")), null, null,
                null, null, null, null, Map.of());
        var american = new LeadFields("demo", us, null, 50, "warm", Priority.NORMAL, null, null);
        for (var condition : List.of("region: {within: north-america}", "region: north-america", "region: US", "country: us")) {
            assertTrue(parse(condition).holds(american), condition);
            assertFalse(parse(condition).holds(lead), condition);
        }
    }

    @Test
    void a_place_that_is_not_known_is_compared_as_it_was_typed() {
        var typed = new Facts(Contact.NONE, null, null, null, new Region(null, "鼓楼区", List.of()), null, null, null, null, null, null, Map.of());
        var lead = new LeadFields("demo", typed, null, 50, "warm", Priority.NORMAL, null, null);
        assertTrue(parse("region: 鼓楼区").holds(lead));
        assertFalse(parse("region: {within: CN}").holds(lead));
    }

    @Test
    void the_word_that_matched_is_the_configured_one() {
        assertEquals(Optional.of("vip"), parse("subject: {contains: [托福, vip]}").word(LEAD));
        assertEquals(Optional.of("warm"), parse("any: [{tier: hot}, {tier: warm}]").word(LEAD));
        assertEquals(Optional.empty(), parse("budget: {above: 1}").word(LEAD));
        assertEquals(Optional.empty(), parse("not: {tier: hot}").word(LEAD));
    }

    @Test
    void a_condition_implies_every_wider_one() {
        assertTrue(RuleOrder.implies(parse("{tier: hot, form: demo}"), parse("tier: hot")));
        assertTrue(RuleOrder.implies(parse("tier: hot"), parse("tier: [hot, warm]")));
        assertTrue(RuleOrder.implies(parse("budget: {above: 10}"), parse("budget: {atLeast: 10}")));
        assertTrue(RuleOrder.implies(parse("budget: {above: 10, below: 20}"), parse("budget: {atMost: 20}")));
        assertTrue(RuleOrder.implies(parse("subject: {contains: 雅思}"), parse("subject: {exists: true}")));
        assertTrue(RuleOrder.implies(parse("any: [{tier: hot}, {tier: warm}]"), parse("tier: [hot, warm]")));
        assertTrue(RuleOrder.implies(parse("tier: hot"), parse("{}")));
    }

    @Test
    void a_condition_does_not_imply_a_narrower_or_another_one() {
        assertFalse(RuleOrder.implies(parse("tier: [hot, warm]"), parse("tier: hot")));
        assertFalse(RuleOrder.implies(parse("budget: {atLeast: 10}"), parse("budget: {above: 10}")));
        assertFalse(RuleOrder.implies(parse("{}"), parse("tier: hot")));
        assertFalse(RuleOrder.implies(parse("tier: hot"), parse("form: demo")));
        assertFalse(RuleOrder.implies(parse("not: {tier: hot}"), parse("tier: warm")));
        assertFalse(RuleOrder.implies(parse("subject: {exists: false}"), parse("subject: {exists: true}")));
    }
}
