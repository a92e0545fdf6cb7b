package dev.leadkeeper.infra.stack;

import dev.leadkeeper.port.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;

/** A deployed stack, known by what its tables are called: {@code <stack>-StaffTable-<random>}. */
final class Stack {
    private Stack() {}

    /**
     * The tables' names, as the functions' environment has them.
     *
     * @throws IllegalStateException if a table is missing, or there are several of one kind because an older stack of the same
     *                               name left its own behind
     */
    static Map<String, String> tables(DynamoDbClient client, String stack) {
        var names = client.listTablesPaginator().tableNames().stream().toList();
        var environment = new HashMap<String, String>();
        var problems = new ArrayList<String>();
        for (var table : Table.values()) {
            var logicalId = logicalId(table);
            var found = names.stream().filter(name -> name.matches("\\Q" + stack + "-" + logicalId + "\\E(-[A-Z0-9]+)?")).toList();
            if (found.size() == 1) {
                environment.put(table + "_TABLE", found.getFirst());
            } else {
                problems.add(logicalId + ": " + (found.isEmpty() ? "not there" : "several, " + found));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the stack " + stack + " has no clear set of tables: " + String.join("; ", problems)
                    + ". Is it deployed, in this region? Tables outlive a deleted stack: remove those that nothing uses");
        }
        return environment;
    }

    /**
     * The name of the bucket that the template calls so, in lower case as CloudFormation makes it.
     *
     * @throws IllegalStateException as for tables
     */
    static String bucket(S3Client client, String stack, String logicalId) {
        var wanted = Pattern.compile("\\Q" + (stack + "-" + logicalId).toLowerCase(Locale.ROOT) + "\\E(-[a-z0-9]+)?");
        var found = client.listBuckets().buckets().stream().map(Bucket::name).filter(wanted.asMatchPredicate()).toList();
        if (found.size() != 1) {
            throw new IllegalStateException("the stack " + stack + " has no clear " + logicalId + ": "
                    + (found.isEmpty() ? "not there" : "several, " + found));
        }
        return found.getFirst();
    }

    /** As the template calls it. */
    private static String logicalId(Table table) {
        return table.name().charAt(0) + table.name().substring(1).toLowerCase(Locale.ROOT) + "Table";
    }
}
