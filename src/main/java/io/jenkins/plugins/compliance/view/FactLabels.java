package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ScannedPart;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import io.jenkins.plugins.compliance.record.clock.MomentText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What was observed, as values with names. */
final class FactLabels {
    private static final Fact.Cases<Consumer<List<Labelled>>> LABELS = new Fact.Cases<>(
            scan -> labelled -> scan(scan, labelled),
            document -> labelled -> document(document, labelled),
            attestation -> labelled -> attestation(attestation, labelled),
            approval -> labelled -> approval(approval, labelled),
            pipeline -> labelled -> pipeline(pipeline, labelled),
            plan -> labelled -> plan(plan, labelled));

    private FactLabels() {}

    static List<Labelled> of(Fact fact) {
        List<Labelled> labelled = new ArrayList<>();
        fact.match(LABELS).accept(labelled);
        return labelled;
    }

    private static void document(Fact.Document document, List<Labelled> labelled) {
        Labelled.add(labelled, Messages.Fact_tool(), document.tool());
        Labelled.add(labelled, Messages.Fact_version(), document.version());
        counts(document.counts(), document.reasons(), labelled);
    }

    private static void approval(Fact.Approval approval, List<Labelled> labelled) {
        Labelled.add(labelled, Messages.Fact_approved(), approval.what());
        Labelled.add(labelled, Messages.Fact_approver(), approval.approver());
        Labelled.add(labelled, Messages.Fact_at(), new MomentText(approval.at()).words());
        Labelled.add(labelled, Messages.Fact_comment(), approval.comment());
    }

    private static void pipeline(Fact.Pipeline pipeline, List<Labelled> labelled) {
        pipeline.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> labelled.add(new Labelled(each.getKey(), each.getValue())));
    }

    private static void plan(Fact.Plan plan, List<Labelled> labelled) {
        for (Fact.PlannedTool tool : plan.tools()) {
            String state = tool.present() ? Messages.Fact_present() : Messages.Fact_absent();
            Phrase note = tool.note();
            labelled.add(new Labelled(
                    tool.tool(), tool.category() + ", " + state + (note == null ? "" : ": " + PageWording.of(note))));
        }
    }

    private static void scan(Fact.Scan scan, List<Labelled> labelled) {
        Labelled.add(labelled, Messages.Fact_tool(), scan.name() == null ? scan.tool() : scan.name());
        Labelled.add(labelled, Messages.Fact_version(), scan.version());
        Labelled.add(labelled, Messages.Fact_category(), scan.category());
        ScannedPart part = scan.part();
        if (part != null) {
            labelled.add(new Labelled(
                    Messages.Fact_part(),
                    Messages.Fact_partOf(part.directory(), part.files(), (long) part.files() + part.elsewhere())));
        }
        Labelled.add(labelled, Messages.Fact_definition(), scan.definition());
        Labelled.add(
                labelled,
                Messages.Fact_exitCode(),
                scan.exitCode() + " (" + PageWording.term(scan.meaning().replace('_', ' ')) + ")");
        Labelled.add(labelled, Messages.Fact_started(), new MomentText(scan.started()).words());
        Labelled.add(
                labelled,
                Messages.Fact_took(),
                Duration.between(scan.started(), scan.finished()).toSeconds() + " s");
        counts(scan.counts(), scan.reasons(), labelled);
    }

    private static void attestation(Fact.Attestation attestation, List<Labelled> labelled) {
        Labelled.add(labelled, Messages.Fact_type(), attestation.type());
        Labelled.add(labelled, Messages.Fact_issuer(), attestation.issuer());
        Labelled.add(labelled, Messages.Fact_issued(), String.valueOf(attestation.issued()));
        if (attestation.expires() != null) {
            Labelled.add(labelled, Messages.Fact_expires(), String.valueOf(attestation.expires()));
        }
        Labelled.add(labelled, Messages.Fact_statement(), attestation.statement());
        Labelled.add(labelled, Messages.Fact_reference(), attestation.reference());
    }

    private static void counts(boolean counts, List<Phrase> reasons, List<Labelled> labelled) {
        labelled.add(new Labelled(
                Messages.Fact_counts(),
                counts ? Messages.Fact_yes() : Messages.Fact_no() + ": " + String.join("; ", PageWording.of(reasons))));
    }
}
