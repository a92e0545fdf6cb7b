package dev.leadkeeper.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Region;
import dev.leadkeeper.normalise.Regions;
import dev.leadkeeper.people.Office;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadSheetTest {
    private final Office office = new Office();

    @Test
    void a_masked_lead_names_a_region_by_its_code_and_not_by_the_address_that_was_typed() {
        assertEquals("美国", masked(Regions.find(List.of("800 W NASA Pkwy, Webster, TX 77598"), "USA")).get("name"));
        assertEquals("上海市浦东新区", masked(Regions.find(List.of("上海浦东新区"), null)).get("name"));
        assertEquals("北美洲", masked(Regions.find(List.of("North America"), null)).get("name"));
        assertEquals("台湾省", masked(Regions.find(List.of("台湾"), null)).get("name"));
        assertEquals("***", masked(Regions.find(List.of("幸福路 7 号 302"), null)).get("name"));
    }

    private Map<?, ?> masked(Region region) {
        var facts = new Facts(new Contact("张伟", "+8613812345678", null), null, null, null, region, null, null, null, null, null,
                null, Map.of());
        return (Map<?, ?>) LeadSheet.of(office.nurturing("one"), facts, null, true, office.clock.now()).done().get("region");
    }
}
