package io.jenkins.plugins.compliance.engine.policy.pack;

import io.jenkins.plugins.compliance.engine.io.document.DocumentFields;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.io.document.Located;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.tag.PolicySyntaxException;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import java.util.Optional;

/** Reads what several parts of a pack have in common: references to requirements, and selectors. */
final class References {
    private References() {}

    /** The reference under a key, which must be there. */
    static Optional<RequirementRef> requirement(DocumentFields fields, String key, DocumentProblems log) {
        String text = fields.text(key);
        return text.isEmpty() ? Optional.empty() : requirement(new Located<>(text, fields.at(key)), log);
    }

    static Optional<RequirementRef> requirement(Located<String> text, DocumentProblems log) {
        try {
            return Optional.of(RequirementRef.parse(text.value()));
        } catch (IllegalArgumentException e) {
            log.error(
                    "wrong-value",
                    text.at(),
                    "found " + DocumentProblems.quoted(text.value())
                            + ", expected framework/requirement, as in nist-800-53-r5/SI-10");
            return Optional.empty();
        }
    }

    /** The selector under {@code when}; one that matches everything when there is none. */
    static Selector selector(DocumentFields fields, DocumentProblems log) {
        String text = fields.optionalText("when");
        if (text == null) {
            return Selector.EVERYTHING;
        }
        try {
            return Selector.parse(text);
        } catch (PolicySyntaxException e) {
            log.error(
                    "selector-syntax",
                    fields.at("when"),
                    e.problem() + " (character " + e.column() + " of " + DocumentProblems.quoted(text) + ")");
            return Selector.EVERYTHING;
        }
    }
}
