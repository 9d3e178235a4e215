package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Explanation;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** One row for each procedure and each requirement, for spreadsheets. */
final class CsvExport implements AssessmentExport {
    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String fileName() {
        return "assessment.csv";
    }

    @Override
    public void write(Assessment assessment, FindingsSource findings, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvTable csv = new CsvTable(writer);
        csv.row(
                "kind",
                "framework",
                "id",
                "title",
                "outcome",
                "waived",
                "waiver",
                "role",
                "phase",
                "cadence",
                "links",
                "evidence",
                "summary",
                "job",
                "build",
                "as of",
                "policy digest");
        Chain chain = new Chain(assessment);
        for (ProcedureResult each : assessment.procedures()) {
            csv.row(
                    "procedure",
                    "",
                    each.procedure().id(),
                    each.procedure().title(),
                    each.outcome().id(),
                    each.waived() == null ? "" : each.waived().id(),
                    each.waiver() == null ? "" : each.waiver(),
                    each.procedure().role().id(),
                    each.procedure().phase().id(),
                    each.procedure().cadence().toString(),
                    chain.requirementsOf(each).stream()
                            .map(requirement -> requirement.requirement().toString())
                            .collect(Collectors.joining(" ")),
                    evidence(each.explanation()),
                    each.explanation().summary().toString(),
                    assessment.job(),
                    assessment.build(),
                    assessment.asOf().toString(),
                    assessment.policy().digest());
        }
        for (RequirementResult each : assessment.requirements()) {
            csv.row(
                    "requirement",
                    each.requirement().framework(),
                    each.requirement().requirement(),
                    each.title(),
                    each.outcome().id(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    each.claims().stream()
                            .map(RequirementResult.AppliedClaim::procedure)
                            .distinct()
                            .collect(Collectors.joining(" ")),
                    evidence(each.explanation()),
                    each.explanation().summary().toString(),
                    assessment.job(),
                    assessment.build(),
                    assessment.asOf().toString(),
                    assessment.policy().digest());
        }
        writer.flush();
    }

    private static String evidence(Explanation explanation) {
        return explanation.evidence().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
