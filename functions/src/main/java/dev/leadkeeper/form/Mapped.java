package dev.leadkeeper.form;

import dev.leadkeeper.lead.Facts;
import java.util.List;

/**
 * What a node says about a lead.
 *
 * @param facts   normalised
 * @param unknown names of fields that the mapping does not know
 */
record Mapped(Facts facts, List<String> unknown) {
    Mapped {
        unknown = List.copyOf(unknown);
    }
}
