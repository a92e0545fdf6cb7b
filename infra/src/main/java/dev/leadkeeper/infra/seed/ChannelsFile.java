package dev.leadkeeper.infra.seed;

import dev.leadkeeper.rulebook.PreferencesFile;
import dev.leadkeeper.settings.NoticeRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code channels.yaml}: the channels by name, how notices come, and who learns of those that reached nobody. */
final class ChannelsFile {
    /** What {@code dev.leadkeeper.notification.channel} knows. */
    private static final Set<String> TYPES = Set.of("outbox", "wecom-robot", "wecom-app", "dingtalk-robot", "feishu-robot", "slack",
            "teams", "email", "sms", "webhook");
    private static final Set<String> KEYS = Set.of("channels", "undeliveredTo", NoticeRules.SECTION);
    private static final String LOCAL = "${local}";

    private ChannelsFile() {}

    static Map<String, Object> read(Map<String, Object> document, String local, List<String> problems) {
        document.keySet().stream().filter(key -> !KEYS.contains(key)).forEach(key -> problems.add("channels.yaml: " + key + ": unknown key"));
        if (document.containsKey(NoticeRules.SECTION)) {
            PreferencesFile.problems(document.get(NoticeRules.SECTION)).forEach(each -> problems.add("channels.yaml: " + NoticeRules.SECTION + "." + each));
        }
        var channels = new LinkedHashMap<String, Object>();
        if (document.get("channels") instanceof Map<?, ?> named) {
            named.forEach((name, settings) -> {
                var where = "channels.yaml: " + name;
                switch (settings) {
                    case Map<?, ?> map when !TYPES.contains(String.valueOf(map.get("type"))) ->
                        problems.add(where + ": type: must be one of " + TYPES.stream().sorted().toList());
                    case Map<?, ?> map when local == null && map.toString().contains(LOCAL) ->
                        problems.add(where + ": " + LOCAL + " has a meaning on the local cloud only; remove this channel");
                    case Map<?, ?> map -> channels.put(String.valueOf(name), local == null ? map : filled(map, local));
                    case null, default -> problems.add(where + ": must be a mapping with a type");
                }
            });
        }
        if (channels.isEmpty() && problems.isEmpty()) {
            problems.add("channels.yaml: channels: there is none, so nobody would hear of a lead");
        }
        var out = new LinkedHashMap<>(document);
        out.put("channels", channels);
        return out;
    }

    private static Map<String, Object> filled(Map<?, ?> settings, String local) {
        var out = new LinkedHashMap<String, Object>();
        settings.forEach((key, value) -> out.put(String.valueOf(key), value instanceof String text ? text.replace(LOCAL, local) : value));
        return out;
    }
}
