package dev.leadkeeper.infra.simulation;

/**
 * A broken promise and how to see it again.
 *
 * @param found  the schedule that broke it
 * @param plan   a smaller one that does so too
 * @param result of the smaller one
 */
record Failure(Plan found, Plan plan, Schedule.Result result) {
    private static final int MOST_LINES = 120;

    private String again() {
        return found.calls() == null ? " (-Psimulate -Dschedule=%d -Dtheme=%s -Dleads=%d -Dfaults=%s)"
                .formatted(found.seed(), found.theme(), found.leads(), found.faults()) : "";
    }

    /** For people: what was broken, by what, and what happened before. */
    String story(String commit) {
        var lines = result.story();
        var told = lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
        var cut = lines.size() > told.size() ? "(" + (lines.size() - told.size()) + " lines before)%n  " : "";
        return ("%nBROKEN PROMISE%n  %s%n%nSchedule %d at commit %s%s. It still happens with %d leads, %s and these faults: %s%n%n  " + cut + "%s%n")
                .formatted(result.violation(), found.seed(), commit, again(), plan.leads(), plan.weather() ? "bad weather" : "fair weather",
                        plan.calls() == null ? "by chance" : plan.calls().values(), String.join(System.lineSeparator() + "  ", told));
    }
}
