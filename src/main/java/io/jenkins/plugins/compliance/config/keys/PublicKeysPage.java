package io.jenkins.plugins.compliance.config.keys;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySetJson;
import io.jenkins.plugins.compliance.engine.evidence.key.TrustedKey;
import io.jenkins.plugins.compliance.record.clock.MomentText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.StaplerResponse2;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;

/** The public keys of this controller, for people and for {@code compliance verify --key}. */
@Restricted(NoExternalUse.class)
public final class PublicKeysPage {
    PublicKeysPage() {}

    /** Name for people. */
    public String getDisplayName() {
        return Messages.PublicKeysPage_displayName();
    }

    /** The keys, that which signs now first. */
    public List<Row> getRows() throws IOException {
        Jenkins.get().checkPermission(Jenkins.READ);
        return Keys.get().trusted().keys().stream()
                .map(Row::new)
                .sorted(Comparator.comparing(Row::order).reversed())
                .toList();
    }

    /** All keys as a set: the file that a verifier takes. */
    @GET
    @WebMethod(name = "keys.json")
    public void doKeysJson(StaplerResponse2 response) throws IOException {
        Jenkins.get().checkPermission(Jenkins.READ);
        send(response, "application/json", KeySetJson.write(Keys.get().trusted()));
    }

    /** The key that signs now, as PEM. */
    @GET
    @WebMethod(name = "current.pem")
    public void doCurrentPem(StaplerResponse2 response) throws IOException {
        Jenkins.get().checkPermission(Jenkins.READ);
        String pem = Keys.get().signing().publicKey().pem();
        send(response, "application/x-pem-file", pem.getBytes(StandardCharsets.US_ASCII));
    }

    private static void send(StaplerResponse2 response, String type, byte[] content) throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    /** A key on the page. */
    public static final class Row {
        private final TrustedKey key;

        Row(TrustedKey key) {
            this.key = key;
        }

        private Instant order() {
            Instant end = key.notAfter();
            return end == null ? Instant.MAX : end;
        }

        /** Its id. */
        public String getId() {
            return key.key().id();
        }

        /** Its algorithm. */
        public String getAlgorithm() {
            return key.key().algorithm().id();
        }

        /** The key as PEM. */
        public String getPem() {
            return key.key().pem();
        }

        /** First moment at which it may have signed; null for no bound. */
        @CheckForNull
        public String getNotBefore() {
            return text(key.notBefore());
        }

        /** Last moment at which it may have signed; null while it signs. */
        @CheckForNull
        public String getNotAfter() {
            return text(key.notAfter());
        }

        @CheckForNull
        private static String text(@CheckForNull Instant moment) {
            return moment == null ? null : new MomentText(moment).words();
        }
    }
}
