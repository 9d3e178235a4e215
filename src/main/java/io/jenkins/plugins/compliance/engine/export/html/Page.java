package io.jenkins.plugins.compliance.engine.export.html;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.export.Chain;
import io.jenkins.plugins.compliance.engine.export.ExportOptions;
import io.jenkins.plugins.compliance.engine.export.ProcedureFindings;

/**
 * What the sections of a report are made from.
 *
 * @param chain the assessment with its links
 * @param findings the first findings against each procedure
 * @param options how much to show
 */
record Page(Chain chain, ProcedureFindings findings, ExportOptions options) {
    Assessment assessment() {
        return chain.assessment();
    }
}
