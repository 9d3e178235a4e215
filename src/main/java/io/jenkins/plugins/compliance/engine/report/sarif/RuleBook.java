package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.Advisories;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the rule of a result among those of the driver and the extensions (sections 3.27.5 to 3.27.7, 3.52.3 and 3.54.2). */
final class RuleBook {
    private final List<Shelf> shelves = new ArrayList<>();

    RuleBook(ToolComponent driver, List<ToolComponent> extensions, Taxonomies taxonomies) {
        shelves.add(new Shelf(driver, taxonomies));
        extensions.forEach(extension -> shelves.add(new Shelf(extension, taxonomies)));
    }

    /**
     * A rule and what goes with it.
     *
     * @param rule the rule
     * @param component the component that defines it
     * @param weaknesses weaknesses that the rule states, by taxa too
     * @param advisories advisories that its id names
     */
    record Found(Rule rule, ToolComponent component, List<CweClaim> weaknesses, List<String> advisories) {}

    /** The rules of one component. */
    private static final class Shelf {
        private final ToolComponent component;
        private final List<Found> byIndex = new ArrayList<>();
        private final Map<String, Found> byId = new HashMap<>();
        private final Map<String, Found> byGuid = new HashMap<>();

        Shelf(ToolComponent component, Taxonomies taxonomies) {
            this.component = component;
            for (Rule rule : component.rules()) {
                Found found = new Found(rule, component, taxonomies.weaknesses(rule), Advisories.in(rule.id()));
                byIndex.add(found);
                byId.putIfAbsent(rule.id(), found);
                String guid = rule.guid();
                if (guid != null) {
                    byGuid.putIfAbsent(guid, found);
                }
            }
        }

        @CheckForNull
        Found at(int index) {
            return index >= 0 && index < byIndex.size() ? byIndex.get(index) : null;
        }

        // "CA1000/1" is a result of rule "CA1000", unless there is a rule of its own.
        @CheckForNull
        Found named(String id) {
            String prefix = id;
            for (Found found = byId.get(prefix); ; found = byId.get(prefix)) {
                int slash = prefix.lastIndexOf('/');
                if (found != null || slash < 0) {
                    return found;
                }
                prefix = prefix.substring(0, slash);
            }
        }
    }

    /**
     * The rule that is meant; null when the tool does not describe it.
     *
     * @param ruleId id of the rule; null when not stated
     * @param ruleIndex its index; -1 when not stated
     * @param reference a reference to it; {@link Reference#NONE} when there is none
     */
    @CheckForNull
    Found find(@CheckForNull String ruleId, int ruleIndex, Reference reference) {
        String id = reference.id() == null ? ruleId : reference.id();
        int index = reference.index() < 0 ? ruleIndex : reference.index();
        Shelf shelf = shelf(reference.component());
        Found indexed = shelf.at(index);
        if (indexed != null && (id == null || indexed.rule().covers(id))) {
            return indexed;
        }
        String guid = reference.guid();
        Found found = guid == null ? null : shelf.byGuid.get(guid);
        if (found == null && id != null) {
            found = named(id, shelf);
        }
        // An index that contradicts the id still counts where nothing else does: only the index takes part in the
        // standard's
        // look-up.
        return found == null ? indexed : found;
    }

    private @CheckForNull Found named(String id, Shelf first) {
        Found found = first.named(id);
        for (int i = 0; i < shelves.size() && found == null; i++) {
            found = shelves.get(i).named(id);
        }
        return found;
    }

    private Shelf shelf(@CheckForNull Reference.ComponentReference reference) {
        if (reference == null) {
            return shelves.get(0);
        }
        if (reference.index() >= 0 && reference.index() + 1 < shelves.size()) {
            return shelves.get(reference.index() + 1);
        }
        for (Shelf shelf : shelves) {
            boolean byGuid = reference.guid() != null && reference.guid().equals(shelf.component.guid());
            boolean byName = reference.guid() == null && shelf.component.name().equals(reference.name());
            if (byGuid || byName) {
                return shelf;
            }
        }
        return shelves.get(0);
    }
}
