package io.jenkins.plugins.compliance.view;

import hudson.model.Api;
import hudson.model.Job;
import hudson.model.ModelObject;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.record.unwritten.Unwritten;
import io.jenkins.plugins.compliance.record.waiver.JobWaiver;
import io.jenkins.plugins.compliance.record.waiver.JobWaivers;
import java.io.IOException;
import java.time.Instant;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.verb.POST;

/** A waiver: what is asked for and why, and what became of it. */
@ExportedBean
@Restricted(NoExternalUse.class)
public final class WaiverPage implements ModelObject {
    private final CompliancePages home;
    private final JobWaiver waiver;
    private final Instant now;
    private String problem = "";

    WaiverPage(CompliancePages home, JobWaiver waiver, Instant now) {
        this.home = home;
        this.waiver = waiver;
        this.now = now;
    }

    /** The pages that it belongs to. */
    public CompliancePages home() {
        return home;
    }

    /** It in a table. */
    @Exported
    public WaiverRow row() {
        home.job().checkPermission(CompliancePermissions.VIEW);
        return WaiverRow.of(waiver, home, now);
    }

    /** Why a decision was not taken; empty when there was none. */
    public String problem() {
        return problem;
    }

    /** Whether the reader may decide on waivers. */
    public boolean mayDecide() {
        return home.job().hasPermission(CompliancePermissions.WAIVE);
    }

    /** Whether the reader is who asked for it, and so may not approve it. */
    public boolean own() {
        return waiver.requester().strip().equalsIgnoreCase(user());
    }

    /** Whether it waits for a decision. */
    public boolean undecided() {
        return waiver.state() == JobWaiver.State.REQUESTED && now.isBefore(waiver.until());
    }

    /** Whether it can be taken back. */
    public boolean revocable() {
        return waiver.state() == JobWaiver.State.APPROVED && now.isBefore(waiver.until());
    }

    @Override
    public String getDisplayName() {
        return Messages.Waiver_displayName(waiver.id());
    }

    /** Accepts the deviation. */
    @POST
    public HttpResponse doApprove(@QueryParameter String note) {
        home.job().checkPermission(CompliancePermissions.WAIVE);
        return decide((waivers, key) -> waivers.approve(waiver.id(), user(), note, key));
    }

    /** Turns the request down. */
    @POST
    public HttpResponse doReject(@QueryParameter String note) {
        home.job().checkPermission(CompliancePermissions.WAIVE);
        return decide((waivers, key) -> waivers.reject(waiver.id(), user(), note, key));
    }

    /** Takes the waiver back. */
    @POST
    public HttpResponse doRevoke(@QueryParameter String note) {
        home.job().checkPermission(CompliancePermissions.WAIVE);
        return decide((waivers, key) -> waivers.revoke(waiver.id(), user(), note, key));
    }

    /** The same for programs. */
    public Api getApi() {
        home.job().checkPermission(CompliancePermissions.VIEW);
        return new Api(this);
    }

    /** Decides. */
    @FunctionalInterface
    private interface Decision {
        void take(JobWaivers waivers, SigningKey key) throws IOException;
    }

    private HttpResponse decide(Decision decision) {
        Job<?, ?> job = home.job();
        try {
            decision.take(JobWaivers.of(job, Keys.get().trusted()), Keys.get().signing());
        } catch (IllegalArgumentException e) {
            problem = String.valueOf(e.getMessage());
            return HttpResponses.forwardToView(this, "index");
        } catch (IOException e) {
            problem = Unwritten.sentence(e);
            return Unavailable.again(this);
        }
        return HttpResponses.redirectViaContextPath(home.urls().waiver(waiver.id()));
    }

    private static String user() {
        return Jenkins.getAuthentication2().getName();
    }
}
