package dev.leadkeeper.aws;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of Systems Manager. */
final class SsmParameters implements Parameters {
    static final JsonService.Protocol PROTOCOL = new JsonService.Protocol("AmazonSSM", "1.1");

    private final JsonService service;

    SsmParameters(JsonService service) {
        this.service = service;
    }

    @Override
    public Page under(String path, String from) {
        var request = new LinkedHashMap<String, Object>();
        request.put("Path", path);
        request.put("WithDecryption", true);
        if (from != null) {
            request.put("NextToken", from);
        }
        var answer = service.call("GetParametersByPath", request);
        var values = new HashMap<String, String>();
        for (var each : (List<?>) answer.getOrDefault("Parameters", List.of())) {
            var parameter = (Map<?, ?>) each;
            values.put((String) parameter.get("Name"), (String) parameter.get("Value"));
        }
        return new Page(values, (String) answer.get("NextToken"));
    }
}
