package io.jenkins.plugins.compliance.engine.policy.pack;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.document.Node;
import io.jenkins.plugins.compliance.engine.io.document.Node.Mapping;
import io.jenkins.plugins.compliance.engine.policy.Framework.Requirement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An OSCAL catalog (NIST OSCAL 1.0 to 1.2, JSON) as the requirements of a framework. Groups become headings, enhancements become
 * requirements whose parent is their control, and ids are those that people write: the label, or the id in NIST's notation.
 *
 * @param title its title
 * @param version its version
 * @param requirements its groups and controls in its order
 * @param written the id of the requirement by the id of the control in OSCAL
 */
record OscalCatalog(String title, String version, List<Requirement> requirements, Map<String, String> written) {

    /** Reads a catalog; empty when the document is none. */
    static Optional<OscalCatalog> of(Node document) {
        Mapping catalog = OscalTree.mapping(document, "catalog");
        if (catalog == null) {
            return Optional.empty();
        }
        Reading reading = new Reading();
        reading.groups(catalog, null);
        reading.controls(catalog, null);
        Mapping metadata = OscalTree.mapping(catalog, "metadata");
        return Optional.of(new OscalCatalog(
                metadata == null ? "" : OscalTree.text(metadata, "title"),
                metadata == null ? "" : OscalTree.text(metadata, "version"),
                List.copyOf(reading.requirements.values()),
                reading.written));
    }

    private static final class Reading {
        private final Map<String, Requirement> requirements = new LinkedHashMap<>();
        private final Map<String, String> written = new LinkedHashMap<>();

        void groups(Mapping parent, @CheckForNull String parentId) {
            for (Mapping group : OscalTree.mappings(parent, "groups")) {
                String id = groupId(group);
                if (id != null) {
                    add(new Requirement(id, OscalTree.text(group, "title"), parentId, true, null));
                }
                groups(group, id == null ? parentId : id);
                controls(group, id == null ? parentId : id);
            }
        }

        void controls(Mapping parent, @CheckForNull String parentId) {
            for (Mapping control : OscalTree.mappings(parent, "controls")) {
                String oscalId = OscalTree.text(control, "id");
                String label = OscalTree.property(control, "label");
                String id = ControlIds.valid(label) ? label : ControlIds.written(oscalId);
                boolean withdrawn = OscalTree.property(control, "status")
                        .toLowerCase(Locale.ROOT)
                        .equals("withdrawn");
                String statement = OscalProse.statement(control);
                if (ControlIds.valid(id)) {
                    add(new Requirement(
                            id,
                            OscalTree.text(control, "title"),
                            parentId,
                            false,
                            statement.isEmpty() ? null : statement,
                            withdrawn));
                    written.put(oscalId, id);
                }
                controls(control, ControlIds.valid(id) ? id : parentId);
            }
        }

        private void add(Requirement requirement) {
            requirements.putIfAbsent(requirement.id(), requirement);
        }

        @CheckForNull
        private String groupId(Mapping group) {
            String label = OscalTree.property(group, "label");
            String id = OscalTree.text(group, "id");
            String shown = OscalTree.text(group, "class").equals("family") ? id.toUpperCase(Locale.ROOT) : id;
            String best = ControlIds.valid(label) ? label : shown;
            return ControlIds.valid(best) ? best : null;
        }
    }
}
