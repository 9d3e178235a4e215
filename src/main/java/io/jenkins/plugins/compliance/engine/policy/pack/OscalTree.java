package io.jenkins.plugins.compliance.engine.policy.pack;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.document.Located;
import io.jenkins.plugins.compliance.engine.io.document.Node;
import io.jenkins.plugins.compliance.engine.io.document.Node.Mapping;
import io.jenkins.plugins.compliance.engine.io.document.Node.Scalar;
import io.jenkins.plugins.compliance.engine.io.document.Node.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Walks OSCAL documents. What is absent or of another type than OSCAL's is passed over: their publishers validate them. */
final class OscalTree {
    private OscalTree() {}

    static String text(Mapping mapping, String key) {
        return mapping.get(key).orElse(null) instanceof Scalar scalar ? DisplayText.withoutControls(scalar.text()) : "";
    }

    static List<Mapping> mappings(Mapping mapping, String key) {
        List<Mapping> found = new ArrayList<>();
        if (mapping.get(key).orElse(null) instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                if (item instanceof Mapping inner) {
                    found.add(inner);
                }
            }
        }
        return found;
    }

    static List<Located<String>> texts(Mapping mapping, String key) {
        List<Located<String>> found = new ArrayList<>();
        if (mapping.get(key).orElse(null) instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                if (item instanceof Scalar scalar) {
                    found.add(new Located<>(DisplayText.withoutControls(scalar.text()), scalar.at()));
                }
            }
        }
        return found;
    }

    @CheckForNull
    static Mapping mapping(Node node, String key) {
        return node instanceof Mapping mapping && mapping.get(key).orElse(null) instanceof Mapping inner ? inner : null;
    }

    /** The value of a property: the one without a class before those of a class. */
    static String property(Mapping mapping, String name) {
        String classed = "";
        for (Mapping property : mappings(mapping, "props")) {
            if (text(property, "name").equals(name)) {
                if (text(property, "class").isEmpty()) {
                    return text(property, "value");
                }
                classed = classed.isEmpty() ? text(property, "value") : classed;
            }
        }
        return classed;
    }
}
