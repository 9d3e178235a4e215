package io.jenkins.plugins.compliance.view;

import hudson.Util;
import hudson.model.Item;
import hudson.model.ModelObject;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import io.jenkins.plugins.compliance.record.unwritten.Unwritten;
import io.jenkins.plugins.compliance.record.waiver.JobWaivers;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Where somebody asks for a waiver. What was wrong with a request is shown beside what was written. */
@Restricted(NoExternalUse.class)
public final class WaiverRequestPage implements ModelObject {
    private final CompliancePages home;
    private String procedure;
    private String reason = "";
    private String until = "";
    private String when = "";
    private String problem = "";

    WaiverRequestPage(CompliancePages home) {
        this.home = home;
        this.procedure = Query.current().text("procedure");
    }

    /** The pages that it belongs to. */
    public CompliancePages home() {
        return home;
    }

    /** The procedures that can be waived. */
    public List<Link> procedures() {
        return home.shown().assessment().applicable().stream()
                .filter(each -> each.outcome().waivable())
                .map(home.shown()::link)
                .toList();
    }

    /** Id of the procedure. */
    public String procedure() {
        return procedure;
    }

    /** Why the deviation should be accepted. */
    public String reason() {
        return reason;
    }

    /** The last day. */
    public String until() {
        return until;
    }

    /** Tags of the applications that it is to cover. */
    public String when() {
        return when;
    }

    /** What was wrong; empty when nothing was. */
    public String problem() {
        return problem;
    }

    /** The first day that can be chosen. */
    public String today() {
        return String.valueOf(LocalDate.now(ZoneOffset.UTC));
    }

    @Override
    public String getDisplayName() {
        return Messages.WaiverRequest_displayName();
    }

    /** Asks for it. */
    @POST
    public HttpResponse doSubmit(
            @QueryParameter("procedure") String wanted,
            @QueryParameter("reason") String why,
            @QueryParameter("until") String last,
            @QueryParameter("when") String tags) {
        home.job().checkPermission(CompliancePermissions.VIEW);
        home.job().checkPermission(Item.CONFIGURE);
        procedure = Util.fixNull(wanted).strip();
        reason = Util.fixNull(why).strip();
        until = Util.fixNull(last).strip();
        when = Util.fixNull(tags).strip();
        try {
            if (home.shown().policy().procedure(procedure).isEmpty()) {
                throw new IllegalArgumentException(Messages.WaiverRequest_unknownProcedure());
            }
            JobWaivers.Request request = new JobWaivers.Request(
                    procedure,
                    Selector.parse(when),
                    reason,
                    LocalDate.parse(until)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant());
            String id = JobWaivers.of(home.job(), Keys.get().trusted())
                    .request(
                            request,
                            Jenkins.getAuthentication2().getName(),
                            Keys.get().signing());
            return HttpResponses.redirectViaContextPath(home.urls().waiver(id));
        } catch (DateTimeException e) {
            problem = Messages.Query_noMoment("until");
        } catch (IllegalArgumentException e) {
            problem = String.valueOf(e.getMessage());
        } catch (IOException e) {
            problem = Unwritten.sentence(e);
            return Unavailable.again(this);
        }
        return HttpResponses.forwardToView(this, "index");
    }
}
