package io.jenkins.plugins.compliance.engine.policy.pack;

import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.DocumentFields;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.io.document.Located;
import io.jenkins.plugins.compliance.engine.io.document.Node;
import io.jenkins.plugins.compliance.engine.policy.tag.TagDefinition;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the definition of a tag. */
final class TagReader {
    private final DocumentProblems log;

    TagReader(DocumentProblems log) {
        this.log = log;
    }

    Optional<Located<TagDefinition>> read(Node node) {
        DocumentFields fields = DocumentFields.of(node, "tag", log).orElse(null);
        if (fields == null) {
            return Optional.empty();
        }
        String key = fields.text("key");
        String title = fields.text("title", key);
        SortedMap<String, String> values = new TreeMap<>();
        for (Node.Entry entry : fields.entries("values")) {
            name(entry.key(), entry.keyAt(), "value");
            values.put(entry.key(), meaning(entry.value(), entry.key()));
        }
        fields.finish();
        if (key.isEmpty() || !name(key, fields.at("key"), "key")) {
            return Optional.empty();
        }
        return Optional.of(new Located<>(new TagDefinition(key, title, values), fields.at("key")));
    }

    private boolean name(String text, Position at, String what) {
        if (Tags.isName(text)) {
            return true;
        }
        log.error(
                "wrong-value",
                at,
                "found the " + what + " " + DocumentProblems.quoted(text) + " of a tag, expected " + Tags.SYNTAX);
        return false;
    }

    private String meaning(Node node, String value) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        log.error("wrong-type", node.at(), "found no text, expected what the value " + value + " means");
        return "";
    }
}
