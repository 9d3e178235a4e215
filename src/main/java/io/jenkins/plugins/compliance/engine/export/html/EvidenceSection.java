package io.jenkins.plugins.compliance.engine.export.html;

import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.export.FactText;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The evidence that matters now, with what it takes to check it against the ledger. */
final class EvidenceSection implements Section {
    private static final int DIGITS = 12;

    @Override
    public String anchor() {
        return "evidence";
    }

    @Override
    public String heading() {
        return "Evidence";
    }

    @Override
    public void write(Html html, Page page) throws IOException {
        List<Evidence> current = page.chain().current();
        int older = page.assessment().evidence().size() - current.size();
        if (current.isEmpty()) {
            html.element("p", "No evidence was there at this moment.", "class", "lead");
            return;
        }
        html.open("p").text("What decided about a procedure, and the newest entry of each name.");
        if (older > 0) {
            html.text(" The ledger holds " + older + " older " + (older == 1 ? "entry" : "entries") + " besides.");
        }
        html.close();
        Table.open(
                html,
                "Entries of the ledger, oldest first",
                "Entry",
                "What was observed",
                "Integrity, digest of the envelope",
                "Procedures that it decided");
        for (Evidence each : current) {
            row(html, page, each);
        }
        Table.close(html);
    }

    private static void row(Html html, Page page, Evidence evidence) throws IOException {
        html.block("tr", "id", Anchors.evidence(evidence.sequence())).open("th", "scope", "row");
        html.text("#" + evidence.sequence()).element("span", evidence.name(), "class", "name line");
        html.element(
                "span", evidence.kind().id() + ", build " + evidence.origin().build(), "class", "quiet line");
        html.open("span", "class", "quiet line");
        Moment.write(html, evidence.recordedAt());
        html.close(2);
        Table.cell(html, "What was observed")
                .element("span", FactText.of(evidence.fact()).toString(), "class", "line");
        reports(html, evidence.reports());
        html.close();
        Table.cell(html, "Integrity, digest");
        integrity(html, evidence.integrity());
        digest(html, evidence.digest());
        html.close();
        Table.cell(html, "Procedures that it decided");
        procedures(html, page.chain().proceduresOf(evidence));
        html.close(2);
    }

    private static void digest(Html html, String digest) throws IOException {
        boolean cut = digest.length() > DIGITS;
        html.element(
                "code",
                cut ? digest.substring(0, DIGITS) + "\u2026" : digest,
                "class",
                "line",
                "title",
                "sha256:" + digest);
    }

    private static void reports(Html html, List<ReportFact> reports) throws IOException {
        if (reports.isEmpty()) {
            return;
        }
        html.open("ul", "class", "plain");
        for (ReportFact each : reports) {
            html.open("li");
            if (each.file() == null) {
                html.text(each.format() + ", not kept");
            } else {
                html.element("code", each.file(), "title", "sha256:" + each.sha256());
            }
            html.element("span", " " + contents(each), "class", "quiet");
            for (Phrase problem : each.problems()) {
                html.element("span", problem.toString(), "class", "line");
            }
            html.close();
        }
        html.close();
    }

    private static String contents(ReportFact report) {
        List<String> parts = new ArrayList<>();
        parts.add(report.format() + (report.complete() ? "" : ", incomplete"));
        parts.add(report.results() + (report.results() == 1 ? " result" : " results"));
        for (Severity severity : Severity.values()) {
            long count = report.tally().of(severity);
            if (count > 0) {
                parts.add(count + " " + severity.id());
            }
        }
        if (report.suppressed() > 0) {
            parts.add(report.suppressed() + " suppressed");
        }
        return String.join(", ", parts);
    }

    private static void integrity(Html html, Evidence.Integrity integrity) throws IOException {
        if (integrity instanceof Evidence.Integrity.Broken broken) {
            html.element("strong", "broken", "class", "broken");
            html.open("ul", "class", "reasons");
            for (Phrase reason : broken.reasons()) {
                html.element("li", reason.toString());
            }
            html.close();
        } else {
            html.text("verified");
        }
    }

    private static void procedures(Html html, List<ProcedureResult> procedures) throws IOException {
        if (procedures.isEmpty()) {
            html.element("span", "none asks for it", "class", "quiet");
            return;
        }
        html.open("ul", "class", "plain");
        for (ProcedureResult each : procedures) {
            html.open("li");
            Badge.icon(html, each.outcome());
            html.text(" ")
                    .to(
                            Anchors.procedure(each.procedure().id()),
                            each.procedure().id())
                    .close();
        }
        html.close();
    }
}
