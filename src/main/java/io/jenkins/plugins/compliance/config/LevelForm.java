package io.jenkins.plugins.compliance.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.compliance.config.policy.PolicyStore;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyAddition;
import io.jenkins.plugins.compliance.engine.policy.tag.TagVocabulary;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;

/** What the forms of folder and job share: both say the same things. */
final class LevelForm {
    private LevelForm() {}

    /** Whoever asks must be allowed to configure the very item that the form is of. */
    static void requireConfigure(@CheckForNull Item item) {
        if (item == null) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        } else {
            item.checkPermission(Item.CONFIGURE);
        }
    }

    /** Tags that are none, and tags that the policy in force does not know: the next one may. */
    static FormValidation checkTags(String text) {
        try {
            Tags tags = LevelSettings.parse(text);
            TagVocabulary vocabulary =
                    TagVocabulary.of(PolicyStore.get().current().pack().tags());
            List<String> remarks = new ArrayList<>(vocabulary.mistakes(tags));
            remarks.addAll(vocabulary.doubts(tags));
            return remarks.isEmpty() ? FormValidation.ok() : FormValidation.warning(String.join("; ", remarks));
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        } catch (IOException e) {
            return FormValidation.warning(e.getMessage());
        }
    }

    /** A mistake is one whatever the policy; what does not fit the policy in force may fit the next one. */
    static FormValidation checkAddition(@CheckForNull String archetype, @CheckForNull String procedures) {
        PolicyAddition addition;
        try {
            addition = PolicyAddition.read(
                    Util.fixNull(procedures),
                    Util.fixEmptyAndTrim(archetype),
                    Messages.LevelSettings_addition(),
                    Limits.DEFAULTS);
        } catch (IOException e) {
            return FormValidation.error(e.getMessage());
        }
        try {
            PolicyPack policy = PolicyStore.get().current().pack();
            addition.to(policy);
            return FormValidation.ok();
        } catch (IOException e) {
            return FormValidation.warning(e.getMessage());
        }
    }

    /** What is wrong for the one who filled the form in: what a setter said, below what others say of its call. */
    static Descriptor.FormException mistake(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new Descriptor.FormException(String.valueOf(cause.getMessage()), e, "compliance");
    }
}
