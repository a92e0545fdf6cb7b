package dev.leadkeeper.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpServer;
import dev.leadkeeper.fake.SeededIds;
import dev.leadkeeper.fake.VirtualClock;
import dev.leadkeeper.json.Json;
import dev.leadkeeper.port.Change;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Index;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the store sends is what the SDK's own client would send: operation by operation, field by field. */
class DynamoCallsTest {
    private static final Key LEAD = Key.of(Table.LEADS, "a");
    private static final Key EVENT = Key.of(Table.TIMELINE, "a", 1);
    private static final Condition EVERYTHING = Condition.all(Condition.exists("id"), Condition.missing("gone"), Condition.equal("ver", 1L),
            Condition.any(Condition.below("open", 8L), Condition.unchanged("day", null)));
    private static final List<Change> CHANGES = List.of(Change.set("map.inner", List.of(1L, Map.of("尺", new byte[] {1}))),
            Change.add("open", 1), Change.remove("pool"));

    private final SdkHttpClient http = AwsCrtHttpClient.create();
    private final Connections connections = new Connections(AwsClients.CONNECT);
    private final StaticCredentialsProvider credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"));
    private final List<Map<String, Object>> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = Json.readOwn(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var headers = exchange.getRequestHeaders();
            asked.add(Map.of("target", headers.getFirst("X-Amz-Target"), "type", headers.getFirst("Content-Type"), "body", body));
            try (exchange) {
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        connections.close();
        http.close();
    }

    @Test
    void reads_are_asked_as_the_sdk_asks_them() {
        same(store -> store.get(EVENT));
        same(store -> store.getAll(List.of(LEAD)));
        same(store -> store.query(new Store.Query(Table.SIGNALS, "drift", "form#", true, 25, null)));
        same(store -> store.query(new Store.Query(Table.TIMELINE, "a", null, false, 1000, null)));
        same(store -> store.query(new Store.IndexQuery(Index.HELD, "rep#a", "2026", true, 25, null)));
        same(store -> store.scan(Table.STAFF, 100, null));
        same(store -> store.scan(Table.LEADS, Set.of("id", "ver", "order"), 100, null));
    }

    @Test
    void writes_are_sent_as_the_sdk_sends_them() {
        same(store -> store.write(new Write.Put(LEAD, Map.of("id", "a", "text", "上海 😀", "flag", true, "raw", new byte[] {0, -1}), Condition.NONE)));
        same(store -> store.write(new Write.Put(EVENT, Map.of("lead", "a", "seq", 1L), EVERYTHING)));
        same(store -> store.write(new Write.Update(LEAD, CHANGES, EVERYTHING)));
        same(store -> store.write(new Write.Update(LEAD, CHANGES, Condition.NONE)));
        same(store -> store.write(new Write.Delete(LEAD, EVERYTHING)));
        same(store -> store.write(new Write.Delete(LEAD, Condition.NONE)));
    }

    @Test
    void a_transaction_is_sent_as_the_sdk_sends_it() {
        same(store -> store.transact(List.of(
                new Write.Put(LEAD, Map.of("id", "a"), EVERYTHING),
                new Write.Update(Key.of(Table.STAFF, "rep"), CHANGES, EVERYTHING),
                new Write.Delete(Key.of(Table.CUSTOMERS, "key"), EVERYTHING),
                new Write.Check(Key.of(Table.CUSTOMERS, "other"), EVERYTHING))));
    }

    private void same(Consumer<Store> call) {
        var sdk = DynamoDbClient.builder().httpClient(http).credentialsProvider(credentials).region(Region.US_EAST_1)
                .endpointOverride(address()).build();
        var theirs = sent(sdk, call);
        var ours = sent(new DynamoCalls(new JsonService(connections, credentials, address(), "us-east-1", "dynamodb", DynamoCalls.PROTOCOL,
                () -> null)), call);
        assertFalse(theirs.isEmpty());
        assertEquals(theirs, ours);
    }

    private List<Map<String, Object>> sent(DynamoDbClient client, Consumer<Store> call) {
        asked.clear();
        var tables = new EnumMap<Table, String>(Table.class);
        for (var table : Table.values()) {
            tables.put(table, table.name().toLowerCase(java.util.Locale.ROOT));
        }
        call.accept(new DynamoStore(client, tables, new VirtualClock("2026-01-01T00:00:00Z"), new SeededIds(1)));
        return List.copyOf(asked);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
