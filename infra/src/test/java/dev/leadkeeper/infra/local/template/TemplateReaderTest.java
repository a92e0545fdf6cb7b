package dev.leadkeeper.infra.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.infra.local.template.Template.Route;
import dev.leadkeeper.infra.local.template.Template.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateReaderTest {
    private static final String TABLE = """
            Resources:
              Things:
                Type: AWS::DynamoDB::Table
                Properties:
                  TableName: %s
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions: [{AttributeName: id, AttributeType: S}, {AttributeName: at, AttributeType: N}]
                  KeySchema: [{AttributeName: at, KeyType: RANGE}, {AttributeName: id, KeyType: HASH}]
            """;
    private static final String FUNCTION = """
            Resources:
              Work:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: a.B
            %s
              Queue: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 36}}
            """;

    @TempDir
    private Path folder;

    private Template read(String yaml, Map<String, String> parameters) throws IOException {
        Path file = Files.writeString(folder.resolve("template.yaml"), yaml);
        return new TemplateReader(Place.local("http://127.0.0.1:9324", "http://localhost:8080"), parameters).read(file);
    }

    private Template read(String yaml) throws IOException {
        return read(yaml, Map.of());
    }

    private String refusal(String yaml) {
        return assertThrows(TemplateError.class, () -> read(yaml)).getMessage();
    }

    /** Evaluates an expression where a table's name stands. */
    private String evaluated(String expression) throws IOException {
        return read("""
                Parameters:
                  Stage: {Type: String, Default: test}
                  Zones: {Type: CommaDelimitedList, Default: 'a, b'}
                Mappings: {Names: {test: {short: t}}}
                Conditions:
                  IsTest: !Equals [!Ref Stage, test]
                  IsBoth: !And [!Condition IsTest, !Not [!Equals [!Ref Stage, live]]]
                  IsEither: !Or [!Equals [!Ref Stage, live], !Condition IsBoth]
                """ + TABLE.formatted(expression)).tables().getFirst().name();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain                                                    | plain
            !Ref Stage                                               | test
            {Ref: Stage}                                             | test
            !Sub '${Stage}-${AWS::Region}-${!literal}'               | test-us-east-1-${literal}
            !Sub ['${x}-${Things.Arn}', {x: !Ref Stage}]             | test-arn:aws:dynamodb:us-east-1:000000000000:table/leadkeeper-Things
            !If [IsEither, yes-it-is, no]                            | yes-it-is
            {'Fn::If': [IsBoth, !Ref Stage, no]}                     | test
            !Join ['-', [a, !Ref Stage]]                             | a-test
            !Select [1, !Ref Zones]                                  | b
            !Select [0, !Split ['/', 'x/y']]                         | x
            !FindInMap [Names, !Ref Stage, short]                    | t
            !Ref AWS::StackName                                      | leadkeeper
            !Ref AWS::Partition                                      | aws
            !If [IsTest, !Ref AWS::NoValue, x]                       | leadkeeper-Things
            """)
    void every_intrinsic_is_evaluated(String expression, String value) throws IOException {
        // A table's own name cannot be used in itself; that one expression only shows the shape of an ARN.
        assertEquals(value, expression.contains("Things.Arn") ? evaluatedElsewhere(expression) : evaluated(expression));
    }

    private String evaluatedElsewhere(String expression) throws IOException {
        return read("""
                Parameters: {Stage: {Type: String, Default: test}}
                Globals: {Function: {Environment: {Variables: {X: %s}}}}
                """.formatted(expression) + TABLE.formatted("!Ref AWS::NoValue")).environment().get("X");
    }

    @Test
    void references_to_resources_are_names_addresses_and_arns() throws IOException {
        Map<String, String> environment = read("""
                Globals:
                  Function:
                    Environment:
                      Variables: {TABLE: !Ref Things, URL: !Ref Jobs, ARN: !GetAtt Jobs.Arn, NAME: !GetAtt Jobs.QueueName}
                """ + TABLE.formatted("things") + "  Jobs: {Type: AWS::SQS::Queue}\n").environment();
        assertEquals("things", environment.get("TABLE"));
        assertEquals("http://127.0.0.1:9324/000000000000/leadkeeper-Jobs", environment.get("URL"));
        assertEquals("arn:aws:sqs:us-east-1:000000000000:leadkeeper-Jobs", environment.get("ARN"));
        assertEquals("leadkeeper-Jobs", environment.get("NAME"));
    }

    @Test
    void a_parameter_can_be_given_and_a_wrong_one_is_named() throws IOException {
        String yaml = "Parameters: {Name: {Type: String, AllowedValues: [a, b]}}\n" + TABLE.formatted("!Ref Name");
        assertEquals("b", read(yaml, Map.of("Name", "b")).tables().getFirst().name());
        assertTrue(refusal(yaml).contains("parameter Name has neither a default nor a value"));
        assertTrue(assertThrows(TemplateError.class, () -> read(yaml, Map.of("Name", "c"))).getMessage().contains("not c"));
        assertTrue(assertThrows(TemplateError.class, () -> read(yaml, Map.of("Name", "a", "Nmae", "a"))).getMessage().contains("Nmae"));
    }

    @Test
    void globals_are_merged_and_a_functions_own_value_wins() throws IOException {
        var function = read("Globals: {Function: {Timeout: 6, MemorySize: 512, Runtime: java25}}\n"
                + FUNCTION.formatted("      MemorySize: 1024")).functions().getFirst();
        assertEquals(Duration.ofSeconds(6), function.timeout());
        assertEquals(1024, function.memoryMb());
    }

    @Test
    void a_variable_of_one_functions_own_is_an_error_that_names_both() {
        String message = refusal(FUNCTION.formatted("      Environment: {Variables: {SECRET_SAUCE: x}}"));
        assertTrue(message.contains("Work") && message.contains("SECRET_SAUCE") && message.contains("Globals"), message);
    }

    @Test
    void what_is_not_understood_is_an_error_that_names_resource_and_property() {
        assertTrue(refusal("Resources: {Strange: {Type: AWS::Neptune::DBCluster}}").contains("Strange: resource type AWS::Neptune::DBCluster"));
        String property = refusal(FUNCTION.formatted("      VpcConfig: {SubnetIds: [a]}"));
        assertTrue(property.contains("Work (AWS::Serverless::Function)") && property.contains("VpcConfig"), property);
        String nested = refusal(FUNCTION.formatted("""
                      Events:
                        Jobs: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn, FilterCriteria: {Filters: []}}}
                """));
        assertTrue(nested.contains("Work") && nested.contains("FilterCriteria"), nested);
        assertTrue(refusal(TABLE.formatted("!ImportValue other-stack")).contains("Fn::ImportValue"));
        assertTrue(refusal(TABLE.formatted("!Ref Nobody")).contains("Nobody"));
        assertTrue(refusal("Hooks: {}\nResources: {}").contains("Hooks"));
    }

    @Test
    void what_has_no_local_effect_is_reported() throws IOException {
        Template template = read("""
                Resources:
                  One: {Type: AWS::CloudWatch::Alarm, Properties: {Anything: goes}}
                  Two: {Type: AWS::CloudWatch::Alarm}
                  Jobs: {Type: AWS::SQS::Queue, Properties: {SqsManagedSseEnabled: true}}
                """);
        assertEquals("2 × no metrics here", template.noLocalEffect().found().get("AWS::CloudWatch::Alarm"));
        assertEquals("1 × nothing is encrypted here", template.noLocalEffect().found().get("AWS::SQS::Queue.SqsManagedSseEnabled"));
    }

    @Test
    void a_resource_whose_condition_is_false_does_not_exist() throws IOException {
        Template template = read("""
                Conditions: {Never: !Equals [a, b]}
                Resources:
                  Gone: {Type: AWS::Neptune::DBCluster, Condition: Never}
                  Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: !If [Never, x, !Ref AWS::NoValue]}}
                """);
        assertEquals(List.of("leadkeeper-Jobs"), template.queues().stream().map(Template.Queue::name).toList());
    }

    @Test
    void routes_know_whether_they_are_open() throws IOException {
        var sources = read("""
                Resources:
                  Api:
                    Type: AWS::Serverless::HttpApi
                    Properties:
                      Auth: {DefaultAuthorizer: Staff, Authorizers: {Staff: {JwtConfiguration: {issuer: x, audience: [y]}}}}
                  Work:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B
                      Events:
                        Open: {Type: HttpApi, Properties: {ApiId: !Ref Api, Method: post, Path: /forms, Auth: {Authorizer: NONE}}}
                        Closed: {Type: HttpApi, Properties: {ApiId: !Ref Api, Method: GET, Path: '/leads/{id}'}}
                """).functions().getFirst().sources();
        assertEquals(List.of(new Route("POST", "/forms", false), new Route("GET", "/leads/{id}", true)), sources);
    }

    @Test
    void schedules_know_their_zone_their_retries_and_their_dead_letter_queue() throws IOException {
        var schedule = (Schedule) read(FUNCTION.formatted("""
                      Events:
                        Daily:
                          Type: ScheduleV2
                          Properties:
                            ScheduleExpression: cron(0 2 * * ? *)
                            ScheduleExpressionTimezone: Asia/Shanghai
                            RetryPolicy: {MaximumRetryAttempts: 3}
                            DeadLetterConfig: {Arn: !GetAtt Queue.Arn}
                """)).functions().getFirst().sources().getFirst();
        assertEquals("Asia/Shanghai", schedule.zone().getId());
        assertEquals(3, schedule.retries());
        assertEquals(Optional.of("arn:aws:sqs:us-east-1:000000000000:leadkeeper-Queue"), schedule.deadLetterArn());
    }

    @Test
    void the_keys_of_a_table_come_partition_key_first() throws IOException {
        assertEquals(List.of("id", "at"), read(TABLE.formatted("x")).tables().getFirst().keys());
    }

    @Test
    void the_repositorys_own_template_is_understood() {
        Template template = new TemplateReader(Place.local("http://127.0.0.1:9324", "http://localhost:8080"), Map.of())
                .read(Path.of("..", "template.yaml"));
        assertFalse(template.functions().isEmpty());
        assertTrue(template.environment().containsKey("LEADS_TABLE"));
    }
}
