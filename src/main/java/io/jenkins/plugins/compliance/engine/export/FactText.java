package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ScannedPart;
import io.jenkins.plugins.compliance.engine.wording.Argument;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Facts as a sentence. */
public final class FactText {
    private static final Fact.Cases<Phrase> TEXT = new Fact.Cases<>(
            FactText::scan,
            FactText::document,
            FactText::attestation,
            FactText::approval,
            FactText::pipeline,
            FactText::plan);

    private FactText() {}

    /** The fact in one sentence without an end mark. */
    public static Phrase of(Fact fact) {
        return fact.match(TEXT);
    }

    private static Phrase scan(Fact.Scan scan) {
        ScannedPart part = scan.part();
        return FactPhrase.SCAN_RAN.of(
                scan.name() == null ? scan.tool() : scan.name(),
                scan.version(),
                scan.category(),
                part == null ? null : part.directory(),
                part == null ? null : part.files(),
                part == null ? null : (long) part.files() + part.elsewhere(),
                took(Duration.between(scan.started(), scan.finished())),
                scan.exitCode(),
                Argument.term(scan.meaning().replace('_', ' ')),
                scan.counts() ? List.of() : scan.reasons());
    }

    private static Phrase document(Fact.Document document) {
        List<Phrase> reasons = document.counts() ? List.of() : document.reasons();
        return document.tool() == null
                ? FactPhrase.MADE_ELSEWHERE.of(reasons)
                : FactPhrase.MADE_BY.of(document.tool(), document.version(), reasons);
    }

    private static Phrase attestation(Fact.Attestation attestation) {
        return FactPhrase.ATTESTS.of(
                attestation.issuer(),
                attestation.type(),
                attestation.issued(),
                attestation.expires(),
                attestation.statement(),
                attestation.reference());
    }

    private static Phrase approval(Fact.Approval approval) {
        return FactPhrase.APPROVED.of(approval.approver(), approval.what(), approval.comment());
    }

    private static Phrase pipeline(Fact.Pipeline pipeline) {
        return FactPhrase.FACTS.of(pipeline.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + " = " + each.getValue())
                .toList());
    }

    private static Phrase plan(Fact.Plan plan) {
        return FactPhrase.PLANNED.of(
                plan.tools().size(),
                plan.tools().stream()
                        .filter(each -> !each.present())
                        .map(Fact.PlannedTool::tool)
                        .toList());
    }

    private static Phrase took(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return FactPhrase.LESS_THAN_A_SECOND.of();
        }
        return seconds < 120 ? FactPhrase.FOR_SECONDS.of(seconds) : FactPhrase.FOR_MINUTES.of(duration.toMinutes());
    }
}
