package dev.leadkeeper.infra.local.emulators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/**
 * As much of SSM Parameter Store as the product uses, in its own protocol (AWS JSON 1.1): GetParameter, GetParameters,
 * GetParametersByPath, PutParameter, DeleteParameter. Values are kept as they come, also SecureStrings: nothing secret
 * belongs here. Under a data directory they are kept in one JSON file, replaced atomically before the answer.
 */
final class ParameterStore implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Optional<Path> file;
    private final String arnPrefix;
    private final Map<String, ObjectNode> parameters = new TreeMap<>();

    private ParameterStore(HttpServer server, String arnPrefix, Optional<Path> file) {
        this.server = server;
        this.arnPrefix = arnPrefix;
        this.file = file;
    }

    static ParameterStore start(int port, String region, String account, Optional<Path> directory) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ParameterStore store = new ParameterStore(server, "arn:aws:ssm:" + region + ":" + account + ":parameter",
                directory.map(path -> path.resolve("parameters.json")));
        if (store.file.isPresent() && Files.exists(store.file.get())) {
            JSON.readTree(Files.readAllBytes(store.file.get())).properties()
                    .forEach(each -> store.parameters.put(each.getKey(), (ObjectNode) each.getValue()));
        }
        server.createContext("/", store::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return store;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target")).orElse("");
        int status = 200;
        JsonNode body;
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            try {
                body = call(target.substring(target.indexOf('.') + 1), request);
            } catch (Refusal refusal) {
                status = 400;
                body = JSON.createObjectNode().put("__type", refusal.type).put("message", refusal.getMessage());
            }
            byte[] bytes = JSON.writeValueAsBytes(body);
            exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized JsonNode call(String operation, JsonNode request) throws Refusal, IOException {
        return switch (operation) {
            case "GetParameter" -> JSON.createObjectNode().set("Parameter", get(request.path("Name").asText()));
            case "GetParameters" -> several(request.path("Names"));
            case "GetParametersByPath" -> byPath(request.path("Path").asText(), request.path("Recursive").asBoolean());
            case "PutParameter" -> put(request);
            case "DeleteParameter" -> {
                get(request.path("Name").asText());
                parameters.remove(request.path("Name").asText());
                save();
                yield JSON.createObjectNode();
            }
            default -> throw new Refusal("UnknownOperationException", operation + " is not part of the local parameter store");
        };
    }

    private ObjectNode get(String name) throws Refusal {
        ObjectNode found = parameters.get(name);
        if (found == null) {
            throw new Refusal("ParameterNotFound", "Parameter " + name + " not found.");
        }
        return found;
    }

    private ObjectNode several(JsonNode names) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode found = answer.putArray("Parameters");
        ArrayNode invalid = answer.putArray("InvalidParameters");
        names.forEach(name -> {
            ObjectNode parameter = parameters.get(name.asText());
            if (parameter == null) {
                invalid.add(name.asText());
            } else {
                found.add(parameter);
            }
        });
        return answer;
    }

    private ObjectNode byPath(String path, boolean recursive) {
        String prefix = path.endsWith("/") ? path : path + "/";
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode found = answer.putArray("Parameters");
        parameters.forEach((name, parameter) -> {
            if (name.startsWith(prefix) && (recursive || name.indexOf('/', prefix.length()) < 0)) {
                found.add(parameter);
            }
        });
        return answer;
    }

    private ObjectNode put(JsonNode request) throws Refusal, IOException {
        String name = request.path("Name").asText();
        ObjectNode before = parameters.get(name);
        if (before != null && !request.path("Overwrite").asBoolean()) {
            throw new Refusal("ParameterAlreadyExists", "The parameter " + name + " already exists.");
        }
        long version = before == null ? 1 : before.path("Version").asLong() + 1;
        parameters.put(name, JSON.createObjectNode()
                .put("Name", name)
                .put("Type", before == null ? request.path("Type").asText("String") : before.path("Type").asText())
                .put("Value", request.path("Value").asText())
                .put("Version", version)
                .put("LastModifiedDate", System.currentTimeMillis() / 1000.0)
                .put("ARN", arnPrefix + (name.startsWith("/") ? "" : "/") + name)
                .put("DataType", "text"));
        save();
        return JSON.createObjectNode().put("Version", version).put("Tier", "Standard");
    }

    private void save() throws IOException {
        if (file.isPresent()) {
            Path next = file.get().resolveSibling("parameters.json.next");
            Files.write(next, JSON.writeValueAsBytes(parameters));
            Files.move(next, file.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final String type;

        Refusal(String type, String message) {
            super(message, null, false, false);
            this.type = type;
        }
    }
}
