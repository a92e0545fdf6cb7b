package dev.leadkeeper.form;

import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Facts;
import dev.leadkeeper.lead.Region;
import dev.leadkeeper.normalise.Companies;
import dev.leadkeeper.normalise.Countries;
import dev.leadkeeper.normalise.Emails;
import dev.leadkeeper.normalise.Phones;
import dev.leadkeeper.normalise.Regions;
import dev.leadkeeper.normalise.Uscc;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes the facts of a lead from its node. */
final class Mapper {
    private Mapper() {}

    static Mapped map(FormDefinition form, Object node) {
        var answers = Answers.of(form.answers(), node).stream().filter(answer -> !form.ignores(answer)).toList();
        var picked = picked(form, node, answers);
        var unmapped = new Unmapped();
        var unknown = leftovers(form, answers, picked, unmapped);
        var facts = facts(form, picked, unmapped);
        return new Mapped(facts, unknown);
    }

    /** Where nothing at the form's own places says how to reach anybody, what lies deeper in the same answers may. */
    private static Picked picked(FormDefinition form, Object node, List<Answer> answers) {
        var picked = Picker.pick(form, node, answers);
        if (!form.commonNames() || picked.has(LeadField.PHONE) || picked.has(LeadField.EMAIL)) {
            return picked;
        }
        var deeper = Stream.concat(answers.stream(), Inside.of(answers).stream()).filter(answer -> !form.ignores(answer)).toList();
        var again = Picker.pick(form, node, deeper);
        return again.has(LeadField.PHONE) || again.has(LeadField.EMAIL) ? again : picked;
    }

    private static List<String> leftovers(FormDefinition form, List<Answer> answers, Picked picked, Unmapped unmapped) {
        var unknown = new ArrayList<String>();
        for (var answer : answers) {
            if (picked.used().contains(answer)) {
                continue;
            }
            var name = unmapped.put(answer.name(), answer.value());
            if (name != null && !form.knows(answer) && !unknown.contains(name)) {
                unknown.add(name);
            }
        }
        return unknown;
    }

    private static Facts facts(FormDefinition form, Picked picked, Unmapped unmapped) {
        var region = region(form, picked, unmapped);
        var country = country(region, form);
        var phone = phone(picked, country);
        var email = email(picked);
        var uscc = Uscc.check(picked.text(LeadField.USCC)) instanceof Uscc.Valid(var code) ? code : null;
        picked.asTyped().forEach((field, value) -> unmapped.put(field.word() + ".asTyped", value));
        var contact = new Contact(name(picked), phone, email);
        return new Facts(contact, Companies.display(said(form, picked, LeadField.COMPANY)), uscc,
                said(form, picked, LeadField.INDUSTRY), region, said(form, picked, LeadField.SUBJECT),
                budget(picked, unmapped), said(form, picked, LeadField.SOURCE_CHANNEL), said(form, picked, LeadField.NEED_BY),
                said(form, picked, LeadField.DECISION_ROLE), said(form, picked, LeadField.NOTE), unmapped.toMap());
    }

    /** A number that made no sense before the lead's country was known may make sense in it. */
    private static String phone(Picked picked, String country) {
        var typed = picked.has(LeadField.PHONE) ? picked.values().get(LeadField.PHONE) : picked.asTyped().get(LeadField.PHONE);
        return switch (Phones.normalise(Compounds.phone(typed), country)) {
            case Phones.Phone(var e164) -> {
                picked.asTyped().remove(LeadField.PHONE);
                yield e164;
            }
            case Phones.Unusable unusable -> null;
        };
    }

    /** Some write both into the field for the number. */
    private static String email(Picked picked) {
        var field = picked.has(LeadField.EMAIL) ? LeadField.EMAIL : LeadField.PHONE;
        return Emails.normalise(picked.text(field)).orElse(null);
    }

    /** What was said, else the form's default. */
    private static String said(FormDefinition form, Picked picked, LeadField field) {
        var text = picked.text(field);
        return text == null ? form.rule(field).otherwise() : text;
    }

    private static String name(Picked picked) {
        var whole = Compounds.name(picked.values().get(LeadField.NAME));
        var name = whole == null ? Compounds.name(Compounds.name(picked.values().get(LeadField.FIRST_NAME)),
                Compounds.name(picked.values().get(LeadField.LAST_NAME))) : whole;
        return Texts.cut(name, LeadField.NAME.longest());
    }

    /** A range or rough amount keeps its words beside the number. */
    private static Long budget(Picked picked, Unmapped unmapped) {
        var text = picked.text(LeadField.BUDGET);
        var yuan = Money.yuan(text);
        if (yuan.isEmpty()) {
            return null;
        }
        if (!text.equals(Long.toString(yuan.getAsLong()))) {
            unmapped.put(LeadField.BUDGET.word() + ".asTyped", text);
        }
        return yuan.getAsLong();
    }

    /** The deepest place that all that was said about places names together. */
    private static Region region(FormDefinition form, Picked picked, Unmapped unmapped) {
        var country = said(form, picked, LeadField.COUNTRY);
        var named = Stream.of(LeadField.PROVINCE, LeadField.CITY, LeadField.DISTRICT, LeadField.REGION)
                .flatMap(field -> Compounds.place(picked.values().get(field)).stream())
                .map(text -> Texts.cut(text, LeadField.REGION.longest())).toList();
        var address = Compounds.place(picked.values().get(LeadField.ADDRESS)).stream()
                .map(text -> Texts.cut(text, LeadField.ADDRESS.longest())).toList();
        if (!address.isEmpty()) {
            unmapped.put(LeadField.ADDRESS.word(), String.join(" ", address));
        }
        country = country == null && !address.isEmpty() ? countryAtTheEnd(address.getLast()) : country;
        var parts = named.isEmpty() ? address : named;
        if (parts.isEmpty() && country == null) {
            return null;
        }
        var found = Regions.find(parts, country == null ? form.country() : country);
        return found.path().isEmpty() && !parts.isEmpty() && country != null ? inCountry(found, country, unmapped) : found;
    }

    /** Western addresses end with the country: {@code Webster, TX 77598, USA}. */
    private static String countryAtTheEnd(String address) {
        var last = address.substring(address.lastIndexOf(',') + 1).strip();
        return address.contains(",") && !Regions.find(List.of(), last).path().isEmpty() ? last : null;
    }

    /** A place that is not known within a country that is: at least the country is sure. */
    private static Region inCountry(Region unknown, String country, Unmapped unmapped) {
        var sure = Regions.find(List.of(), country);
        if (sure.path().isEmpty()) {
            return unknown;
        }
        unmapped.put(LeadField.REGION.word() + ".asTyped", unknown.name());
        return sure;
    }

    /** ISO code under which the lead (in 香港, not CN but HK) telephones, as far as it is known: what was said, else the form's. */
    private static String country(Region region, FormDefinition form) {
        return Countries.ofTelephones(region).orElse(form.country());
    }
}
