package io.jenkins.plugins.compliance.config.keys;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.PersistentDescriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.compliance.config.page.ComplianceCategory;
import io.jenkins.plugins.compliance.config.page.SectionForm;
import io.jenkins.plugins.compliance.engine.evidence.key.KeyAlgorithm;
import io.jenkins.plugins.compliance.record.unwritten.Unwritten;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jenkins.model.GlobalConfiguration;
import jenkins.model.GlobalConfigurationCategory;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** Which key the controller signs evidence with. */
@Extension(ordinal = 10)
@Symbol("signing")
@Restricted(NoExternalUse.class)
public final class SigningConfiguration extends GlobalConfiguration implements PersistentDescriptor {
    @CheckForNull
    private String credentialsId;

    @CheckForNull
    private String algorithm;

    /** The configuration of this controller. */
    public static SigningConfiguration get() {
        return ExtensionList.lookupSingleton(SigningConfiguration.class);
    }

    /** Id of the credentials that hold the key; null for the key that the controller makes for itself. */
    @CheckForNull
    public String getCredentialsId() {
        return credentialsId;
    }

    /** Chooses the credentials that hold the key. */
    @DataBoundSetter
    public void setCredentialsId(@CheckForNull String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
        save();
    }

    /** Algorithm of a key that the controller makes: {@code ed25519} or {@code p256}. */
    public String getAlgorithm() {
        return algorithm().id();
    }

    /**
     * Chooses the algorithm of a key that the controller makes.
     *
     * @throws IllegalArgumentException when it is none of the two
     */
    @DataBoundSetter
    public void setAlgorithm(@CheckForNull String algorithm) {
        String word = Util.fixNull(algorithm).trim().toLowerCase(Locale.ROOT);
        if (ofId(word).isEmpty()) {
            throw new IllegalArgumentException(Messages.SigningConfiguration_unknownAlgorithm(
                    word,
                    Arrays.stream(KeyAlgorithm.values()).map(KeyAlgorithm::id).collect(Collectors.joining(", "))));
        }
        this.algorithm = word;
        save();
    }

    KeyAlgorithm algorithm() {
        return ofId(Util.fixNull(algorithm)).orElse(KeyAlgorithm.ED25519);
    }

    private static Optional<KeyAlgorithm> ofId(String id) {
        return Arrays.stream(KeyAlgorithm.values())
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    @Override
    public String getDisplayName() {
        return Messages.SigningConfiguration_displayName();
    }

    @Override
    public GlobalConfigurationCategory getCategory() {
        return GlobalConfigurationCategory.get(ComplianceCategory.class);
    }

    @Override
    public boolean configure(StaplerRequest2 request, JSONObject json) throws Descriptor.FormException {
        SectionForm.bind(this, request, json);
        return true;
    }

    /** The algorithms to choose from. */
    @POST
    public ListBoxModel doFillAlgorithmItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        ListBoxModel items = new ListBoxModel();
        items.add("Ed25519", KeyAlgorithm.ED25519.id());
        items.add("ECDSA P-256", KeyAlgorithm.P256.id());
        return items;
    }

    /** The credentials to choose from. */
    @POST
    public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return KeyCredentials.items(Util.fixNull(credentialsId));
    }

    /** Tells an administrator whether the credentials hold a key; nothing of it is shown but its public id. */
    @POST
    public FormValidation doCheckCredentialsId(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        String id = Util.fixEmptyAndTrim(value);
        if (id == null) {
            return FormValidation.ok();
        }
        try {
            return FormValidation.ok(
                    Messages.SigningConfiguration_key(KeyCredentials.signing(id).id()));
        } catch (IOException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** Makes a new key in the place of the one that the controller made for itself. */
    @POST
    public FormValidation doRotateNow() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            return FormValidation.ok(
                    Messages.SigningConfiguration_rotated(Keys.get().rotate().id()));
        } catch (IOException e) {
            return FormValidation.error(Unwritten.reason(e).isPresent() ? Unwritten.sentence(e) : e.getMessage());
        }
    }
}
