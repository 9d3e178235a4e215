package io.jenkins.plugins.compliance.engine.evidence.ledger;

/** What a verification comes to, best first. */
public enum Verdict {
    /** Something was verified, and all of it held. */
    HELD,
    /** It could not be told. */
    UNDECIDED,
    /** Something does not hold. */
    BROKEN;

    /** The worse of two. */
    public Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The word used in JSON. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
