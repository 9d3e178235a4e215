package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes an assessment in one format. Exports are stateless, write the same bytes for the same assessment, and read no clock.
 * Use {@link Exports} to find one.
 */
public interface AssessmentExport {
    /** Id of the format on the command line: lower case, for instance {@code html}. */
    String id();

    /** The name that a file of this format usually has, for instance {@code report.html}. */
    String fileName();

    /**
     * Writes the assessment.
     *
     * @param assessment what was judged
     * @param findings the findings behind its evidence; read only by formats that show them, possibly more than once
     * @param out takes the bytes; flushed but left open
     * @throws IOException when a finding can't be read or a byte can't be written
     */
    void write(Assessment assessment, FindingsSource findings, OutputStream out) throws IOException;
}
