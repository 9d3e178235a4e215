package io.jenkins.plugins.compliance.engine.io.document;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.NearestName;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblem.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Gathers the mistakes of a document that people write, so that one reading finds them all. */
public final class DocumentProblems {
    private static final int SHOWN = 80;

    private final List<DocumentProblem> problems = new ArrayList<>();
    private int hintsLeft;

    /**
     * @param hints for how many mistakes the nearest name is looked for, since that costs time in proportion to what is known
     */
    public DocumentProblems(int hints) {
        hintsLeft = hints;
    }

    /** What can't be used. */
    public void error(String code, Position at, String message) {
        problems.add(new DocumentProblem(Level.ERROR, code, at, message, null));
    }

    /** What can be used, and somebody should look at. */
    public void warning(String code, Position at, String message) {
        problems.add(new DocumentProblem(Level.WARNING, code, at, message, null));
    }

    /** What can't be used, with what was probably meant. */
    public void error(String code, Position at, String message, @CheckForNull String hint) {
        problems.add(new DocumentProblem(Level.ERROR, code, at, message, hint));
    }

    /** What can be used, and somebody should look at, with what was probably meant. */
    public void warning(String code, Position at, String message, @CheckForNull String hint) {
        problems.add(new DocumentProblem(Level.WARNING, code, at, message, hint));
    }

    /** An id that stands for nothing. */
    public void unknown(String code, Position at, String what, String wanted, Collection<String> known) {
        error(code, at, "found " + quoted(wanted) + ", expected " + what, nearest(wanted, known));
    }

    /** Something is over one of the {@link Limits}. */
    public void limit(Position at, LimitExceededException e) {
        error("limit", at, "over the limit " + e.limit() + " of " + e.bound(), "docs/limits.md says what to do");
    }

    /** "did you mean X?"; null when nothing is near. */
    @CheckForNull
    public String nearest(String wanted, Collection<String> known) {
        if (hintsLeft == 0) {
            return null;
        }
        hintsLeft--;
        return NearestName.of(wanted, known)
                .map(name -> "did you mean " + name + "?")
                .orElse(null);
    }

    /** Takes over what another log has. */
    public void addAll(DocumentProblems other) {
        problems.addAll(other.problems);
    }

    /** Whether anything can't be used. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(each -> each.level() == Level.ERROR);
    }

    /** All mistakes by place, each once. */
    public List<DocumentProblem> sorted() {
        return problems.stream().sorted().distinct().toList();
    }

    /** A text from outside, short and on one line, for a message. */
    public static String quoted(String text) {
        int end = Math.min(text.length(), SHOWN);
        return '"' + DisplayText.line(text.substring(0, end)) + (end < text.length() ? "…\"" : "\"");
    }
}
