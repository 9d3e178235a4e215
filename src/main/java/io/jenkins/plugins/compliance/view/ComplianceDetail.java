package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Actionable;
import jenkins.model.details.Detail;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The verdict among the details of a job or build. */
@Restricted(NoExternalUse.class)
public final class ComplianceDetail extends Detail {
    private final OutcomeView outcome;
    private final String sentence;

    ComplianceDetail(Actionable object, OutcomeView outcome, String sentence) {
        super(object);
        this.outcome = outcome;
        this.sentence = sentence;
    }

    @Override
    public String getIconClassName() {
        return outcome.icon();
    }

    @Override
    public String getDisplayName() {
        return Messages.ComplianceDetail_text(outcome.words(), sentence);
    }

    @Override
    @CheckForNull
    public String getLink() {
        return ComplianceUrls.NAME + "/";
    }
}
