package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.export.html.HtmlExport;
import io.jenkins.plugins.compliance.engine.export.oscal.OscalExport;
import io.jenkins.plugins.compliance.engine.export.sarif.SarifExport;
import java.util.List;
import java.util.Optional;

/** The formats that an assessment can be written in. */
public final class Exports {
    private Exports() {}

    /** All formats, in the order in which people look for them. */
    public static List<AssessmentExport> all(ExportOptions options) {
        return List.of(
                new HtmlExport(options),
                new OscalExport(options),
                new SarifExport(),
                new JUnitExport(options),
                new CsvExport(),
                new MarkdownExport(options),
                new JsonExport());
    }

    /** The format with this id, under {@link ExportOptions#DEFAULTS}. */
    public static Optional<AssessmentExport> byId(String id) {
        return byId(id, ExportOptions.DEFAULTS);
    }

    /** The format with this id. */
    public static Optional<AssessmentExport> byId(String id, ExportOptions options) {
        return all(options).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Ids of all formats. */
    public static List<String> ids() {
        return all(ExportOptions.DEFAULTS).stream().map(AssessmentExport::id).toList();
    }
}
