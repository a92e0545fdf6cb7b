package dev.leadkeeper.notice;

import dev.leadkeeper.lead.LeadId;
import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.lead.NoticeKind;
import dev.leadkeeper.lead.Sentence;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes one notice of many: how many of each kind, then the most urgent and oldest first, with links. */
public final class Digests {
    /** Titles that are shown; the shortest message of a channel holds about as many. */
    private static final int SHOWN = 10;

    private static final Map<String, Sentence> NAMES = Map.ofEntries(
            Map.entry("new-lead", new Sentence("新线索", "new leads")),
            Map.entry("at-risk", new Sentence("即将超时", "about to be late")),
            Map.entry("breached", new Sentence("已超时", "too late")),
            Map.entry("red", new Sentence("红灯线索", "red leads")),
            Map.entry("recycled", new Sentence("已回收", "taken back")),
            Map.entry("frozen", new Sentence("阶段停滞", "stuck in a stage")),
            Map.entry("dormant", new Sentence("沉默客户", "dormant customers")),
            Map.entry("compliance", new Sentence("时效达标", "compliance")),
            Map.entry("silent-rep", new Sentence("无记录的销售", "reps without entries")),
            Map.entry("undelivered", new Sentence("通知未送达", "undelivered notices")),
            Map.entry("address", new Sentence("通知渠道异常", "addresses to be mended")),
            Map.entry("advice", new Sentence("红灯建议", "red lights")),
            Map.entry("review", new Sentence("待复核", "to review")),
            Map.entry("reviewed", new Sentence("复核结果", "reviewed")),
            Map.entry("evidence-rejected", new Sentence("证据未通过", "evidence rejected")),
            Map.entry("evidence-too-old", new Sentence("证据过旧", "evidence too old")),
            Map.entry("evidence-duplicate", new Sentence("重复证据", "evidence used twice")),
            Map.entry("todo", new Sentence("待办", "to-dos")),
            Map.entry("drift", new Sentence("表单字段变更", "changed forms")));

    private final String publicUrl;

    /** @param publicUrl base of the links, empty for none */
    public Digests(String publicUrl) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** What the person is told of a kind. */
    static Sentence name(String kind) {
        return NAMES.getOrDefault(kind, new Sentence(kind, kind));
    }

    /**
     * One notice for these, which are for one person. The same ones in any order are the same notice.
     *
     * @param all at least one
     */
    public Notice of(List<HeldNotices.Held> all) {
        var recipient = all.getFirst().notice().recipient();
        var ids = all.stream().map(held -> held.notice().id()).sorted().collect(Collectors.joining("\0"));
        var counted = new TreeMap<String, Long>(Comparator.comparing(NoticeKind::urgency).thenComparing(Comparator.naturalOrder()));
        all.forEach(held -> counted.merge(held.notice().kind(), 1L, Long::sum));
        var first = all.stream().sorted(Comparator.comparing((HeldNotices.Held held) -> NoticeKind.urgency(held.notice().kind()))
                .thenComparing(HeldNotices.Held::since).thenComparing(held -> held.notice().id())).limit(SHOWN).toList();
        var more = all.size() - first.size();
        return new Notice(NoticeKind.DIGEST + ":" + LeadId.base32(LeadId.sha256(recipient + "\0" + ids)), NoticeKind.DIGEST, recipient, null,
                new Sentence(all.size() + " 条通知汇总", all.size() + " notices in one"),
                new Sentence(lines(counted.entrySet().stream().map(each -> name(each.getKey()).zh() + " " + each.getValue()).collect(Collectors.joining("，")),
                        first.stream().map(held -> line(held, held.notice().title().zh())), more == 0 ? "" : "另有 " + more + " 条"),
                        lines(counted.entrySet().stream().map(each -> each.getValue() + " " + name(each.getKey()).en()).collect(Collectors.joining(", ")),
                                first.stream().map(held -> line(held, held.notice().title().en())), more == 0 ? "" : "and " + more + " more")),
                all.getFirst().notice().trace());
    }

    private static String lines(String counts, Stream<String> first, String more) {
        return Stream.concat(Stream.concat(Stream.of(counts), first), Stream.of(more).filter(line -> !line.isEmpty())).collect(Collectors.joining("\n"));
    }

    private String line(HeldNotices.Held held, String title) {
        var lead = held.notice().lead();
        return "· " + title + (publicUrl.isEmpty() || lead == null ? "" : " " + publicUrl + "/leads/" + URLEncoder.encode(lead, StandardCharsets.UTF_8));
    }
}
