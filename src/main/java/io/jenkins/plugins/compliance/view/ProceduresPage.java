package io.jenkins.plugins.compliance.view;

import hudson.model.Api;
import hudson.model.ModelObject;
import io.jenkins.plugins.compliance.config.CompliancePermissions;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The procedures of an assessment, worst first. */
@ExportedBean
@Restricted(NoExternalUse.class)
public final class ProceduresPage implements ModelObject {
    private static final List<Outcome> OUTCOMES = List.of(
            Outcome.UNVERIFIABLE,
            Outcome.NOT_SATISFIED,
            Outcome.MISSING,
            Outcome.STALE,
            Outcome.WAIVED,
            Outcome.SATISFIED,
            Outcome.NOT_APPLICABLE);

    private final CompliancePages home;
    private final Filters filters;
    private final PageOf<ProcedureRow> page;

    ProceduresPage(CompliancePages home) {
        this.home = home;
        Query query = Query.current();
        Filter<Outcome> outcome =
                Filter.of(query, "outcome", Messages.Filter_outcome(), OUTCOMES, Outcome::id, Filters::words);
        Filter<Procedure.Role> role = Filter.of(
                query,
                "role",
                Messages.Filter_role(),
                Arrays.asList(Procedure.Role.values()),
                Procedure.Role::id,
                each -> Words.role(each.id()));
        Filter<Procedure.Phase> phase = Filter.of(
                query,
                "phase",
                Messages.Filter_phase(),
                Arrays.asList(Procedure.Phase.values()),
                Procedure.Phase::id,
                each -> Words.phase(each.id()));
        this.filters = Filters.of(query, outcome, role, phase);
        List<ProcedureResult> found = home.shown().assessment().procedures().stream()
                .filter(each -> outcome.chosen() == null
                        ? each.outcome() != Outcome.NOT_APPLICABLE
                        : outcome.chosen() == each.outcome())
                .filter(each -> role.admits(each.procedure().role()))
                .filter(each -> phase.admits(each.procedure().phase()))
                .filter(each -> filters.admits(
                        each.procedure().id(),
                        each.procedure().title(),
                        each.procedure().statement()))
                .sorted(Comparator.comparing(ProcedureResult::outcome))
                .toList();
        this.page = PageOf.of(found, home.shown()::row, query, filters);
    }

    /** The pages that it belongs to. */
    public CompliancePages home() {
        return home;
    }

    /** What the list is narrowed by. */
    public Filters filters() {
        return filters;
    }

    /** The page of the list. */
    public PageOf<ProcedureRow> page() {
        return page;
    }

    @Override
    public String getDisplayName() {
        return Messages.Destination_procedures();
    }

    /** The page of a procedure. */
    public ProcedurePage getDynamic(String part) {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return home.shown()
                .chain()
                .procedure(IdInAddress.read(part))
                .map(result -> new ProcedurePage(home, result))
                .orElseThrow(HttpResponses::notFound);
    }

    /** The same for programs. */
    public Api getApi() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return new Api(this);
    }

    /** How many there are on all pages. */
    @Exported
    public int total() {
        return page.total();
    }

    /** Number of the page, from 1. */
    @Exported
    public int pageNumber() {
        return page.number();
    }

    /** How many pages there are. */
    @Exported
    public int pages() {
        return page.pages();
    }

    /** Those of the page. */
    @Exported
    public List<ProcedureRow> procedures() {
        home.owner().checkPermission(CompliancePermissions.VIEW);
        return page.rows();
    }
}
