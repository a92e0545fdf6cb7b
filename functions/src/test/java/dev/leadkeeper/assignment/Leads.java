package dev.leadkeeper.assignment;

import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Priority;
import dev.leadkeeper.lead.Region;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds questions for tests: a plain warm lead, changed where a test says so. */
final class Leads {
    static final Region PUDONG = new Region("310115", "上海市浦东新区", List.of("asia", "CN", "310000", "310115"));
    static final Region US = new Region("US", "United States", List.of("north-america", "US"));

    private String industry;
    private Region region;
    private String subject;
    private Long budget;
    private String sourceChannel;
    private Map<String, Object> unmapped = Map.of();
    private int score = 50;
    private String tier = "warm";
    private String owner;
    private Set<String> cooling = Set.of();
    private boolean roundsOver;

    static Leads lead() {
        return new Leads();
    }

    Leads industry(String to) {
        industry = to;
        return this;
    }

    Leads region(Region to) {
        region = to;
        return this;
    }

    Leads subject(String to) {
        subject = to;
        return this;
    }

    Leads budget(long to) {
        budget = to;
        return this;
    }

    Leads from(String channel) {
        sourceChannel = channel;
        return this;
    }

    Leads unmapped(Map<String, Object> to) {
        unmapped = to;
        return this;
    }

    Leads scored(int points, String itsTier) {
        score = points;
        tier = itsTier;
        return this;
    }

    Leads ownedBefore(String staff) {
        owner = staff;
        return this;
    }

    Leads hadBy(String staff) {
        cooling = Set.of(staff);
        return this;
    }

    Leads roundsOver() {
        roundsOver = true;
        return this;
    }

    Facts facts() {
        return new Facts(new Contact("张三", "+8613912345678", null), null, null, industry, region, subject, budget, sourceChannel,
                null, null, null, unmapped);
    }

    Question question() {
        return new Question("lead", "demo", facts(), score, tier, Priority.NORMAL, owner, cooling, roundsOver);
    }
}
