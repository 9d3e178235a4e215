package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Api;
import hudson.model.ModelObject;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.compare.InWords;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A procedure: what to do, how it is checked, what it came to and why. */
@ExportedBean
@Restricted(NoExternalUse.class)
public final class ProcedurePage implements ModelObject {
    private final CompliancePages home;
    private final ProcedureResult result;

    ProcedurePage(CompliancePages home, ProcedureResult result) {
        this.home = home;
        this.result = result;
    }

    /** The pages that it belongs to. */
    public CompliancePages home() {
        return home;
    }

    /** The procedure. */
    public Procedure procedure() {
        return result.procedure();
    }

    /** It in a table. */
    @Exported
    public ProcedureRow row() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return home.shown().row(result);
    }

    /** What is looked at to see that it is done. */
    @Exported
    public String check() {
        return InWords.check(procedure().check()).toString();
    }

    /** When it is due. */
    @Exported
    public String due() {
        return InWords.due(procedure()).toString();
    }

    /** What is looked at, in the reader's language. */
    public String checkWords() {
        return PageWording.of(InWords.check(procedure().check()));
    }

    /** When it is due, in the reader's language. */
    public String dueWords() {
        return PageWording.of(InWords.due(procedure()));
    }

    /** Why it matters. */
    @Exported
    public String why() {
        return procedure().why();
    }

    /** The demanded requirements that it claims. */
    public FirstOf<ClaimedRequirement> requirements() {
        return FirstOf.of(
                home.shown().chain().requirementsOf(result),
                each -> ClaimedRequirement.of(each, procedure().id(), home.shown()));
    }

    /** The first evidence that decided. */
    public FirstOf<EvidenceRow> evidence() {
        return FirstOf.of(home.shown().chain().evidenceOf(result), home.shown()::row);
    }

    /** The first evidence that decided, for programs. */
    @Exported(name = "evidence")
    public List<EvidenceRow> evidenceBean() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return evidence().rows();
    }

    /** The playbook; empty when there is none. */
    public List<ProseBlock> playbook() {
        String path = procedure().guidance().playbook();
        String text = path == null ? null : home.shown().policy().playbooks().get(path);
        return text == null ? List.of() : ProseBlock.of(text);
    }

    /** Address at which to ask for a waiver, relative to the root of Jenkins; null when the reader may not, or there is nothing to waive. */
    @CheckForNull
    public String waiverUrl() {
        return result.outcome().waivable() && WaiversPage.mayRequest(home.job())
                ? ComplianceUrls.of(home.job()).waiverRequest(result.procedure().id())
                : null;
    }

    /** Address of the waiver that covers it, relative to the root of Jenkins; null when none does. */
    @CheckForNull
    public String coveringWaiverUrl() {
        String waiver = result.waiver();
        return waiver == null ? null : ComplianceUrls.of(home.job()).waiver(waiver);
    }

    @Override
    public String getDisplayName() {
        return DisplayText.line(procedure().title());
    }

    /** The same for programs. */
    public Api getApi() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return new Api(this);
    }
}
