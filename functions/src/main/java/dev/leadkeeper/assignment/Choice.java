package dev.leadkeeper.assignment;

import dev.leadkeeper.lead.Staff;
import dev.leadkeeper.rulebook.LeadFields;
import dev.leadkeeper.rulebook.Rule;
import java.time.Instant;
import java.util.List;

/**
 * What a strategy picks from.
 *
 * @param rule     the rule that asks
 * @param lead     the lead as conditions see it
 * @param scope    whom the rule means for this lead, whether or not they can receive
 * @param eligible those of them who can, never empty, in the order of the scope
 * @param roster   for the counts of turn pools
 * @param now      when
 */
record Choice(Rule rule, LeadFields lead, Scope scope, List<Staff> eligible, Roster roster, Instant now) {}
