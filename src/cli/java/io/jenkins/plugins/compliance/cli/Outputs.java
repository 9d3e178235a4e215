package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.engine.export.AssessmentExport;
import io.jenkins.plugins.compliance.engine.export.ExportOptions;
import io.jenkins.plugins.compliance.engine.export.Exports;
import io.jenkins.plugins.compliance.engine.io.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that a scan leaves beside its evidence: for people, for auditors' tools, for programs. */
final class Outputs {
    private static final List<String> FORMATS = List.of("html", "oscal", "json");

    private Outputs() {}

    /** Writes them; the paths that were written, the report for people first. */
    static List<Path> write(Judged judged, Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        for (String id : FORMATS) {
            AssessmentExport export = Exports.byId(id, ExportOptions.DEFAULTS.withWaivers(judged.waivers()))
                    .orElseThrow(() -> new IllegalStateException("no export " + id));
            Path file = folder.resolve(export.fileName());
            AtomicFile.write(file, stream -> export.write(judged.assessment(), judged.findings(), stream));
            written.add(file);
        }
        return written;
    }
}
