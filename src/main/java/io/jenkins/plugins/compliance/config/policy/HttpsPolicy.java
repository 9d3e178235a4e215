package io.jenkins.plugins.compliance.config.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A policy pack that a web server has: a zip archive, or one file of YAML or JSON. */
@Restricted(NoExternalUse.class)
public final class HttpsPolicy extends PolicySource {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final String PREFIX = "sha256:";

    private final String url;

    @CheckForNull
    private String sha256;

    @CheckForNull
    private String credentialsId;

    /**
     * @param url address, {@code https} alone
     * @throws IllegalArgumentException when it is none
     */
    @DataBoundConstructor
    public HttpsPolicy(String url) {
        this.url = HttpsAddress.of(url).uri().toString();
    }

    /** Address of the pack. */
    public String getUrl() {
        return url;
    }

    /** Digest that the fetched file must have, 64 hexadecimal digits; null for any. */
    @CheckForNull
    public String getSha256() {
        return sha256;
    }

    /**
     * Demands a digest of the fetched file.
     *
     * @throws IllegalArgumentException when it is none
     */
    @DataBoundSetter
    public void setSha256(@CheckForNull String sha256) {
        this.sha256 = digest(sha256);
    }

    /** Id of the credentials to fetch it with; null for none. */
    @CheckForNull
    public String getCredentialsId() {
        return credentialsId;
    }

    /** Chooses the credentials to fetch it with. */
    @DataBoundSetter
    public void setCredentialsId(@CheckForNull String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    @Override
    public String describe() {
        try {
            return HttpsAddress.of(url).shown();
        } catch (IllegalArgumentException e) {
            return Messages.HttpsPolicy_displayName();
        }
    }

    /** Whoever demands another digest does not want the version that had the earlier one. */
    @Override
    String identity() {
        return "https:" + url + " " + Util.fixNull(sha256);
    }

    @Override
    Brought bring(Path into, Limits limits) throws IOException, InterruptedException {
        HttpsAddress address;
        String wanted;
        try {
            // Whoever writes the XML by hand is held to the same rules.
            address = HttpsAddress.of(url);
            wanted = digest(sha256);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        String authorization = credentialsId == null ? null : HttpsCredentials.authorization(credentialsId, address);
        byte[] content = new HttpsFetch(limits.policyBytes(), PATIENCE).get(address, authorization);
        String found = sha256(content);
        if (wanted != null && !wanted.equals(found)) {
            throw new IOException(Messages.HttpsPolicy_otherDigest(address.shown(), found, wanted));
        }
        String name = name(content, address);
        Files.write(into.resolve(name), content);
        return new Brought(name, PREFIX + found, List.of());
    }

    private static String name(byte[] content, HttpsAddress address) {
        if (content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4) {
            return "pack.zip";
        }
        return address.shown().toLowerCase(Locale.ROOT).endsWith(".json") ? "pack.json" : "pack.yaml";
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @CheckForNull
    private static String digest(@CheckForNull String text) {
        String trimmed = Util.fixEmptyAndTrim(text);
        if (trimmed == null) {
            return null;
        }
        String lower = trimmed.toLowerCase(Locale.ROOT);
        String digits = lower.startsWith(PREFIX) ? lower.substring(PREFIX.length()) : lower;
        if (!DIGEST.matcher(digits).matches()) {
            throw new IllegalArgumentException(Messages.HttpsPolicy_noDigest());
        }
        return digits;
    }

    /** Describes {@link HttpsPolicy}. */
    @Extension
    @Symbol("https")
    public static final class DescriptorImpl extends Descriptor<PolicySource> {
        @Override
        public String getDisplayName() {
            return Messages.HttpsPolicy_displayName();
        }

        /** Tells an administrator while typing. Nothing is fetched. */
        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            try {
                HttpsAddress.of(value);
                return FormValidation.ok();
            } catch (IllegalArgumentException e) {
                return FormValidation.error(e.getMessage());
            }
        }

        /** Tells an administrator while typing. */
        @POST
        public FormValidation doCheckSha256(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            try {
                digest(value);
                return FormValidation.ok();
            } catch (IllegalArgumentException e) {
                return FormValidation.error(e.getMessage());
            }
        }

        /** The credentials to choose from. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String url, @QueryParameter String credentialsId) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return HttpsCredentials.items(url, credentialsId);
        }
    }
}
