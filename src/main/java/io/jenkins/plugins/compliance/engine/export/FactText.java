package io.jenkins.plugins.compliance.engine.export;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ScannedPart;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Facts as a sentence. */
public final class FactText {
    private static final Fact.Cases<String> TEXT = new Fact.Cases<>(
            FactText::scan,
            FactText::document,
            FactText::attestation,
            FactText::approval,
            FactText::pipeline,
            FactText::plan);

    private FactText() {}

    /** The fact in one sentence without an end mark. */
    public static String of(Fact fact) {
        return fact.match(TEXT);
    }

    private static String scan(Fact.Scan scan) {
        return tool(scan.name() == null ? scan.tool() : scan.name(), scan.version()) + " (" + scan.category() + ") ran"
                + part(scan) + " " + seconds(Duration.between(scan.started(), scan.finished())) + ", exit code "
                + scan.exitCode() + " (" + scan.meaning().replace('_', ' ') + ")"
                + counts(scan.counts(), reasons(scan.reasons()));
    }

    private static String document(Fact.Document document) {
        return (document.tool() == null ? "made elsewhere" : "made by " + tool(document.tool(), document.version()))
                + counts(document.counts(), reasons(document.reasons()));
    }

    private static String attestation(Fact.Attestation attestation) {
        return attestation.issuer() + " attests " + attestation.type() + ", issued " + attestation.issued()
                + (attestation.expires() == null ? "" : ", valid to " + attestation.expires()) + ": "
                + attestation.statement()
                + (attestation.reference() == null ? "" : " (" + attestation.reference() + ")");
    }

    private static String approval(Fact.Approval approval) {
        return approval.approver() + " approved " + approval.what()
                + (approval.comment() == null ? "" : ": " + approval.comment());
    }

    private static String pipeline(Fact.Pipeline pipeline) {
        return pipeline.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + " = " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String plan(Fact.Plan plan) {
        String absent = plan.tools().stream()
                .filter(each -> !each.present())
                .map(Fact.PlannedTool::tool)
                .collect(Collectors.joining(", "));
        return plan.tools().size() + " scan tools planned" + (absent.isEmpty() ? "" : ", absent: " + absent);
    }

    private static String reasons(List<Phrase> reasons) {
        return reasons.stream().map(Phrase::toString).collect(Collectors.joining("; "));
    }

    private static String part(Fact.Scan scan) {
        ScannedPart part = scan.part();
        return part == null
                ? ""
                : " in " + part.directory() + " alone (" + part.files() + " of "
                        + ((long) part.files() + part.elsewhere()) + " files)";
    }

    private static String tool(String name, @CheckForNull String version) {
        return version == null ? name : name + " " + version;
    }

    private static String counts(boolean counts, String reasons) {
        return counts ? "" : "; does not count: " + reasons;
    }

    private static String seconds(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return "for less than a second";
        }
        return seconds < 120 ? "for " + seconds + " s" : "for " + duration.toMinutes() + " min";
    }
}
