package io.jenkins.plugins.compliance.view;

import hudson.model.Api;
import hudson.model.ModelObject;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A piece of evidence: what was observed, where it comes from, whether it can be relied on, and what it decided. */
@ExportedBean
@Restricted(NoExternalUse.class)
public final class EvidencePage implements ModelObject {
    private final CompliancePages home;
    private final Evidence evidence;

    EvidencePage(CompliancePages home, Evidence evidence) {
        this.home = home;
        this.evidence = evidence;
    }

    /** The pages that it belongs to. */
    public CompliancePages home() {
        return home;
    }

    /** It in a table. */
    @Exported
    public EvidenceRow row() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return home.shown().row(evidence);
    }

    /** What was observed, by name. */
    public List<Labelled> facts() {
        return FactLabels.of(evidence.fact());
    }

    /** Whose it is, by name. */
    public List<Labelled> origin() {
        Origin origin = evidence.origin();
        List<Labelled> labelled = new ArrayList<>();
        labelled.add(new Labelled(Messages.Origin_controller(), origin.controller()));
        labelled.add(new Labelled(Messages.Origin_job(), origin.job()));
        Labelled.add(labelled, Messages.Origin_node(), origin.node());
        Labelled.add(labelled, Messages.Origin_cause(), origin.cause());
        Labelled.add(labelled, Messages.Origin_source(), origin.source());
        Labelled.add(labelled, Messages.Origin_revision(), origin.revision());
        return labelled;
    }

    /** Tags of the application at that moment. */
    @Exported
    public Map<String, String> tags() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return evidence.tags().values();
    }

    /** The reports behind it. */
    @Exported
    public List<ReportRow> reports() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return ReportRow.of(evidence, home);
    }

    /** The procedures about which it decided. */
    public FirstOf<ProcedureRow> procedures() {
        return FirstOf.of(home.shown().chain().proceduresOf(evidence), home.shown()::row);
    }

    /** Address of the entry before it in the ledger, relative to the root of Jenkins; empty when it is the first. */
    public String previous() {
        return neighbour(evidence.sequence() - 1);
    }

    /** Address of the entry after it in the ledger, relative to the root of Jenkins; empty when it is the last. */
    public String next() {
        return neighbour(evidence.sequence() + 1);
    }

    @Override
    public String getDisplayName() {
        return DisplayText.line("#" + evidence.sequence() + " " + evidence.name());
    }

    /** The same for programs. */
    public Api getApi() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return new Api(this);
    }

    private String neighbour(long sequence) {
        return home.shown().evidence(sequence).isPresent() ? home.shown().urls().evidence(sequence) : "";
    }
}
