package io.jenkins.plugins.compliance.engine.report.sca;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.ElementTree;
import java.util.ArrayList;
import java.util.List;

/** Parts of a vulnerability in the Open Source Vulnerability format that several tools embed. */
final class OsvRecord {
    private OsvRecord() {}

    /** Versions that fix a package, comma-separated; null when none is stated. */
    static @CheckForNull String fixedIn(ElementTree record, @CheckForNull String name) {
        List<String> versions = new ArrayList<>();
        for (ElementTree affected : record.list("affected")) {
            String of = affected.at("package").text("name");
            if (name != null && of != null && !name.equals(of)) {
                continue;
            }
            for (ElementTree range : affected.list("ranges")) {
                for (ElementTree event : range.list("events")) {
                    String fixed = event.text("fixed");
                    if (fixed != null && !versions.contains(fixed) && !"GIT".equals(range.text("type"))) {
                        versions.add(fixed);
                    }
                }
            }
        }
        return versions.isEmpty() ? null : String.join(", ", versions);
    }
}
