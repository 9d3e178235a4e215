package io.jenkins.plugins.compliance.config.tools;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.List;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A secret that a scan tool gets in an environment variable. */
@Restricted(NoExternalUse.class)
public final class ToolCredentials extends AbstractDescribableImpl<ToolCredentials> {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    private final String variable;
    private final String credentialsId;

    /**
     * @param variable environment variable that takes the secret
     * @param credentialsId id of a secret text, or of a user name with password
     * @throws IllegalArgumentException when it is no name of a variable, or the id is missing
     */
    @DataBoundConstructor
    public ToolCredentials(String variable, String credentialsId) {
        this.variable = Util.fixNull(variable).trim();
        this.credentialsId = Util.fixNull(credentialsId).trim();
        String objection = objection();
        if (objection != null) {
            throw new IllegalArgumentException(objection);
        }
    }

    /** Environment variable that takes the secret. */
    public String getVariable() {
        return variable;
    }

    /** Id of the credentials. */
    public String getCredentialsId() {
        return credentialsId;
    }

    /** What is wrong with it; null when nothing is. Whoever writes the XML by hand is held to the same rules. */
    @CheckForNull
    String objection() {
        if (variable == null || !VARIABLE.matcher(variable).matches()) {
            return Messages.ToolCredentials_noVariable(Util.fixNull(variable));
        }
        return Util.fixEmpty(credentialsId) == null ? Messages.ToolCredentials_noCredentials(variable) : null;
    }

    /** Describes {@link ToolCredentials}. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<ToolCredentials> {
        @Override
        public String getDisplayName() {
            return Messages.ToolCredentials_displayName();
        }

        /** Tells an administrator while typing. */
        @POST
        public FormValidation doCheckVariable(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return VARIABLE.matcher(value.trim()).matches()
                    ? FormValidation.ok()
                    : FormValidation.error(Messages.ToolCredentials_noVariable(value));
        }

        /** The credentials to choose from. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return new StandardListBoxModel()
                    .includeEmptyValue()
                    .includeMatchingAs(
                            ACL.SYSTEM2,
                            Jenkins.get(),
                            StandardCredentials.class,
                            List.of(),
                            CredentialsMatchers.anyOf(
                                    CredentialsMatchers.instanceOf(StringCredentials.class),
                                    CredentialsMatchers.instanceOf(StandardUsernamePasswordCredentials.class)))
                    .includeCurrentValue(Util.fixNull(credentialsId));
        }
    }
}
