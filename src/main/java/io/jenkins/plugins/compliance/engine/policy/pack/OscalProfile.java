package io.jenkins.plugins.compliance.engine.policy.pack;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.io.document.Located;
import io.jenkins.plugins.compliance.engine.io.document.Node;
import io.jenkins.plugins.compliance.engine.io.document.Node.Mapping;
import io.jenkins.plugins.compliance.engine.io.file.Glob;
import io.jenkins.plugins.compliance.engine.policy.Framework.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A selection of a framework's requirements out of an OSCAL profile, or out of the catalog that a profile resolves to. */
final class OscalProfile {
    private static final int DEEPEST = 64;

    private final Map<String, Requirement> requirements;
    private final Map<String, String> written;
    private final DocumentProblems log;

    /**
     * @param requirements the framework's requirements by id
     * @param written the id of a requirement by the id of its control in OSCAL; others are written in NIST's notation
     */
    OscalProfile(Map<String, Requirement> requirements, Map<String, String> written, DocumentProblems log) {
        this.requirements = requirements;
        this.written = written;
        this.log = log;
    }

    /** The ids of the requirements that it selects, in the framework's order; empty when the document is neither. */
    Optional<List<String>> selected(Node document) {
        Mapping profile = OscalTree.mapping(document, "profile");
        Set<String> selected = new LinkedHashSet<>();
        if (profile == null) {
            Optional<OscalCatalog> resolved = OscalCatalog.of(document);
            resolved.ifPresent(catalog -> catalog.requirements().stream()
                    .filter(each -> !each.group())
                    .forEach(each -> add(new Located<>(each.id(), document.at()), selected)));
            return resolved.map(catalog -> ordered(selected));
        }
        for (Mapping each : OscalTree.mappings(profile, "imports")) {
            Set<String> included = new LinkedHashSet<>();
            if (each.get("include-all").isPresent()) {
                included.addAll(requirements.keySet());
            }
            OscalTree.mappings(each, "include-controls").forEach(selection -> select(selection, included));
            Set<String> excluded = new LinkedHashSet<>();
            OscalTree.mappings(each, "exclude-controls").forEach(selection -> select(selection, excluded));
            included.removeAll(excluded);
            selected.addAll(included);
        }
        return Optional.of(ordered(selected));
    }

    private void select(Mapping selection, Set<String> into) {
        Set<String> named = new LinkedHashSet<>();
        for (Located<String> id : OscalTree.texts(selection, "with-ids")) {
            add(new Located<>(written.getOrDefault(id.value(), ControlIds.written(id.value())), id.at()), named);
        }
        for (Mapping matching : OscalTree.mappings(selection, "matching")) {
            matching(matching, named);
        }
        into.addAll(named);
        if (OscalTree.text(selection, "with-child-controls").equals("yes")) {
            requirements.values().stream().filter(each -> descends(each, named)).forEach(each -> into.add(each.id()));
        }
    }

    private void matching(Mapping matching, Set<String> into) {
        try {
            Glob pattern = Glob.of(OscalTree.text(matching, "pattern"));
            written.forEach((oscalId, id) -> {
                if (pattern.matches(oscalId)) {
                    into.add(id);
                }
            });
        } catch (IllegalArgumentException e) {
            log.error("wrong-value", matching.at(), e.getMessage() == null ? "no pattern" : e.getMessage());
        }
    }

    private boolean descends(Requirement requirement, Set<String> ancestors) {
        String parent = requirement.parent();
        for (int i = 0; parent != null && i < DEEPEST; i++) {
            if (ancestors.contains(parent)) {
                return true;
            }
            parent = parentOf(parent);
        }
        return false;
    }

    @CheckForNull
    private String parentOf(String id) {
        Requirement requirement = requirements.get(id);
        return requirement == null ? null : requirement.parent();
    }

    private void add(Located<String> id, Set<String> into) {
        if (requirements.containsKey(id.value())) {
            into.add(id.value());
        } else {
            log.unknown(
                    "unknown-requirement",
                    id.at(),
                    "the id of a requirement of the framework that this selects from",
                    id.value(),
                    requirements.keySet());
        }
    }

    private List<String> ordered(Set<String> selected) {
        List<String> ordered = new ArrayList<>();
        for (Requirement requirement : requirements.values()) {
            if (requirement.binding() && selected.contains(requirement.id())) {
                ordered.add(requirement.id());
            }
        }
        return ordered;
    }
}
