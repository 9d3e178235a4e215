package io.jenkins.plugins.compliance.engine.report.finding;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Locale;
import java.util.Map;

/** What the words and numbers of one tool mean as a {@link Severity}. */
public final class SeverityScale {
    /** The words that most tools use, some of several for the same. */
    public static final SeverityScale WORDS = new SeverityScale(Map.ofEntries(
            Map.entry("critical", Severity.CRITICAL),
            Map.entry("blocker", Severity.CRITICAL),
            Map.entry("high", Severity.HIGH),
            Map.entry("important", Severity.HIGH),
            Map.entry("medium", Severity.MEDIUM),
            Map.entry("moderate", Severity.MEDIUM),
            Map.entry("low", Severity.LOW),
            Map.entry("minor", Severity.LOW),
            Map.entry("negligible", Severity.LOW),
            Map.entry("info", Severity.INFO),
            Map.entry("information", Severity.INFO),
            Map.entry("informational", Severity.INFO),
            Map.entry("note", Severity.INFO),
            Map.entry("none", Severity.INFO)));

    /** The levels of linters: how sure a rule is that this is wrong, not how bad an attack would be. */
    public static final SeverityScale LEVELS = new SeverityScale(Map.ofEntries(
            Map.entry("fatal", Severity.HIGH),
            Map.entry("error", Severity.HIGH),
            Map.entry("warning", Severity.MEDIUM),
            Map.entry("performance", Severity.LOW),
            Map.entry("portability", Severity.LOW),
            Map.entry("info", Severity.LOW),
            Map.entry("note", Severity.LOW),
            Map.entry("style", Severity.INFO),
            Map.entry("information", Severity.INFO),
            Map.entry("debug", Severity.INFO),
            Map.entry("ignore", Severity.INFO)));

    private final Map<String, Severity> words;

    /** @param words what each word means; words in lower case */
    public SeverityScale(Map<String, Severity> words) {
        this.words = Map.copyOf(words);
    }

    /** What a word means, in any case; null when it is none of this scale. */
    public @CheckForNull Severity of(@CheckForNull String word) {
        return word == null ? null : words.get(word.strip().toLowerCase(Locale.ROOT));
    }
}
