package io.jenkins.plugins.compliance.engine.policy.pack;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.DocumentFields;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.io.document.Located;
import io.jenkins.plugins.compliance.engine.io.document.Node;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import io.jenkins.plugins.compliance.engine.policy.Framework.Baseline;
import io.jenkins.plugins.compliance.engine.policy.Framework.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a framework: its requirements as the pack lists them, or out of an OSCAL catalog, or both; and its baselines. */
final class FrameworkReader {
    private static final int DEEPEST = 64;

    private final Function<Located<String>, Optional<Node>> catalogs;
    private final DocumentProblems log;

    /**
     * @param catalogs the document of the pack with a path; logs what is wrong where there is none
     */
    FrameworkReader(Function<Located<String>, Optional<Node>> catalogs, DocumentProblems log) {
        this.catalogs = catalogs;
        this.log = log;
    }

    Optional<Located<Framework>> read(Node node) {
        DocumentFields fields = DocumentFields.of(node, "framework", log).orElse(null);
        if (fields == null) {
            return Optional.empty();
        }
        String id = fields.id().orElse(null);
        OscalCatalog catalog = catalog(fields);
        Map<String, Requirement> requirements = new LinkedHashMap<>();
        if (catalog != null) {
            catalog.requirements().forEach(each -> requirements.put(each.id(), each));
        }
        listed(fields, requirements);
        String title = catalog == null || fields.has("title") ? fields.text("title") : catalog.title();
        List<Baseline> baselines = baselines(fields, requirements, catalog == null ? Map.of() : catalog.written());
        Framework framework = new Framework(
                id == null ? "" : id,
                title,
                fields.text("version", catalog == null ? "" : catalog.version()),
                fields.text("publisher", ""),
                fields.text("source", ""),
                fields.text("date", ""),
                fields.text("text", ""),
                List.copyOf(requirements.values()),
                baselines);
        if (requirements.isEmpty()) {
            log.error("missing-key", fields.at(), "found no requirements, expected requirements or oscal");
        }
        fields.finish();
        return id == null ? Optional.empty() : Optional.of(new Located<>(framework, fields.at("id")));
    }

    @CheckForNull
    private OscalCatalog catalog(DocumentFields fields) {
        String path = fields.optionalText("oscal");
        if (path == null) {
            return null;
        }
        Position at = fields.at("oscal");
        Node document = catalogs.apply(new Located<>(path, at)).orElse(null);
        if (document == null) {
            return null;
        }
        Optional<OscalCatalog> catalog = OscalCatalog.of(document);
        if (catalog.isEmpty()) {
            log.error(
                    "wrong-value",
                    at,
                    "found " + DocumentProblems.quoted(path) + ", expected an OSCAL catalog in JSON");
        }
        return catalog.orElse(null);
    }

    private void listed(DocumentFields fields, Map<String, Requirement> requirements) {
        Map<String, Position> parents = new LinkedHashMap<>();
        Map<String, Position> places = new HashMap<>();
        for (Node item : fields.list("requirements")) {
            DocumentFields each = DocumentFields.of(item, "requirement", log).orElse(null);
            if (each == null) {
                continue;
            }
            String id = requirementId(each);
            Requirement requirement = new Requirement(
                    id,
                    each.text("title"),
                    each.optionalText("parent"),
                    each.flag("group", false),
                    each.optionalText("text"),
                    each.flag("withdrawn", false));
            each.finish();
            if (id.isEmpty()) {
                continue;
            }
            if (requirements.putIfAbsent(id, requirement) != null) {
                Position first = places.getOrDefault(id, fields.at("oscal"));
                log.error(
                        "duplicate-id",
                        each.at("id"),
                        "found the requirement " + DocumentProblems.quoted(id)
                                + " again, expected each id once; it stands first at " + first);
            }
            places.putIfAbsent(id, each.at("id"));
            if (requirement.parent() != null) {
                parents.put(id, each.at("parent"));
            }
        }
        parents.forEach((id, at) -> checkParent(id, at, requirements));
    }

    private String requirementId(DocumentFields fields) {
        String id = fields.text("id");
        if (!id.isEmpty() && !ControlIds.valid(id)) {
            log.error(
                    "wrong-value",
                    fields.at("id"),
                    "found the id " + DocumentProblems.quoted(id) + ", expected " + ControlIds.SYNTAX);
        }
        return id;
    }

    private void checkParent(String id, Position at, Map<String, Requirement> requirements) {
        Set<String> seen = new LinkedHashSet<>(List.of(id));
        Requirement each = requirements.get(id);
        String parent = each == null ? null : each.parent();
        while (parent != null && seen.size() < DEEPEST) {
            Requirement above = requirements.get(parent);
            if (above == null) {
                if (seen.size() == 1) {
                    log.unknown(
                            "unknown-requirement",
                            at,
                            "the id of a requirement of this framework as parent",
                            parent,
                            requirements.keySet());
                }
                return;
            }
            if (!seen.add(parent)) {
                log.error(
                        "parent-cycle",
                        at,
                        "found parents that lead in a circle: " + String.join(" -> ", seen) + " -> " + parent
                                + "; expected them to end at the top");
                return;
            }
            parent = above.parent();
        }
    }

    private List<Baseline> baselines(
            DocumentFields fields, Map<String, Requirement> requirements, Map<String, String> written) {
        Map<String, Baseline> baselines = new LinkedHashMap<>();
        for (Node item : fields.list("baselines")) {
            DocumentFields each = DocumentFields.of(item, "baseline", log).orElse(null);
            if (each == null) {
                continue;
            }
            String id = each.id().orElse("");
            List<String> selected = new ArrayList<>(listedBaseline(each, requirements));
            String path = each.optionalText("oscal");
            if (path != null) {
                selected.addAll(profile(new Located<>(path, each.at("oscal")), requirements, written));
            } else if (!each.has("requirements")) {
                log.error(
                        "missing-key",
                        each.at(),
                        "found no requirements, expected the baseline to have requirements or oscal");
            }
            Baseline baseline = new Baseline(
                    id, each.text("title", id), selected.stream().distinct().toList());
            each.finish();
            if (baselines.putIfAbsent(id, baseline) != null) {
                log.error(
                        "duplicate-id",
                        each.at("id"),
                        "found the baseline " + DocumentProblems.quoted(id)
                                + " again, expected each id once in a framework");
            }
        }
        return List.copyOf(baselines.values());
    }

    private List<String> listedBaseline(DocumentFields fields, Map<String, Requirement> requirements) {
        List<String> selected = new ArrayList<>();
        for (Located<String> id : fields.texts("requirements")) {
            if (requirements.containsKey(id.value())) {
                selected.add(id.value());
            } else {
                log.unknown(
                        "unknown-requirement",
                        id.at(),
                        "the id of a requirement of this framework",
                        id.value(),
                        requirements.keySet());
            }
        }
        return selected;
    }

    private List<String> profile(
            Located<String> path, Map<String, Requirement> requirements, Map<String, String> written) {
        Node document = catalogs.apply(path).orElse(null);
        if (document == null) {
            return List.of();
        }
        Optional<List<String>> selected = new OscalProfile(requirements, written, log).selected(document);
        if (selected.isEmpty()) {
            log.error(
                    "wrong-value",
                    path.at(),
                    "found " + DocumentProblems.quoted(path.value())
                            + ", expected an OSCAL profile or catalog in JSON");
        }
        return selected.orElse(List.of());
    }
}
