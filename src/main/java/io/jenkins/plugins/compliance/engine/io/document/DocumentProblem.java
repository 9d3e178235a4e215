package io.jenkins.plugins.compliance.engine.io.document;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.Position;
import java.util.Comparator;
import java.util.Locale;

/**
 * A mistake in a document that people write.
 *
 * @param level how bad it is
 * @param code what sort of mistake; those of policy are listed in {@code docs/policy-packs.md}
 * @param at where
 * @param message what was found and what was expected, one sentence
 * @param hint what was probably meant, for instance the nearest known id; null when there is none
 */
public record DocumentProblem(
        Level level,
        String code,
        Position at,
        String message,
        @CheckForNull String hint) implements Comparable<DocumentProblem> {

    /** Takes what is found in the document out of the reach of terminals. */
    public DocumentProblem {
        message = DisplayText.line(message);
        hint = hint == null ? null : DisplayText.line(hint);
    }

    private static final Comparator<DocumentProblem> ORDER = Comparator.comparing(DocumentProblem::at)
            .thenComparing(DocumentProblem::level)
            .thenComparing(DocumentProblem::code)
            .thenComparing(DocumentProblem::message);

    /** How bad a mistake is. */
    public enum Level {
        /** It can't be used, or does not say what its authors mean. */
        ERROR,
        /** It can be used; somebody should look. */
        WARNING;

        /** The word in output. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public int compareTo(DocumentProblem other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column: error: message (hint) [code]}. */
    @Override
    public String toString() {
        return at + ": " + level.id() + ": " + message + (hint == null ? "" : " (" + hint + ")") + " [" + code + "]";
    }
}
