package io.jenkins.plugins.compliance.engine.assess;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Fact;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Check;
import java.util.List;

/** Judges a fact about the pipeline that its controller observed. */
final class PipelineCheck {
    private PipelineCheck() {}

    static Judgement judge(Check.PipelineFact check, Cadence cadence, EvidenceView view, Freshness freshness) {
        List<Evidence> newest = view.stating(check.fact()).stream().toList();
        return DocumentCheck.judge(
                newest, "pipeline fact " + check.fact(), cadence, freshness, found -> violated(check, found));
    }

    private static List<String> violated(Check.PipelineFact check, List<Evidence> evidence) {
        return evidence.stream()
                .map(each -> ((Fact.Pipeline) each.fact()).facts().getOrDefault(check.fact(), ""))
                .filter(value -> !check.allowed().contains(value))
                .map(value -> check.fact() + " is " + value + ", expected " + String.join(" or ", check.allowed()))
                .toList();
    }
}
