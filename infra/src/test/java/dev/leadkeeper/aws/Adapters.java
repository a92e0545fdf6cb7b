package dev.leadkeeper.aws;

import dev.leadkeeper.infra.TestCloud;
import dev.leadkeeper.port.Table;
import java.util.EnumMap;
import java.util.Map;

/** The adapters as the wiring makes them, on the test cloud. */
final class Adapters {
    private Adapters() {}

    static AwsPorts ports() throws Exception {
        return new AwsPorts(TestCloud.shared().environment(), new SystemClock(), new SecureIds());
    }

    static Map<Table, String> tables() throws Exception {
        var names = new EnumMap<Table, String>(Table.class);
        for (var table : Table.values()) {
            names.put(table, TestCloud.shared().environment().get(table + "_TABLE"));
        }
        return names;
    }
}
