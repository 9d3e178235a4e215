package io.jenkins.plugins.compliance.engine.scan;

import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.ToolRun;

/**
 * How much a report says that its tool looked at, over all its runs.
 *
 * @param stated whether it says so at all
 * @param count how much; 0 when not stated
 * @param unit what is counted, plural
 */
record Evaluation(boolean stated, long count, String unit) {

    static Evaluation of(ReportSummary summary) {
        boolean stated = false;
        long count = 0;
        String unit = "items";
        for (ToolRun run : summary.runs()) {
            if (run.evaluated() != null) {
                stated = true;
                count += run.evaluated();
                unit = run.evaluatedUnit() == null ? unit : run.evaluatedUnit();
            }
        }
        return new Evaluation(stated, count, unit);
    }
}
