package io.jenkins.plugins.compliance.engine.report.sarif;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.ReportReader;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.engine.report.Sample;
import java.io.IOException;

/** Reads SARIF 2.1.0, the Static Analysis Results Interchange Format (OASIS Standard). */
public final class SarifReader implements ReportReader {
    @Override
    public String format() {
        return "sarif";
    }

    @Override
    public String title() {
        return "SARIF 2.1.0";
    }

    @Override
    public boolean recognises(Sample sample) {
        if (sample.syntax() != Sample.Syntax.JSON || sample.arrayRoot()) {
            return false;
        }
        boolean said = sample.head().contains("sarif-schema-2") || sample.head().contains("sarif-2.");
        return sample.has("runs") || (sample.has("$schema") && said);
    }

    @Override
    public void read(ReportSource source, ReportCollector collector, Limits limits) throws IOException {
        new SarifLog(source, collector, limits).read();
    }
}
