package dev.leadkeeper.infra.local.template;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of the template's parameters and of AWS's pseudo parameters. */
final class Parameters {
    private Parameters() {}

    static Map<String, Object> values(Map<String, Object> declared, Map<String, String> overrides, Place place) {
        Map<String, Object> values = new LinkedHashMap<>();
        declared.forEach((name, body) -> {
            Map<?, ?> parameter = (Map<?, ?>) body;
            Object value = overrides.containsKey(name) ? overrides.get(name) : parameter.get("Default");
            if (value == null) {
                throw new TemplateError("parameter " + name + " has neither a default nor a value");
            }
            if (parameter.get("AllowedValues") instanceof List<?> allowed
                    && allowed.stream().noneMatch(each -> String.valueOf(each).equals(String.valueOf(value)))) {
                throw new TemplateError("parameter " + name + " may be one of " + allowed + ", not " + value);
            }
            boolean list = String.valueOf(parameter.get("Type")).matches("CommaDelimitedList|List<.*");
            values.put(name, list ? Arrays.stream(String.valueOf(value).split(",")).map(String::strip).toList()
                    : String.valueOf(value));
        });
        overrides.keySet().stream().filter(name -> !declared.containsKey(name)).findFirst().ifPresent(name -> {
            throw new TemplateError("parameter " + name + " is not declared in the template");
        });
        values.put("AWS::Region", place.region());
        values.put("AWS::AccountId", place.account());
        values.put("AWS::Partition", place.partition());
        values.put("AWS::StackName", place.stack());
        values.put("AWS::StackId", place.arn("cloudformation", "stack/" + place.stack() + "/local"));
        values.put("AWS::URLSuffix", place.partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com");
        return values;
    }
}
