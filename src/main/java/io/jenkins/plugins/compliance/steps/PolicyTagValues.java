package io.jenkins.plugins.compliance.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.Job;
import hudson.util.ComboBoxModel;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.config.policy.PolicyStore;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.tag.TagDefinition;
import java.io.IOException;
import jenkins.model.Jenkins;

/** The values of tags that forms propose. */
final class PolicyTagValues {
    private PolicyTagValues() {}

    /** What the policy in force says of a tag; nothing when there is no policy, or it takes any value. */
    static ComboBoxModel of(@CheckForNull Item item, String key) {
        if (item == null) {
            Jenkins.get().checkPermission(Jenkins.READ);
        } else {
            item.checkPermission(Item.READ);
        }
        ComboBoxModel values = new ComboBoxModel();
        try {
            PolicyIndex policy = item instanceof Job<?, ?> job
                    ? JobSettings.of(job).policy()
                    : PolicyStore.get().current();
            for (TagDefinition tag : policy.pack().tags()) {
                if (tag.key().equals(key)) {
                    values.addAll(tag.values().keySet());
                }
            }
        } catch (IOException e) {
            // the gate and the page of the configuration say it; a form without proposals takes what is typed
        }
        return values;
    }
}
