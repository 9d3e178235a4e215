package io.jenkins.plugins.compliance.engine.policy.pack;

import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.DocumentFields;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.io.document.Documents;
import io.jenkins.plugins.compliance.engine.io.document.Located;
import io.jenkins.plugins.compliance.engine.io.document.Node;
import io.jenkins.plugins.compliance.engine.io.document.Node.Mapping;
import io.jenkins.plugins.compliance.engine.io.document.Node.Scalar;
import io.jenkins.plugins.compliance.engine.io.document.Node.Sequence;
import io.jenkins.plugins.compliance.engine.io.file.FileTree;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the files of one pack. */
final class PackLoader {
    private static final List<String> HEADER_FILES = List.of("pack.yaml", "pack.yml", "pack.json");

    private final FileTree tree;
    private final LoadSession session;
    private final DocumentProblems log;
    private final Map<String, Node> documents = new TreeMap<>();
    private final PackDraft draft = new PackDraft();
    private final List<Located<String>> uses = new ArrayList<>();
    private final List<Located<String>> overrides = new ArrayList<>();
    private Header header = Header.NONE;

    PackLoader(FileTree tree, LoadSession session) {
        this.tree = tree;
        this.session = session;
        this.log = session.log;
    }

    /**
     * What the files of a pack say.
     *
     * @param header of the pack itself
     * @param draft its lists
     * @param uses the packs that it uses, as written
     * @param overrides ids of the procedures of used packs that its own replace
     * @param at its header file
     */
    record Read(
            Header header, PackDraft draft, List<Located<String>> uses, List<Located<String>> overrides, Position at) {}

    Read read() {
        for (FileTree.Refusal refusal : tree.refused()) {
            log.error("refused-file", tree.position(refusal.path()), "the file is not read: " + refusal.reason());
        }
        String headerFile = headerFile();
        for (String path : tree.paths()) {
            if (isDocument(path) && !path.startsWith("catalogs/")) {
                session.read(tree, path, (content, name) -> Documents.parse(content, name, session.limits))
                        .ifPresent(document -> documents.put(path, document));
            } else if (path.startsWith("playbooks/") && path.endsWith(".md")) {
                session.read(tree, path, (content, name) -> Documents.lines(content, name, session.limits))
                        .ifPresent(text -> draft.playbooks.put(path, new Located<>(text, tree.position(path))));
            }
        }
        Set<String> catalogs = catalogPaths();
        FrameworkReader frameworks = new FrameworkReader(this::catalog, log);
        DocumentReader reader = new DocumentReader(frameworks, log, draft);
        documents.forEach((path, document) -> {
            if (!catalogs.contains(path)) {
                read(path, document, path.equals(headerFile), reader);
            }
        });
        return new Read(header, draft, uses, overrides, tree.position(headerFile));
    }

    private String headerFile() {
        if (tree.paths().size() == 1 && isDocument(tree.paths().first())) {
            return tree.paths().first();
        }
        List<String> found =
                HEADER_FILES.stream().filter(tree.paths()::contains).toList();
        if (found.isEmpty()) {
            log.error(
                    "missing-file",
                    Position.of(tree.label()),
                    "found no pack.yaml, expected one at the top of a policy pack");
        } else if (found.size() > 1) {
            log.error(
                    "duplicate-id",
                    tree.position(found.get(1)),
                    "found " + String.join(" and ", found) + ", expected one of them");
        }
        return found.isEmpty() ? HEADER_FILES.get(0) : found.get(0);
    }

    private static boolean isDocument(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    private void read(String path, Node document, boolean isHeader, DocumentReader reader) {
        DocumentFields fields = DocumentFields.of(document, isHeader ? "policy pack" : "file of a policy pack", log)
                .orElse(null);
        if (fields == null) {
            return;
        }
        if (isHeader) {
            header(fields);
        } else if (fields.has("schema")) {
            schema(fields);
        }
        reader.read(fields);
        fields.finish();
    }

    private void header(DocumentFields fields) {
        schema(fields);
        header = new Header(
                fields.id().orElse(""), fields.text("title", ""), fields.text("version"), effectiveFrom(fields));
        uses.addAll(fields.texts("uses"));
        overrides.addAll(fields.texts("overrides"));
    }

    private void schema(DocumentFields fields) {
        int schema = fields.has("schema") ? fields.number("schema", 1, 1) : 0;
        if (schema != 1) {
            log.error(
                    "wrong-schema",
                    fields.at("schema"),
                    "found " + (schema == 0 ? "no schema" : "schema " + schema) + ", expected schema: 1");
        }
    }

    private String effectiveFrom(DocumentFields fields) {
        String text = fields.text("effectiveFrom", "");
        try {
            return text.isEmpty() ? "" : LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            log.error(
                    "wrong-value",
                    fields.at("effectiveFrom"),
                    "found " + DocumentProblems.quoted(text) + ", expected a day as YYYY-MM-DD");
            return "";
        }
    }

    /** The paths that frameworks and baselines name under {@code oscal}: they hold no lists of a pack. */
    private Set<String> catalogPaths() {
        Set<String> paths = new HashSet<>();
        for (Node document : documents.values()) {
            for (Mapping framework : mappings(document, "frameworks")) {
                addOscal(framework, paths);
                mappings(framework, "baselines").forEach(baseline -> addOscal(baseline, paths));
            }
        }
        return paths;
    }

    private static List<Mapping> mappings(Node node, String key) {
        List<Mapping> found = new ArrayList<>();
        if (node instanceof Mapping mapping && mapping.get(key).orElse(null) instanceof Sequence list) {
            list.items().forEach(item -> {
                if (item instanceof Mapping each) {
                    found.add(each);
                }
            });
        }
        return found;
    }

    private static void addOscal(Mapping mapping, Set<String> paths) {
        if (mapping.get("oscal").orElse(null) instanceof Scalar path) {
            paths.add(path.text());
        }
    }

    private Optional<Node> catalog(Located<String> path) {
        Node parsed = documents.get(path.value());
        if (parsed != null) {
            return Optional.of(parsed);
        }
        if (!tree.paths().contains(path.value())) {
            log.unknown("missing-file", path.at(), "the path of a file of the pack", path.value(), tree.paths());
            return Optional.empty();
        }
        return session.read(tree, path.value(), this::json);
    }

    private Node json(byte[] content, String name) throws IOException {
        return Documents.parse(content, name, session.limits);
    }
}
