package dev.leadkeeper.aws;

import dev.leadkeeper.json.Cursor;
import dev.leadkeeper.port.Clock;
import dev.leadkeeper.port.Ids;
import dev.leadkeeper.port.Key;
import dev.leadkeeper.port.Store;
import dev.leadkeeper.port.Table;
import dev.leadkeeper.port.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** The store on DynamoDB. Names of tables come from the template, names of indexes are those of the port in lower case. */
final class DynamoStore implements Store {
    private static final int MOST_ROUNDS = 20;

    private final DynamoDbClient client;
    private final Map<Table, String> tables;
    private final Attempts attempts;
    private final DynamoWrites writes;

    DynamoStore(DynamoDbClient client, Map<Table, String> tables, Clock clock, Ids ids) {
        this.client = client;
        this.tables = tables;
        this.attempts = new Attempts(clock, ids);
        this.writes = new DynamoWrites(client, tables, attempts, ids);
    }

    @Override
    public Optional<Map<String, Object>> get(Key key) {
        return get(key, true);
    }

    @Override
    public Optional<Map<String, Object>> glance(Key key) {
        return get(key, false);
    }

    private Optional<Map<String, Object>> get(Key key, boolean consistent) {
        var request = GetItemRequest.builder().tableName(tables.get(key.table()))
                .key(Attributes.write(key.attributes())).consistentRead(consistent).build();
        var answer = attempts.run("GetItem " + key.table(), Attempts.Repeat.READ, () -> client.getItem(request));
        return answer.hasItem() ? Optional.of(Attributes.read(answer.item())) : Optional.empty();
    }

    @Override
    public List<Optional<Map<String, Object>>> getAll(List<Key> keys) {
        return getAll(keys, true);
    }

    @Override
    public List<Optional<Map<String, Object>>> glanceAll(List<Key> keys) {
        return getAll(keys, false);
    }

    private List<Optional<Map<String, Object>>> getAll(List<Key> keys, boolean consistent) {
        if (keys.size() > 100) {
            throw new IllegalArgumentException("more than 100 keys");
        }
        var wanted = new HashMap<String, KeysAndAttributes>();
        for (var table : keys.stream().map(Key::table).distinct().toList()) {
            var unique = new LinkedHashSet<Map<String, AttributeValue>>();
            keys.stream().filter(key -> key.table() == table).forEach(key -> unique.add(Attributes.write(key.attributes())));
            wanted.put(tables.get(table), KeysAndAttributes.builder().keys(unique).consistentRead(consistent).build());
        }
        var found = found(wanted);
        return keys.stream().map(key -> Optional.ofNullable(found.get(key))).toList();
    }

    /** An answer holds at most 16 MB, and less when throttled; what is left is asked for again. */
    private Map<Key, Map<String, Object>> found(Map<String, KeysAndAttributes> wanted) {
        var found = new HashMap<Key, Map<String, Object>>();
        var rest = wanted;
        for (int round = 1; !rest.isEmpty(); round++) {
            var request = BatchGetItemRequest.builder().requestItems(rest).build();
            var answer = attempts.run("BatchGetItem", Attempts.Repeat.READ, () -> client.batchGetItem(request));
            var before = found.size();
            tables.forEach((table, name) -> answer.responses().getOrDefault(name, List.of()).forEach(attributes -> {
                var item = Attributes.read(attributes);
                found.put(Key.of(table, item), item);
            }));
            rest = answer.unprocessedKeys();
            if (!rest.isEmpty() && found.size() == before) {
                if (round >= MOST_ROUNDS) {
                    throw new Fault("BatchGetItem: nothing more after " + round + " rounds", null);
                }
                attempts.pause(Math.min(round, 4));
            }
        }
        return found;
    }

    @Override
    public Page query(Query query) {
        var table = query.table();
        var sort = table.sort().orElseThrow();
        var expression = new Expression(table);
        var condition = expression.name(table.hash()) + " = " + expression.value(query.hash())
                + (query.prefix() == null ? ""
                        : " AND begins_with(" + expression.name(sort) + ", " + expression.value(query.prefix()) + ")");
        var request = QueryRequest.builder().tableName(tables.get(table)).keyConditionExpression(condition)
                .expressionAttributeNames(expression.names()).expressionAttributeValues(expression.values())
                .scanIndexForward(!query.descending()).limit(query.limit()).consistentRead(true);
        if (query.after() != null) {
            var last = Cursor.read(query.after(), List.of(kind(table))).getFirst();
            request.exclusiveStartKey(Attributes.write(new Key(table, query.hash(), last).attributes()));
        }
        return page("Query " + table, request.build(), List.of(sort));
    }

    @Override
    public Page query(IndexQuery query) {
        var index = query.index();
        var table = index.table();
        var expression = new Expression(table);
        var condition = expression.name(index.hash()) + " = " + expression.value(query.hash())
                + (query.upTo() == null ? "" : " AND " + expression.name(index.sort()) + " <= " + expression.value(query.upTo()));
        var request = QueryRequest.builder().tableName(tables.get(table)).indexName(index.name().toLowerCase(Locale.ROOT))
                .keyConditionExpression(condition)
                .expressionAttributeNames(expression.names()).expressionAttributeValues(expression.values())
                .scanIndexForward(!query.descending()).limit(query.limit());
        if (query.after() != null) {
            var last = Cursor.read(query.after(), List.of(String.class, String.class));
            request.exclusiveStartKey(Attributes.write(Map.of(
                    index.hash(), query.hash(), index.sort(), last.getFirst(), table.hash(), last.getLast())));
        }
        return page("Query " + index, request.build(), List.of(index.sort(), table.hash()));
    }

    @Override
    public Page scan(Table table, int limit, String after) {
        return scan(table, ScanRequest.builder().consistentRead(true), limit, after);
    }

    @Override
    public Page scan(Table table, Set<String> attributes, int limit, String after) {
        var expression = new Expression(table);
        var projection = attributes.stream().sorted().map(expression::name).collect(Collectors.joining(", "));
        return scan(table, ScanRequest.builder().projectionExpression(projection).expressionAttributeNames(expression.names()),
                limit, after);
    }

    private Page scan(Table table, ScanRequest.Builder request, int limit, String after) {
        var names = new ArrayList<>(List.of(table.hash()));
        var kinds = new ArrayList<Class<?>>(List.of(String.class));
        table.sort().ifPresent(sort -> {
            names.add(sort);
            kinds.add(kind(table));
        });
        request.tableName(tables.get(table)).limit(limit);
        if (after != null) {
            var last = Cursor.read(after, kinds);
            var key = new Key(table, (String) last.getFirst(), table.sort().isEmpty() ? null : last.getLast());
            request.exclusiveStartKey(Attributes.write(key.attributes()));
        }
        var built = request.build();
        var answer = attempts.run("Scan " + table, Attempts.Repeat.READ, () -> client.scan(built));
        return page(answer.items(), answer.lastEvaluatedKey(), names);
    }

    @Override
    public WriteResult write(Write write) {
        return writes.write(write);
    }

    @Override
    public TransactResult transact(List<Write> all) {
        return writes.transact(all);
    }

    private Page page(String what, QueryRequest request, List<String> cursor) {
        var answer = attempts.run(what, Attempts.Repeat.READ, () -> client.query(request));
        return page(answer.items(), answer.lastEvaluatedKey(), cursor);
    }

    private static Page page(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> last, List<String> cursor) {
        var read = items.stream().map(Attributes::read).toList();
        if (last.isEmpty()) {
            return new Page(read, null);
        }
        var key = Attributes.read(last);
        return new Page(read, Cursor.write(cursor.stream().map(key::get).toList()));
    }

    private static Class<?> kind(Table table) {
        return table.numericSort() ? Long.class : String.class;
    }
}
