package dev.leadkeeper.infra.seed;

import dev.leadkeeper.infra.seed.Row.Sign;
import dev.leadkeeper.ledger.Customers;
import dev.leadkeeper.notice.CheckInLinks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which secrets would be stored. Values are not shown in the difference; the new ones of forms are collected in
 * {@link #issued} as they are stored, to be shown once.
 */
public final class SecretPlanner {
    private static final String KIND = "secret";

    private final Vault vault;
    private final Map<String, String> issued = new LinkedHashMap<>();

    public SecretPlanner(Vault vault) {
        this.vault = vault;
    }

    /** Secrets of forms that were made and stored by now, by name. */
    public Map<String, String> issued() {
        return issued;
    }

    /** The sample's secrets as its file has them, for the local cloud. */
    public Plan ofTheSample(Organisation organisation) {
        var rows = new ArrayList<Row>();
        organisation.secrets().forEach((name, value) -> rows.add(vault.find(name)
                .map(stored -> stored.equals(value) ? Row.same(KIND, name) : new Row(Sign.CHANGE, KIND, name, "", () -> vault.put(name, value)))
                .orElse(new Row(Sign.ADD, KIND, name, "", () -> vault.put(name, value)))));
        if (!organisation.secrets().containsKey(Customers.SECRET)) {
            rows.add(customerKeys());
        }
        return new Plan(rows);
    }

    /** New secrets for what has none; what is there stays. Those of channels come from their vendors and are only asked for. */
    public Plan ofOnesOwn(Organisation organisation) {
        var rows = new ArrayList<Row>();
        rows.add(customerKeys());
        rows.add(ownKey(CheckInLinks.SECRET));
        organisation.forms().values().forEach(form -> {
            var own = NewSecret.names(form).getFirst();
            NewSecret.names(form).forEach(name -> rows.add(vault.find(name).isPresent() ? Row.same(KIND, name)
                    : new Row(Sign.ADD, KIND, name, "made and shown once", () -> issue(name, name.equals(own) ? NewSecret.forForm(form) : NewSecret.word()))));
        });
        channelSecrets(organisation).stream().filter(name -> vault.find(name).isEmpty()).forEach(name ->
                rows.add(new Row(Sign.MISSING, KIND, name, "aws ssm put-parameter --type SecureString --name …/" + name + " --value …", () -> { })));
        return new Plan(rows);
    }

    private void issue(String name, String value) {
        vault.put(name, value);
        issued.put(name, value);
    }

    /** The key under which phones and addresses of customers are hashed. Nobody needs to see it; changing it would forget all customers. */
    private Row customerKeys() {
        return ownKey(Customers.SECRET);
    }

    /** A key that the product alone needs. */
    private Row ownKey(String name) {
        return vault.find(name).isPresent() ? Row.same(KIND, name)
                : new Row(Sign.ADD, KIND, name, "made, never shown", () -> vault.put(name, NewSecret.word()));
    }

    private static List<String> channelSecrets(Organisation organisation) {
        return ((Map<?, ?>) organisation.channels().get("channels")).values().stream()
                .map(each -> ((Map<?, ?>) each).get("secret")).filter(String.class::isInstance).map(String.class::cast).distinct().sorted().toList();
    }
}
