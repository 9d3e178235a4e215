package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.engine.export.Coverage;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * A framework in a table.
 *
 * @param id its id
 * @param title its name
 * @param version its publisher's version
 * @param counts its demanded requirements by outcome
 * @param url its address, relative to the root of Jenkins
 */
@ExportedBean(defaultVisibility = 9)
@Restricted(NoExternalUse.class)
public record FrameworkRow(
        @Exported String id,
        @Exported String title,
        @Exported String version,
        OutcomeCounts counts,
        @Exported String url) {

    /** The frameworks of which something is demanded. */
    static List<FrameworkRow> of(AssessmentViewModel shown) {
        return Coverage.byFramework(shown.assessment()).stream()
                .map(row -> {
                    Framework framework = shown.policy().frameworks().get(row.id());
                    return new FrameworkRow(
                            row.id(),
                            row.label(),
                            framework == null ? "" : framework.version(),
                            OutcomeCounts.of(row.counts()),
                            shown.urls().framework(row.id()));
                })
                .toList();
    }

    /** How many of its requirements are demanded. */
    @Exported
    public long demanded() {
        return counts.total();
    }

    /** How many of them are satisfied. */
    @Exported
    public long satisfied() {
        return counts.satisfied();
    }
}
