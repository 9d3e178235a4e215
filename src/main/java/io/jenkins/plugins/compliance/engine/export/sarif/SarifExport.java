package io.jenkins.plugins.compliance.engine.export.sarif;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.export.AssessmentExport;
import io.jenkins.plugins.compliance.engine.export.Chain;
import io.jenkins.plugins.compliance.engine.export.FindingsSource;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import java.io.IOException;
import java.io.OutputStream;

/**
 * All findings behind the evidence that matters now, one run a tool. Reads the findings once for their rules and once for each tool;
 * holds none.
 */
public final class SarifExport implements AssessmentExport {
    @Override
    public String id() {
        return "sarif";
    }

    @Override
    public String fileName() {
        return "findings.sarif";
    }

    @Override
    public void write(Assessment assessment, FindingsSource findings, OutputStream out) throws IOException {
        Chain chain = new Chain(assessment);
        Survey survey = Survey.of(chain, findings);
        try (JsonOutput json = JsonOutput.compact(out)) {
            json.beginObject().member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.member("version", "2.1.0").beginArray("runs");
            for (SurveyedTool tool : survey.tools()) {
                new Run(json, chain, tool).write(survey, findings);
            }
            json.endArray().endObject().line();
        }
    }
}
