package io.jenkins.plugins.compliance.engine.policy.pack;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.io.document.Located;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import io.jenkins.plugins.compliance.engine.policy.Framework.Requirement;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what references to requirements stand for, and says which stand for nothing. */
final class RequirementLookup {
    private final Map<String, Framework> frameworks;
    private final Map<String, Map<String, Requirement>> requirements = new HashMap<>();
    private final Map<RequirementRef, List<Requirement>> children = new HashMap<>();
    private final DocumentProblems log;

    RequirementLookup(Map<String, Framework> frameworks, DocumentProblems log) {
        this.frameworks = frameworks;
        this.log = log;
        frameworks.forEach((id, framework) -> {
            Map<String, Requirement> byId = new LinkedHashMap<>();
            for (Requirement requirement : framework.requirements()) {
                byId.putIfAbsent(requirement.id(), requirement);
                if (requirement.parent() != null) {
                    children.computeIfAbsent(new RequirementRef(id, requirement.parent()), key -> new ArrayList<>())
                            .add(requirement);
                }
            }
            requirements.put(id, byId);
        });
    }

    boolean framework(String id, Position at) {
        if (frameworks.containsKey(id)) {
            return true;
        }
        log.unknown("unknown-framework", at, "the id of a framework of this pack", id, frameworks.keySet());
        return false;
    }

    /** The requirement that a reference names. */
    Optional<Requirement> requirement(RequirementRef ref, Position at) {
        Map<String, Requirement> byId = requirements.get(ref.framework());
        if (byId == null) {
            framework(ref.framework(), at);
            return Optional.empty();
        }
        Requirement found = byId.get(ref.requirement());
        if (found == null) {
            log.unknown(
                    "unknown-requirement",
                    at,
                    "the id of a requirement of " + ref.framework(),
                    ref.requirement(),
                    byId.keySet());
        }
        return Optional.ofNullable(found);
    }

    /** The requirement that a reference names, where only one that can be met will do. */
    boolean claimable(RequirementRef ref, Position at) {
        Optional<Requirement> found = requirement(ref, at);
        if (found.isEmpty()) {
            return false;
        }
        if (found.get().group()) {
            log.error(
                    "group-claimed",
                    at,
                    "found " + ref + ", which is a heading; expected one of the requirements under it");
            return false;
        }
        if (found.get().withdrawn()) {
            log.warning("withdrawn", at, "found " + ref + ", which its publisher has withdrawn");
        }
        return true;
    }

    /**
     * The requirements that an item of {@code requires} stands for: {@code framework/requirement}, a heading with all under it,
     * {@code framework#baseline}, or all of a framework by {@code framework/*}.
     */
    void demanded(Located<String> item, Set<RequirementRef> into) {
        String text = item.value();
        int hash = text.indexOf('#');
        if (hash > 0) {
            baseline(text.substring(0, hash), text.substring(hash + 1), item.at(), into);
            return;
        }
        RequirementRef ref = References.requirement(item, log).orElse(null);
        if (ref == null) {
            return;
        }
        if (ref.requirement().equals("*")) {
            all(ref.framework(), item.at(), into);
            return;
        }
        Requirement found = requirement(ref, item.at()).orElse(null);
        if (found == null) {
            return;
        }
        if (found.withdrawn()) {
            log.warning(
                    "withdrawn", item.at(), "found " + ref + ", which its publisher has withdrawn; it is not demanded");
        } else if (found.group()) {
            under(ref, 0, into);
        } else {
            into.add(ref);
        }
    }

    private void under(RequirementRef group, int depth, Set<RequirementRef> into) {
        for (Requirement child : children.getOrDefault(group, List.of())) {
            RequirementRef ref = new RequirementRef(group.framework(), child.id());
            if (child.binding()) {
                into.add(ref);
            }
            if (depth < 64) {
                under(ref, depth + 1, into);
            }
        }
    }

    private void baseline(String framework, String id, Position at, Set<RequirementRef> into) {
        Framework found = frameworks.get(framework);
        if (found == null) {
            framework(framework, at);
            return;
        }
        Framework.Baseline baseline = found.baseline(id).orElse(null);
        if (baseline == null) {
            List<String> known =
                    found.baselines().stream().map(Framework.Baseline::id).toList();
            log.unknown("unknown-baseline", at, "the id of a baseline of " + framework, id, known);
            return;
        }
        for (String each : baseline.requirements()) {
            Requirement requirement = find(framework, each);
            if (requirement != null && requirement.binding()) {
                into.add(new RequirementRef(framework, each));
            } else if (requirement != null && requirement.group()) {
                under(new RequirementRef(framework, each), 0, into);
            }
        }
    }

    private void all(String framework, Position at, Set<RequirementRef> into) {
        if (framework(framework, at)) {
            requirements.getOrDefault(framework, Map.of()).values().stream()
                    .filter(Requirement::binding)
                    .forEach(each -> into.add(new RequirementRef(framework, each.id())));
        }
    }

    @CheckForNull
    private Requirement find(String framework, String id) {
        return requirements.getOrDefault(framework, Map.of()).get(id);
    }
}
