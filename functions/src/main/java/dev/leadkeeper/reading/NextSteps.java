package dev.leadkeeper.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The clause that says what comes next. One that is called so comes first, then one with a day to come and something to do,
 * then one in which somebody means to do something. What is declined is no step.
 */
final class NextSteps {
    private static final int LONGEST = 200;
    private static final Pattern CLAUSE = Pattern.compile("[，,]+");
    private static final Pattern CALLED = Pattern.compile("(?:下一步|接下来|后续|待办|next steps?|action items?|to-?do)(?:(?:动作|计划|安排)(?=\\s*[:：是]))?是?\\s*(?:[:：]|is |are )?\\s*(.{2,})", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOES = Pattern.compile("看|参观|考察|发|寄|签|试用|试听|试课|开会|上会|汇报|演示|见面|碰|拜访|来访|回复|答复|反馈|确认|付款|打款|转账|支付|审批|评审|招标|投标|对接|安装|"
            + "测试|报名|交费|缴费|沟通|讨论|聊|联系|打电话|回电|给.{0,4}(?:方案|报价|资料|合同)|提交|出(?:方案|报价|合同)|盖章|"
            + "\\b(?:visit|send|sign|meet|meeting|call|review|demo|trial|confirm|reply|answer|pay|approve|talk|discuss|come|present|submit|test|install|get back)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MEANS_TO = Pattern.compile("要|(?<![开上议])会(?!议)|准备|打算|计划|安排|约|希望|请|让|需要|will|'ll|plan|going to|want|would like|need|please|let's", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLINES = Pattern.compile("不用|不需要|不必|不会|不要|不想|不打算|没有|没时间|没空|取消|暂时不|暂不|先不|别|no need|won't|not going|don't|do not|cancel|not now", Pattern.CASE_INSENSITIVE);

    private NextSteps() {}

    /** @param sentences masked, as they were typed; the step is a part of one, {@code null} if there is none */
    static String in(List<String> sentences, LocalDate day) {
        var clauses = sentences.stream().flatMap(CLAUSE::splitAsStream).map(String::strip).filter(part -> !part.isEmpty())
                .filter(clause -> !DECLINES.matcher(clause).find()).toList();
        return called(sentences).or(() -> clause(clauses, clause -> comes(clause, day) && DOES.matcher(clause).find()))
                .or(() -> clause(clauses, clause -> MEANS_TO.matcher(clause).find() && DOES.matcher(clause).find()))
                .map(NextSteps::cut).orElse(null);
    }

    private static Optional<String> called(List<String> sentences) {
        return sentences.stream().map(CALLED::matcher).filter(java.util.regex.Matcher::find).map(found -> found.group(1).strip())
                .filter(step -> !DECLINES.matcher(step).find()).findFirst();
    }

    private static Optional<String> clause(List<String> clauses, Predicate<String> says) {
        return clauses.stream().filter(says).findFirst();
    }

    private static boolean comes(String clause, LocalDate day) {
        return Days.in(Plain.of(clause), day).stream().anyMatch(named -> !named.day().isBefore(day));
    }

    private static String cut(String step) {
        return step.codePointCount(0, step.length()) <= LONGEST ? step : step.substring(0, step.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
