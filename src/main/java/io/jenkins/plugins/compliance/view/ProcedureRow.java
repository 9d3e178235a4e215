package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import io.jenkins.plugins.compliance.engine.wording.Wording;
import java.util.Comparator;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * A procedure in a table.
 *
 * @param id its id
 * @param title its name
 * @param statement what to do
 * @param role who does it
 * @param phase when in the life of an application
 * @param cadence how fresh its evidence must be
 * @param result its outcome
 * @param waived the outcome that a waiver covers; null when none does
 * @param waiver id of that waiver; null when none does
 * @param summary why, one sentence
 * @param reasons what was held against what
 * @param requirements the demanded requirements that it claims
 * @param evidence the evidence that decided
 * @param url its address, relative to the root of Jenkins
 */
@ExportedBean(defaultVisibility = 9)
@Restricted(NoExternalUse.class)
public record ProcedureRow(
        @Exported String id,
        @Exported String title,
        @Exported String statement,
        @Exported String role,
        @Exported String phase,
        @Exported String cadence,
        OutcomeView result,
        @CheckForNull OutcomeView waived,
        @Exported @CheckForNull String waiver,
        Phrase summary,
        List<Phrase> reasons,
        @Exported List<Link> requirements,
        @Exported List<Link> evidence,
        @Exported String url) {

    /** Takes copies of the lists. */
    public ProcedureRow {
        reasons = List.copyOf(reasons);
        requirements = List.copyOf(requirements);
        evidence = List.copyOf(evidence);
    }

    static ProcedureRow of(ProcedureResult result, AssessmentViewModel shown) {
        Procedure procedure = result.procedure();
        return new ProcedureRow(
                procedure.id(),
                procedure.title(),
                procedure.statement(),
                procedure.role().id(),
                procedure.phase().id(),
                procedure.cadence().toString(),
                new OutcomeView(result.outcome()),
                OutcomeView.ofNullable(result.waived()),
                result.waiver(),
                result.explanation().summary(),
                result.explanation().reasons(),
                shown.chain().requirementsOf(result).stream()
                        .sorted(Comparator.comparingInt(each -> distance(each, procedure.id())))
                        .map(shown::link)
                        .toList(),
                shown.chain().evidenceOf(result).stream().map(shown::link).toList(),
                shown.urls().procedure(procedure.id()));
    }

    /** How little a procedure does for a requirement: first what it satisfies alone, and what the pack itself states. */
    private static int distance(RequirementResult requirement, String procedure) {
        return requirement.claims().stream()
                .filter(each -> each.procedure().equals(procedure))
                .mapToInt(each ->
                        2 * each.strength().ordinal() + (each.through().equals(requirement.requirement()) ? 0 : 1))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** The word of its outcome. */
    @Exported(name = "outcome")
    public String outcomeId() {
        return result.id();
    }

    /** The word of the outcome that a waiver covers; null when none does. */
    @Exported(name = "waived")
    @CheckForNull
    public String waivedId() {
        return waived == null ? null : waived.id();
    }

    /** Why, in English. */
    @Exported(name = "summary")
    public String summaryText() {
        return summary.toString();
    }

    /** Why, for programs. */
    @Exported
    public PhraseBean summaryCode() {
        return PhraseBean.of(summary);
    }

    /** What was held against what, in English. */
    @Exported(name = "reasons")
    public List<String> reasonTexts() {
        return Wording.ENGLISH.of(reasons);
    }

    /** What was held against what, for programs. */
    @Exported
    public List<PhraseBean> reasonCodes() {
        return PhraseBean.of(reasons);
    }

    /** Why, in the reader's language. */
    public String summaryWords() {
        return PageWording.of(summary);
    }

    /** What was held against what, in the reader's language. */
    public List<String> reasonWords() {
        return PageWording.of(reasons);
    }

    /** The role in the reader's language. */
    public String roleWords() {
        return Words.role(role);
    }

    /** The phase in the reader's language. */
    public String phaseWords() {
        return Words.phase(phase);
    }
}
