package dev.leadkeeper.infra.simulation.planted;

import java.util.List;

/** Bugs in who is taken for one customer, and whose that customer is. */
final class CustomerBugs {
    static final List<Mutant> ALL = List.of(
            new Mutant("what a new lead says of customers is not stored", "ledger/Deliveries",
                    "        return transactions.commit(step, outcome.claim().writes()) ? Optional.of(new Delivered.Created(step.after()))",
                    "        return transactions.commit(step, List.of()) ? Optional.of(new Delivered.Created(step.after()))"),
            new Mutant("what a revision says of customers is not stored", "ledger/Deliveries",
                    "        return transactions.commit(step, outcome.claim().writes())\n"
                            + "                ? Optional.of(new Delivered.Revised(step.after())) : Optional.empty();",
                    "        return transactions.commit(step, List.of())\n"
                            + "                ? Optional.of(new Delivered.Revised(step.after())) : Optional.empty();"),
            new Mutant("an address is no strong key", "ledger/Customers", "keys.add(key(\"email\", facts.contact().email()));", "keys.size();"),
            new Mutant("merges are followed one step", "ledger/Customers",
                    "            at = doc.get().text(\"mergedInto\");\n            born = doc.get().instant(\"mergedSince\");",
                    "            return new Known(doc.get().text(\"mergedInto\"), doc.get().instant(\"mergedSince\"), null, 0, false);"),
            new Mutant("hashes of customers' keys are short", "ledger/Customers",
                    "keyed.hash(kind + \":\" + value, 16)",
                    "keyed.hash(kind + \":\" + value, 16).substring(0, 1)"),
            new Mutant("the younger customer's owner wins", "ledger/Customers",
                    "Stream.concat(Stream.of(eldest), younger.stream()).map(Known::owner)",
                    "Stream.concat(younger.stream(), Stream.of(eldest)).map(Known::owner)"),
            new Mutant("a returning customer is not noted", "ledger/Customers", "        writes.add(meet(eldest, younger, returning));", ""));

    private CustomerBugs() {}
}
