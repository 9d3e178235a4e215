package io.jenkins.plugins.compliance.engine.policy.compare;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.demand.ArchetypeScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What changes, and for whom, when one version of a policy follows another.
 *
 * @param older the older version
 * @param newer the newer version
 * @param frameworks what changes in the frameworks, one sentence each
 * @param archetypes the archetypes for which something changes, by id
 * @param procedures the procedures that change, by id
 */
public record PolicyDiff(
        PolicyPack older,
        PolicyPack newer,
        List<String> frameworks,
        List<ArchetypeChange> archetypes,
        List<ProcedureChange> procedures) {

    /** Takes copies of the lists. */
    public PolicyDiff {
        frameworks = List.copyOf(frameworks);
        archetypes = List.copyOf(archetypes);
        procedures = List.copyOf(procedures);
    }

    /** Which way a change goes for those who must obey. */
    public enum Direction {
        /** More is demanded. */
        TIGHTER,
        /** Less is demanded. */
        LOOSER,
        /** Something else is demanded, or it is said otherwise. */
        OTHER;

        /** The word in output. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What happened to a part of the policy. */
    public enum Fate {
        /** It is new. */
        ADDED,
        /** It is gone. */
        REMOVED,
        /** It was there and is another now. */
        CHANGED;

        /** The word in output. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One thing that changes.
     *
     * @param direction which way
     * @param words what, in words
     */
    public record Change(Direction direction, String words) {}

    /**
     * What changes for the applications of an archetype.
     *
     * @param id id of the archetype
     * @param title its title
     * @param fate what happened to it
     * @param selector how its selector changes; null when it does not
     * @param addedRequirements requirements demanded from now on
     * @param removedRequirements requirements no longer demanded
     * @param addedProcedures ids of procedures that apply from now on
     * @param removedProcedures ids of procedures that no longer apply
     * @param changedProcedures ids of procedures that apply as before and changed
     */
    public record ArchetypeChange(
            String id,
            String title,
            Fate fate,
            @CheckForNull String selector,
            List<RequirementRef> addedRequirements,
            List<RequirementRef> removedRequirements,
            List<String> addedProcedures,
            List<String> removedProcedures,
            List<String> changedProcedures) {}

    /**
     * A procedure that changes.
     *
     * @param id id of the procedure
     * @param title its title
     * @param fate what happened to it
     * @param changes what changes in it; empty when it is new or gone
     */
    public record ProcedureChange(String id, String title, Fate fate, List<Change> changes) {}

    /** Compares two versions of a policy. */
    public static PolicyDiff of(PolicyPack older, PolicyPack newer) {
        List<ProcedureChange> procedures = procedures(older, newer);
        Set<String> changed = new TreeSet<>();
        procedures.stream().filter(each -> each.fate() == Fate.CHANGED).forEach(each -> changed.add(each.id()));
        return new PolicyDiff(older, newer, frameworks(older, newer), archetypes(older, newer, changed), procedures);
    }

    /** Whether nothing changes for anybody. */
    public boolean isEmpty() {
        return frameworks.isEmpty() && archetypes.isEmpty() && procedures.isEmpty();
    }

    private static List<ProcedureChange> procedures(PolicyPack older, PolicyPack newer) {
        Map<String, Procedure> before = new TreeMap<>();
        older.procedures().forEach(each -> before.put(each.id(), each));
        Map<String, Procedure> after = new TreeMap<>();
        newer.procedures().forEach(each -> after.put(each.id(), each));
        List<ProcedureChange> changes = new ArrayList<>();
        after.forEach((id, procedure) -> {
            Procedure was = before.get(id);
            if (was == null) {
                changes.add(new ProcedureChange(id, procedure.title(), Fate.ADDED, List.of()));
                return;
            }
            List<Change> details = new ArrayList<>(ProcedureComparison.changes(was, procedure));
            String playbook = procedure.guidance().playbook();
            if (playbook != null
                    && playbook.equals(was.guidance().playbook())
                    && !newer.playbooks()
                            .getOrDefault(playbook, "")
                            .equals(older.playbooks().getOrDefault(playbook, ""))) {
                details.add(new Change(Direction.OTHER, "the playbook " + playbook + " is rewritten"));
            }
            if (!details.isEmpty()) {
                changes.add(new ProcedureChange(id, procedure.title(), Fate.CHANGED, List.copyOf(details)));
            }
        });
        before.forEach((id, procedure) -> {
            if (!after.containsKey(id)) {
                changes.add(new ProcedureChange(id, procedure.title(), Fate.REMOVED, List.of()));
            }
        });
        changes.sort(Comparator.comparing(ProcedureChange::id));
        return changes;
    }

    private static List<String> frameworks(PolicyPack older, PolicyPack newer) {
        List<String> changes = new ArrayList<>();
        newer.frameworks().forEach((id, framework) -> {
            Framework was = older.frameworks().get(id);
            if (was == null) {
                changes.add("the framework " + id + " is new");
            } else if (!was.version().equals(framework.version())) {
                changes.add(
                        "the framework " + id + " goes from version " + was.version() + " to " + framework.version());
            } else if (!was.equals(framework)) {
                changes.add("the framework " + id + " is edited");
            }
        });
        older.frameworks().keySet().stream()
                .filter(id -> !newer.frameworks().containsKey(id))
                .forEach(id -> changes.add("the framework " + id + " is gone"));
        return changes;
    }

    private static List<ArchetypeChange> archetypes(PolicyPack older, PolicyPack newer, Set<String> changed) {
        Map<String, ArchetypeScope> before = ArchetypeScope.all(older);
        Map<String, ArchetypeScope> after = ArchetypeScope.all(newer);
        Set<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        List<ArchetypeChange> changes = new ArrayList<>();
        for (String id : ids) {
            ArchetypeScope was = before.get(id);
            ArchetypeScope is = after.get(id);
            ArchetypeScope shown = is == null ? was : is;
            if (shown == null) {
                continue;
            }
            ArchetypeChange change = change(shown.archetype(), was, is, changed);
            boolean same = change.fate() == Fate.CHANGED
                    && change.selector() == null
                    && change.addedRequirements().isEmpty()
                    && change.removedRequirements().isEmpty()
                    && change.addedProcedures().isEmpty()
                    && change.removedProcedures().isEmpty()
                    && change.changedProcedures().isEmpty();
            if (!same) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static ArchetypeChange change(
            Archetype shown, @CheckForNull ArchetypeScope was, @CheckForNull ArchetypeScope is, Set<String> changed) {
        Set<RequirementRef> oldRequirements = was == null ? Set.of() : was.requirements();
        Set<RequirementRef> newRequirements = is == null ? Set.of() : is.requirements();
        Set<String> oldProcedures = was == null ? Set.of() : was.procedures();
        Set<String> newProcedures = is == null ? Set.of() : is.procedures();
        String selector = null;
        if (was != null
                && is != null
                && !was.archetype()
                        .when()
                        .canonical()
                        .equals(is.archetype().when().canonical())) {
            selector = "it was chosen by " + chosenBy(was) + " and is chosen by " + chosenBy(is);
        }
        return new ArchetypeChange(
                shown.id(),
                shown.title(),
                was == null ? Fate.ADDED : is == null ? Fate.REMOVED : Fate.CHANGED,
                selector,
                without(newRequirements, oldRequirements),
                without(oldRequirements, newRequirements),
                without(newProcedures, oldProcedures),
                without(oldProcedures, newProcedures),
                newProcedures.stream()
                        .filter(id -> oldProcedures.contains(id) && changed.contains(id))
                        .toList());
    }

    private static String chosenBy(ArchetypeScope scope) {
        String selector = scope.archetype().when().canonical();
        return selector.isEmpty() ? "any tags" : "\"" + selector + "\"";
    }

    private static <T extends Comparable<T>> List<T> without(Set<T> all, Set<T> some) {
        return all.stream().filter(each -> !some.contains(each)).sorted().toList();
    }
}
