package io.jenkins.plugins.compliance.engine.policy.compare;

import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Claim;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Strength;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.compare.PolicyDiff.Change;
import io.jenkins.plugins.compliance.engine.policy.compare.PolicyDiff.Direction;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Says what changes between two versions of one procedure. */
final class ProcedureComparison {
    private final List<Change> changes = new ArrayList<>();

    private ProcedureComparison() {}

    static List<Change> changes(Procedure was, Procedure is) {
        ProcedureComparison comparison = new ProcedureComparison();
        comparison.differs("the statement is now: " + is.statement(), was.statement(), is.statement());
        comparison.differs("the title is now: " + is.title(), was.title(), is.title());
        comparison.differs("the reason is reworded", was.why(), is.why());
        comparison.differs(
                "the role is " + is.role().id() + " instead of " + was.role().id(), was.role(), is.role());
        comparison.differs(
                "the phase is " + is.phase().id() + " instead of " + was.phase().id(), was.phase(), is.phase());
        comparison.selector(was.when(), is.when());
        comparison.cadence(was.cadence(), is.cadence());
        comparison.changes.addAll(CheckComparison.changes(was.check(), is.check()));
        comparison.claims(was.satisfies(), is.satisfies());
        comparison.differs("the guidance is reworded", was.guidance(), is.guidance());
        return comparison.changes;
    }

    private void differs(String words, Object was, Object is) {
        if (!Objects.equals(was, is)) {
            changes.add(new Change(Direction.OTHER, words));
        }
    }

    private void selector(Selector was, Selector is) {
        if (was.canonical().equals(is.canonical())) {
            return;
        }
        boolean narrower = is.implies(was);
        boolean wider = was.implies(is);
        Direction direction = narrower == wider ? Direction.OTHER : wider ? Direction.TIGHTER : Direction.LOOSER;
        String words = is.terms().isEmpty()
                ? "it applies whatever the tags, and no longer to \"" + was.canonical() + "\" alone"
                : "it applies to \"" + is.canonical() + "\" "
                        + (was.terms().isEmpty() ? "alone" : "instead of \"" + was.canonical() + "\"");
        changes.add(new Change(direction, words));
    }

    private void cadence(Cadence was, Cadence is) {
        if (was.canonical().equals(is.canonical())) {
            return;
        }
        int byLength = Double.compare(days(is), days(was));
        Direction direction = byLength == 0 ? Direction.OTHER : byLength < 0 ? Direction.TIGHTER : Direction.LOOSER;
        changes.add(new Change(direction, "it is due " + InWords.cadence(is) + " instead of " + InWords.cadence(was)));
    }

    private static double days(Cadence cadence) {
        if (cadence instanceof Cadence.Every every) {
            // The mean length of a month in the Gregorian calendar; near enough to say which is longer.
            return every.period().toTotalMonths() * 30.436875 + every.period().getDays();
        }
        return cadence instanceof Cadence.EveryBuild ? 0 : Double.MAX_VALUE;
    }

    private void claims(List<Claim> was, List<Claim> is) {
        Map<RequirementRef, Strength> before = new TreeMap<>();
        was.forEach(each -> before.put(each.requirement(), each.strength()));
        Map<RequirementRef, Strength> after = new TreeMap<>();
        is.forEach(each -> after.put(each.requirement(), each.strength()));
        after.forEach((ref, strength) -> {
            Strength old = before.get(ref);
            if (old == null) {
                changes.add(new Change(Direction.OTHER, "it claims " + ref + " (" + strength.id() + ")"));
            } else if (old != strength) {
                changes.add(new Change(
                        Direction.OTHER, "it claims " + ref + " " + strength.id() + " instead of " + old.id()));
            }
        });
        before.keySet().stream()
                .filter(ref -> !after.containsKey(ref))
                .forEach(ref -> changes.add(new Change(Direction.OTHER, "it no longer claims " + ref)));
    }
}
