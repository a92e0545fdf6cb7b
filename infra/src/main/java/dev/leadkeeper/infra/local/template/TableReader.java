package dev.leadkeeper.infra.local.template;

import dev.leadkeeper.infra.local.template.Template.Index;
import dev.leadkeeper.infra.local.template.Template.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads an {@code AWS::DynamoDB::Table}. */
final class TableReader {
    private TableReader() {}

    static Table read(String id, ResourceNames names, Properties properties) {
        properties.text("TableName");
        if (!properties.text("BillingMode").orElse("PROVISIONED").equals("PAY_PER_REQUEST")) {
            throw properties.refused("BillingMode", "must be PAY_PER_REQUEST");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        properties.children("AttributeDefinitions")
                .forEach(each -> attributes.put(each.required("AttributeName"), each.required("AttributeType")));
        Optional<String> expiry = properties.child("TimeToLiveSpecification")
                .filter(ttl -> ttl.flag("Enabled", false)).map(ttl -> ttl.required("AttributeName"));
        Table table = new Table(id, names.name(id), names.arn(id), attributes, keys(properties),
                properties.children("GlobalSecondaryIndexes").stream().map(TableReader::index).toList(),
                properties.children("LocalSecondaryIndexes").stream().map(TableReader::index).toList(), expiry);
        properties.done();
        return table;
    }

    private static Index index(Properties properties) {
        Properties projection = properties.child("Projection").orElseThrow(() -> properties.refused("Projection", "is missing"));
        return new Index(properties.required("IndexName"), keys(properties), projection.required("ProjectionType"),
                projection.texts("NonKeyAttributes"));
    }

    /** Partition key first, in whatever order the template lists them. */
    private static List<String> keys(Properties properties) {
        Map<String, String> byType = new TreeMap<>();
        properties.children("KeySchema").forEach(each -> byType.put(each.required("KeyType"), each.required("AttributeName")));
        return List.copyOf(byType.values());
    }
}
