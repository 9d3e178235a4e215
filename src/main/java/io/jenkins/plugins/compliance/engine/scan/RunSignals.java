package io.jenkins.plugins.compliance.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * What is known of a run beside how it ended.
 *
 * @param files how many files the engine itself found for the tool to look at
 * @param report the report; null when there is none
 * @param alarms lines of its output that its definition takes for a failure
 */
public record RunSignals(long files, @CheckForNull ReportSeen report, List<String> alarms) {
    /** Takes a copy of the lines. */
    public RunSignals {
        alarms = List.copyOf(alarms);
    }
}
