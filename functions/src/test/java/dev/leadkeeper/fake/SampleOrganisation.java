package dev.leadkeeper.fake;

import dev.leadkeeper.json.Json;
import dev.leadkeeper.ledger.StaffBook;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.rulebook.StaffFile;
import dev.leadkeeper.settings.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The organisation of {@code infra/seed}, put into a store as the seeding command does it. */
public final class SampleOrganisation {
    private static final Path SEED = Path.of("../infra/seed");

    private SampleOrganisation() {}

    /** A YAML file of the seed as plain values. */
    public static Map<String, Object> yaml(String name) {
        try {
            return Json.readOwn(Json.write(new Yaml(new WithDecimals()).load(Files.readString(SEED.resolve(name)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Our JSON has exact decimals and no floating point. */
    private static final class WithDecimals extends SafeConstructor {
        WithDecimals() {
            super(new LoaderOptions());
            yamlConstructors.put(Tag.FLOAT, new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return new BigDecimal(constructScalar((ScalarNode) node));
                }
            });
        }
    }

    /** Stores rulebook, staff and an outbox channel. */
    public static void load(Store store, VirtualClock clock) {
        var documents = new Documents(store);
        var rulebook = yaml("rulebook.yaml");
        var version = (String) rulebook.get("version");
        documents.save("rulebook", version, 0, rulebook);
        documents.save("live", "rulebook", 0, Map.of("version", version));
        documents.save("organisation", "channels", 0, Map.of("channels", Map.of("outbox", Map.of("type", "outbox", "baseUrl",
                "http://localhost/local/outbox"))));
        var staff = StaffFile.parse(yaml("staff.yaml"), LocalDate.ofInstant(clock.now(), ZoneId.of("Asia/Shanghai")));
        var book = new StaffBook(store);
        List.copyOf(staff).forEach(book::save);
    }
}
