package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Functions;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.AccessControlled;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.record.ledger.EvidenceDownload;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Instant;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** What somebody may take away of the evidence of a build or of a job. It holds reports, so who may read artifacts may have it. */
@Restricted(NoExternalUse.class)
public final class EvidenceArchive {
    private final Job<?, ?> job;

    @CheckForNull
    private final Run<?, ?> run;

    private EvidenceArchive(Job<?, ?> job, @CheckForNull Run<?, ?> run) {
        this.job = job;
        this.run = run;
    }

    static EvidenceArchive of(Run<?, ?> run) {
        return new EvidenceArchive(run.getParent(), run);
    }

    static EvidenceArchive of(Job<?, ?> job) {
        return new EvidenceArchive(job, null);
    }

    /** Whether a span of time can be chosen. */
    public boolean spans() {
        return run == null;
    }

    /** Whether the reader may have it, and there is something. */
    public boolean available() {
        return (!Functions.isArtifactsPermissionEnabled() || owner().hasPermission(Run.ARTIFACTS))
                && JobLedger.of(job).begun();
    }

    HttpResponse respond() throws IOException {
        if (Functions.isArtifactsPermissionEnabled()) {
            owner().checkPermission(Run.ARTIFACTS);
        }
        EvidenceDownload download = download();
        return new Zip(download);
    }

    private EvidenceDownload download() throws IOException {
        Run<?, ?> build = run;
        if (build != null) {
            return EvidenceDownload.of(build, Keys.get().trusted());
        }
        Query query = Query.current();
        Instant from = query.start("from");
        Instant to = query.moment("to");
        if (from != null && to != null && to.isBefore(from)) {
            throw Query.refused(Messages.EvidenceArchive_backwards());
        }
        return EvidenceDownload.of(
                job, from, to == null ? null : to.plusMillis(1), Keys.get().trusted());
    }

    /** The answer. */
    private record Zip(EvidenceDownload download) implements HttpResponse {
        @Override
        public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
                throws IOException, ServletException {
            try {
                send(response);
            } catch (IOException e) {
                if (response.isCommitted()) {
                    throw e;
                }
                response.reset();
                Unavailable.because(e).generateResponse(request, response, node);
            }
        }

        private void send(StaplerResponse2 response) throws IOException {
            response.setContentType("application/zip");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + download.fileName() + "\"");
            download.write(response.getOutputStream());
        }
    }

    private AccessControlled owner() {
        return run == null ? job : run;
    }
}
