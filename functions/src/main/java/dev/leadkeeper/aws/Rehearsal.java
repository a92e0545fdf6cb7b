package dev.leadkeeper.aws;

import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Condition;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Queue;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Every kind of call that the adapters make, each really signed and sent, to a socket of this process that answers as AWS would. Nobody
 * else is asked, and nothing of anybody's is in it.
 */
final class Rehearsal {
    private static final String ITEM = "{\"id\":{\"S\":\"x\"},\"n\":{\"N\":\"1\"},\"b\":{\"BOOL\":true},\"l\":{\"L\":[{\"S\":\"x\"}]},\"m\":{\"M\":{}}}";
    private static final Map<String, String> ANSWERS = Map.of("GetItem", "{\"Item\":" + ITEM + "}", "UpdateItem", "{\"Attributes\":" + ITEM + "}",
            "Query", "{\"Items\":[" + ITEM + "]}", "Scan", "{\"Items\":[" + ITEM + "]}",
            "BatchGetItem", "{\"Responses\":{\"LEADS\":[" + ITEM + "]},\"UnprocessedKeys\":{}}",
            "GetParametersByPath", "{\"Parameters\":[{\"Name\":\"/x/y/z\",\"Value\":\"x\"}]}");
    /** So often that C1, which the managed runtime alone has, compiles what runs in loops. */
    private static final int ROUNDS = 20;

    private static final String REGION = "us-east-1";
    private static final int BACKLOG = 8;

    private Rehearsal() {}

    /** Makes all calls, some times. */
    static void run(Clock clock, Ids ids) {
        try (var server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
             var connections = new Connections(AwsClients.CONNECT)) {
            Thread.ofVirtual().start(() -> serve(server));
            calls(connections, URI.create("http://127.0.0.1:" + server.getLocalPort()), clock, ids);
        } catch (IOException e) {
            throw new UncheckedIOException("no socket for a rehearsal", e);
        }
    }

    private static void calls(Connections connections, URI address, Clock clock, Ids ids) {
        var tables = new EnumMap<Table, String>(Table.class);
        List.of(Table.values()).forEach(table -> tables.put(table, table.name()));
        var urls = new EnumMap<Queue.Channel, String>(Queue.Channel.class);
        List.of(Queue.Channel.values()).forEach(channel -> urls.put(channel, "https://x/x"));
        var store = new DynamoStore(new DynamoCalls(service(connections, address, DynamoCalls.PROTOCOL)), tables, clock, ids);
        var queue = new SqsQueue(service(connections, address, SqsQueue.PROTOCOL), urls, clock, ids);
        var parameters = new SsmParameters(service(connections, address, SsmParameters.PROTOCOL));
        var files = new S3Files(new BucketService(connections, credentials(), address.resolve("/x"), REGION), clock, ids);
        var key = Key.of(Table.LEADS, "x");
        var put = new Write.Put(key, Map.of("id", "x", "n", 1L, "l", List.of("x")), Condition.missing("id"));
        for (int i = 0; i < ROUNDS; i++) {
            store.get(key);
            store.getAll(List.of(key));
            store.query(new Store.Query(Table.TIMELINE, "x", null, false, 1, null));
            store.scan(Table.LEADS, 1, null);
            store.write(put);
            store.transact(List.of(put));
            files.put("x", new byte[1], "text/plain");
            files.get("x");
            queue.send(Queue.Channel.NOTICES, Map.of("x", "x"));
            new SsmSecrets(parameters, "/x", clock, ids).live("y/z");
        }
    }

    private static JsonService service(Connections connections, URI address, JsonService.Protocol protocol) {
        return new JsonService(connections, credentials(), address, REGION, "x", protocol, () -> null);
    }

    private static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x"));
    }

    private static void serve(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException over) {
                return;
            }
        }
    }

    /** Just enough HTTP for the one client that comes here. */
    private static void answer(Socket socket) {
        try (socket) {
            converse(socket);
        } catch (IOException over) {
            // the client has hung up
        }
    }

    private static void converse(Socket socket) throws IOException {
        var in = new BufferedInputStream(socket.getInputStream());
        for (var line = line(in); line != null; line = line(in)) {
            var operation = "";
            int length = 0;
            for (; line != null && !line.isEmpty(); line = line(in)) {
                var header = line.toLowerCase(Locale.ROOT);
                if (header.startsWith("x-amz-target:")) {
                    operation = line.substring(line.lastIndexOf('.') + 1).strip();
                } else if (header.startsWith("content-length:")) {
                    length = Integer.parseInt(header.substring("content-length:".length()).strip());
                }
            }
            in.readNBytes(length);
            var body = ANSWERS.getOrDefault(operation, "{}"); // ASCII
            // In one piece: a second one would wait for the first to be acknowledged.
            socket.getOutputStream().write(("HTTP/1.1 200 OK\r\ncontent-length: " + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
    }

    /** {@code null} at the end. */
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
