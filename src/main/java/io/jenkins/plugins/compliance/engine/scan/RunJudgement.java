package io.jenkins.plugins.compliance.engine.scan;

import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.util.List;

/**
 * Whether a run counts as evidence.
 *
 * @param counts whether it does
 * @param meaning what its exit code means by the tool's definition
 * @param reasons why it does not count; empty when it does
 */
public record RunJudgement(boolean counts, ScanTool.ExitMeaning meaning, List<Phrase> reasons) {
    /** Takes a copy of the reasons. */
    public RunJudgement {
        reasons = List.copyOf(reasons);
    }
}
