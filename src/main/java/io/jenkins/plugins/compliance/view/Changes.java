package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.AssessmentDiff;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * What changed since an earlier build.
 *
 * @param since number of that build
 * @param sinceUrl address of its page, relative to the root of Jenkins; null when it is gone
 * @param procedures procedures whose outcome changed
 * @param requirements requirements whose outcome changed
 */
@ExportedBean(defaultVisibility = 9)
@Restricted(NoExternalUse.class)
public record Changes(
        @Exported int since,
        @Exported @CheckForNull String sinceUrl,
        @Exported List<ChangeRow> procedures,
        @Exported List<ChangeRow> requirements) {
    /** Takes copies of the lists. */
    public Changes {
        procedures = List.copyOf(procedures);
        requirements = List.copyOf(requirements);
    }

    static Changes between(int since, @CheckForNull String sinceUrl, Assessment before, AssessmentViewModel now) {
        AssessmentDiff diff = AssessmentDiff.between(before, now.assessment());
        return new Changes(
                since,
                sinceUrl,
                diff.procedures().stream()
                        .map(each -> procedure(each, before, now))
                        .toList(),
                diff.requirements().stream()
                        .map(each -> requirement(each, before, now))
                        .toList());
    }

    private static ChangeRow procedure(
            AssessmentDiff.Change<String> change, Assessment before, AssessmentViewModel now) {
        String title = now.policy()
                .procedure(change.id())
                .or(() -> before.policy().procedure(change.id()))
                .map(each -> each.title())
                .orElse(change.id());
        return new ChangeRow(
                change.id(),
                title,
                OutcomeView.ofNullable(change.before()),
                OutcomeView.ofNullable(change.after()),
                change.after() == null ? null : now.urls().procedure(change.id()));
    }

    private static ChangeRow requirement(
            AssessmentDiff.Change<RequirementRef> change, Assessment before, AssessmentViewModel now) {
        String title = now.policy()
                .requirement(change.id())
                .or(() -> before.policy().requirement(change.id()))
                .map(each -> each.title())
                .orElse("");
        return new ChangeRow(
                String.valueOf(change.id()),
                title,
                OutcomeView.ofNullable(change.before()),
                OutcomeView.ofNullable(change.after()),
                change.after() == null ? null : now.urls().requirement(change.id()));
    }

    /** Whether nothing changed. */
    public boolean none() {
        return procedures.isEmpty() && requirements.isEmpty();
    }
}
