package io.jenkins.plugins.compliance.engine.io;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** Counts what a reader keeps of a report while it reads, against {@link Limits#keptText()}. Confined to one reading. */
public final class KeptText {
    /** What an entry costs beside its characters. */
    private static final int ENTRY = 32;

    private final int bound;
    private long kept;

    /** Nothing kept yet. */
    public KeptText(Limits limits) {
        this.bound = limits.keptText();
    }

    /** Counts a text that will be kept, and gives it back. */
    public String keep(String text) throws LimitExceededException {
        kept += ENTRY + text.length();
        if (kept > bound) {
            throw new LimitExceededException("keptText", bound);
        }
        return text;
    }

    /** Counts a text that will be kept, if there is one, and gives it back. */
    public @CheckForNull String keepIfAny(@CheckForNull String text) throws LimitExceededException {
        return text == null ? null : keep(text);
    }
}
