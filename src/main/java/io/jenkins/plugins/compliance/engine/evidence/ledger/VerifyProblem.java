package io.jenkins.plugins.compliance.engine.evidence.ledger;

/**
 * Something that a verification found.
 *
 * @param sequence the entry that it is about; 0 for the ledger as a whole
 * @param what what sort of thing
 * @param detail what exactly, one sentence for people without the entry's number
 */
public record VerifyProblem(long sequence, What what, String detail) {

    /** What was found, and how far it reaches. */
    public enum What {
        /** An entry is not, or not in the form of, what was recorded. */
        DAMAGED(Verdict.BROKEN),
        /** An entry was changed after the next one was recorded. */
        CHANGED(Verdict.BROKEN),
        /** Entries are missing in the midst. */
        REMOVED(Verdict.BROKEN),
        /** An entry stands where another one belongs. */
        OUT_OF_ORDER(Verdict.BROKEN),
        /** An entry or the whole ledger belongs to another ledger or job. */
        REPLAYED(Verdict.BROKEN),
        /** Entries are missing at the end. */
        TRUNCATED(Verdict.BROKEN),
        /** The ledger does not hold what somebody noted earlier. */
        ROLLED_BACK(Verdict.BROKEN),
        /** A signature is not one of the key that it names. */
        BAD_SIGNATURE(Verdict.BROKEN),
        /** Another key took over without the earlier one's word. */
        FOREIGN_KEY(Verdict.BROKEN),
        /** A key signed outside of its time. */
        KEY_NOT_VALID(Verdict.BROKEN),
        /** The recorder's clock went back, and the entry does not say so; or it says so, and the clock did not. */
        CLOCK(Verdict.BROKEN),
        /** The head is not in the form of one. */
        DAMAGED_HEAD(Verdict.BROKEN),
        /** A kept file is not the one that was recorded. */
        FILE_CHANGED(Verdict.BROKEN),

        /** There is nothing to verify. */
        EMPTY(Verdict.UNDECIDED),
        /** There is no head, so that nobody can tell whether the end is missing. */
        NO_HEAD(Verdict.UNDECIDED),
        /** A signature was made with a key that is not among those given. */
        UNKNOWN_KEY(Verdict.UNDECIDED),
        /** It is of a later version of the format. */
        UNKNOWN_SCHEMA(Verdict.UNDECIDED),
        /** A kept file is not there. */
        FILE_ABSENT(Verdict.UNDECIDED),
        /** An unfinished entry follows the last one: an append was interrupted. */
        INTERRUPTED(Verdict.UNDECIDED),
        /** A limit was exceeded. */
        OVER_LIMIT(Verdict.UNDECIDED),

        /** Entries follow the one that the head names; they hold by their own signatures. */
        HEAD_BEHIND(Verdict.HELD),
        /** The clock went back, and the entry says so. */
        CLOCK_STEP(Verdict.HELD),
        /** Another key took over, with the earlier one's word. */
        KEY_ROTATED(Verdict.HELD),
        /** Kept files were not looked at. */
        FILES_NOT_CHECKED(Verdict.HELD),
        /** There are files that no entry vouches for. */
        STRAY_FILES(Verdict.HELD);

        private final Verdict verdict;

        What(Verdict verdict) {
            this.verdict = verdict;
        }

        /** What it makes of the whole; {@link Verdict#HELD} for a mere note. */
        public Verdict verdict() {
            return verdict;
        }

        /** The word used in JSON: lower case with hyphens. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** What it makes of the whole. */
    public Verdict verdict() {
        return what.verdict();
    }

    @Override
    public String toString() {
        return sequence == 0 ? detail : "entry " + sequence + ": " + detail;
    }
}
