package io.jenkins.plugins.compliance.engine.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.NearestName;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.policy.PolicyProblem.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Gathers the mistakes of a pack, so that one reading finds them all. */
public final class ProblemLog {
    private static final int SHOWN = 80;

    private final List<PolicyProblem> problems = new ArrayList<>();
    private int hintsLeft;

    /**
     * @param hints for how many mistakes the nearest name is looked for, since that costs time in proportion to what is known
     */
    public ProblemLog(int hints) {
        hintsLeft = hints;
    }

    public void error(String code, Position at, String message) {
        problems.add(new PolicyProblem(Level.ERROR, code, at, message, null));
    }

    public void warning(String code, Position at, String message) {
        problems.add(new PolicyProblem(Level.WARNING, code, at, message, null));
    }

    public void error(String code, Position at, String message, @CheckForNull String hint) {
        problems.add(new PolicyProblem(Level.ERROR, code, at, message, hint));
    }

    public void warning(String code, Position at, String message, @CheckForNull String hint) {
        problems.add(new PolicyProblem(Level.WARNING, code, at, message, hint));
    }

    /** An id that stands for nothing. */
    public void unknown(String code, Position at, String what, String wanted, Collection<String> known) {
        error(code, at, "found " + quoted(wanted) + ", expected " + what, nearest(wanted, known));
    }

    /** "did you mean X?"; null when nothing is near. */
    @CheckForNull
    String nearest(String wanted, Collection<String> known) {
        if (hintsLeft == 0) {
            return null;
        }
        hintsLeft--;
        return NearestName.of(wanted, known)
                .map(name -> "did you mean " + name + "?")
                .orElse(null);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(each -> each.level() == Level.ERROR);
    }

    public List<PolicyProblem> sorted() {
        return problems.stream().sorted().distinct().toList();
    }

    /** A text from outside, short and on one line, for a message. */
    public static String quoted(String text) {
        StringBuilder shown = new StringBuilder("\"");
        int end = Math.min(text.length(), SHOWN);
        text.substring(0, end)
                .codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '\uFFFD' : c)
                .forEach(shown::appendCodePoint);
        return shown.append(end < text.length() ? "…\"" : "\"").toString();
    }
}
