package io.jenkins.plugins.compliance.engine.export.html;

import java.io.IOException;

/** A part of the report under a heading of the second level. */
interface Section {
    /** Id of its place in the report. */
    String anchor();

    /** Its heading. */
    String heading();

    /** Whether the report has it. */
    default boolean in(Page page) {
        return true;
    }

    /** Writes what stands under the heading. */
    void write(Html html, Page page) throws IOException;
}
