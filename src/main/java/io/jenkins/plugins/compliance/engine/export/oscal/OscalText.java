package io.jenkins.plugins.compliance.engine.export.oscal;

import io.jenkins.plugins.compliance.engine.assess.Explanation;
import io.jenkins.plugins.compliance.engine.export.FindingText;
import io.jenkins.plugins.compliance.engine.export.UriReference;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.prose.MarkdownText;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/** Texts of any kind in the data types of OSCAL (NIST, OSCAL Data Types), which have patterns that names need not fit. */
final class OscalText {
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2999-12-31T23:59:59Z");

    private OscalText() {}

    /** As <em>string</em>: one line that neither begins nor ends with white space; empty when nothing is left. */
    static String string(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .map(c -> Character.isSpaceChar(c) ? ' ' : c)
                .forEach(kept::appendCodePoint);
        return FindingText.oneLine(kept.toString());
    }

    /** As <em>markup-line</em> that means the text alone; a hyphen when nothing is left. */
    static String line(String text) {
        String line = string(text);
        return line.isEmpty() ? "-" : MarkdownText.of(line);
    }

    /** As <em>markup-multiline</em> that means the text alone, paragraph by paragraph. */
    static String paragraphs(String... texts) {
        StringBuilder joined = new StringBuilder();
        for (String text : texts) {
            String line = string(text);
            if (!line.isEmpty()) {
                joined.append(joined.length() == 0 ? "" : "\n\n").append(MarkdownText.of(line));
            }
        }
        return joined.length() == 0 ? "-" : joined.toString();
    }

    /**
     * As <em>token</em>: letters, digits, {@code . - _}, beginning with a letter or an underscore. What does not fit is replaced, and a
     * mark of the whole text is added, so that different texts stay different.
     */
    static String token(String text) {
        StringBuilder token = new StringBuilder();
        boolean changed = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            boolean inner = c >= '0' && c <= '9' || c == '.' || c == '-';
            if (i == 0 && inner) {
                token.append('_');
                changed = true;
            }
            token.append(letter || inner ? c : '_');
            changed |= !letter && !inner;
        }
        return changed || token.length() == 0
                ? token.append('_').append(OscalId.mark(text)).toString()
                : token.toString();
    }

    /**
     * Id of a control. NIST's catalogs write SP 800-53's {@code SA-11(1)} as {@code sa-11.1}; the ids of other frameworks are
     * kept.
     */
    static String control(RequirementRef requirement) {
        return nist(requirement)
                ? token(requirement
                        .requirement()
                        .toLowerCase(Locale.ROOT)
                        .replace("(", ".")
                        .replace(")", ""))
                : token(requirement.requirement());
    }

    /** Why an outcome is what it is, a paragraph a reason. */
    static String explanation(Explanation explanation) {
        return paragraphs(Stream.concat(Stream.of(explanation.summary()), explanation.reasons().stream())
                .map(Phrase::toString)
                .toArray(String[]::new));
    }

    /** Id of the assessment objective of a control. */
    static String objective(RequirementRef requirement) {
        return control(requirement) + (nist(requirement) ? "_obj" : "");
    }

    /** As <em>uri-reference</em> of a file beside the document. */
    static String file(String name) {
        return "./" + UriReference.ofPath(string(name));
    }

    /** As <em>dateTime-with-timezone</em>, which knows the years from 1900 to 2999. */
    static String moment(Instant moment) {
        if (moment.isBefore(FIRST)) {
            return FIRST.toString();
        }
        return (moment.isAfter(LAST) ? LAST : moment).toString();
    }

    private static boolean nist(RequirementRef requirement) {
        return requirement.framework().startsWith("nist-800-53")
                || requirement.framework().startsWith("nist-sp-800-53");
    }
}
