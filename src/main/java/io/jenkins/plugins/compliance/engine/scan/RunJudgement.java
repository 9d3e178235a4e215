package io.jenkins.plugins.compliance.engine.scan;

import java.util.List;

/**
 * Whether a run counts as evidence.
 *
 * @param counts whether it does
 * @param meaning what its exit code means by the tool's definition
 * @param reasons why it does not count, each one sentence; empty when it does
 */
public record RunJudgement(boolean counts, ScanTool.ExitMeaning meaning, List<String> reasons) {
    /** Takes a copy of the reasons. */
    public RunJudgement {
        reasons = List.copyOf(reasons);
    }
}
