package io.jenkins.plugins.compliance.config;

import hudson.model.AbstractDescribableImpl;
import io.jenkins.plugins.compliance.engine.policy.PolicyIndex;
import java.io.IOException;

/** Where the policy of a controller comes from. */
public abstract class PolicySource extends AbstractDescribableImpl<PolicySource> {
    /**
     * Loads the policy.
     *
     * @throws IOException when it can't be had or has an error; the message says where and what
     */
    public abstract PolicyIndex load() throws IOException;
}
