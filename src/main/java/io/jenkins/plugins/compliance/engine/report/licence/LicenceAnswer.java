package io.jenkins.plugins.compliance.engine.report.licence;

/**
 * Whether a component can be had without a licence that is denied.
 *
 * @param verdict the answer
 * @param because the licence that decides, for a message; empty when nothing stands against it
 */
public record LicenceAnswer(Verdict verdict, String because) {
    static final LicenceAnswer PERMITTED = new LicenceAnswer(Verdict.PERMITTED, "");

    /** The answers, worst first. */
    public enum Verdict {
        /** It can't. */
        DENIED,
        /** Nobody looked: what is stated is over a limit. */
        UNREADABLE,
        /** Nobody can tell. */
        UNKNOWN,
        /** It can. */
        PERMITTED
    }
}
