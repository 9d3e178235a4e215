package io.jenkins.plugins.compliance.engine.evidence.ledger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.form.ChainLink;
import io.jenkins.plugins.compliance.engine.evidence.form.Envelope;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyProblem.What;
import java.time.Duration;
import java.util.HexFormat;

/** Whether entries stand where they belong: same ledger, next sequence, digest of the one before, clock. */
final class EntryOrder {
    private final ProblemLog problems;
    private String ledger;
    private long expected;
    private @CheckForNull ChainLink previous;
    private boolean first = true;

    /** @param head the head, trusted or not; null when there is none */
    EntryOrder(@CheckForNull LedgerHead head, ProblemLog problems) {
        this.problems = problems;
        this.ledger = head == null ? "" : head.ledger();
        this.expected = head == null ? 1 : head.from();
    }

    /**
     * Where an entry stands.
     *
     * @param linked whether it follows the one before it in the ledger as it was recorded
     * @param broken what is wrong with the entry itself; null when nothing is
     */
    record Place(boolean linked, @CheckForNull String broken) {}

    /** The sequence that the next entry must have. */
    long expected() {
        return expected;
    }

    /** An entry that can't be read stands where the next one belongs. */
    void unreadable() {
        expected++;
        previous = null;
        first = false;
    }

    /** Looks at the next entry. */
    Place place(
            WalkedEntry entry,
            byte[] previousDigest,
            @CheckForNull Envelope previousEnvelope,
            SignatureChecks signatures) {
        ChainLink link = entry.link();
        String broken = null;
        if (ledger.isEmpty()) {
            ledger = link.ledger();
        }
        boolean same = link.ledger().equals(ledger);
        if (!same) {
            broken = "belongs to ledger " + link.ledger() + ", not to " + ledger + ": it was put in from elsewhere";
            problems.add(expected, What.REPLAYED, broken);
        }
        boolean linked = same && linked(link, previousDigest, previousEnvelope, signatures);
        if (linked) {
            String clock = clock(link);
            broken = clock == null ? broken : clock;
        }
        expected = same ? Math.max(expected, link.sequence() + 1) : expected + 1;
        previous = link;
        first = false;
        return new Place(linked, broken);
    }

    /** What the signature of a suspicious entry says about it, to be added to a sentence. */
    String verdictOn(@CheckForNull Envelope envelope, SignatureChecks signatures) {
        if (envelope == null) {
            return "";
        }
        return switch (signatures.check(envelope)) {
            case GOOD -> "; its signature holds, so it is genuine, but not the one that stood here";
            case BAD -> "; its signature does not hold either";
            case UNKNOWN_KEY -> "; it names key " + envelope.keyId() + ", which is not among the keys given";
        };
    }

    /** {@code entry 5 is} or {@code entries 5 to 7 are}. */
    static String entries(long from, long to) {
        return from == to ? "entry " + from + " is" : "entries " + from + " to " + to + " are";
    }

    private boolean linked(
            ChainLink link,
            byte[] previousDigest,
            @CheckForNull Envelope previousEnvelope,
            SignatureChecks signatures) {
        long sequence = link.sequence();
        if (sequence > expected) {
            problems.add(expected, What.REMOVED, entries(expected, sequence - 1) + " missing before entry " + sequence);
            return false;
        }
        if (sequence < expected) {
            problems.add(
                    sequence,
                    What.OUT_OF_ORDER,
                    "stands after entry " + (expected - 1) + ": it was moved or put in twice");
            return false;
        }
        if (first) {
            boolean start = sequence != 1 || link.previous().equals(ChainLink.NONE);
            if (!start) {
                problems.add(sequence, What.DAMAGED, "is the first and names one before it");
            }
            return start;
        }
        if (link.previous().equals(HexFormat.of().formatHex(previousDigest))) {
            return true;
        }
        if (previous != null && previous.sequence() == sequence - 1) {
            problems.add(
                    sequence - 1,
                    What.CHANGED,
                    "is not the one that entry " + sequence + " was recorded after: it was changed or replaced"
                            + verdictOn(previousEnvelope, signatures));
        }
        return false;
    }

    private @CheckForNull String clock(ChainLink link) {
        ChainLink before = previous;
        if (before == null) {
            return null;
        }
        Duration back = Duration.between(link.recordedAt(), before.recordedAt());
        Duration declared = link.clockStepBack();
        if (back.isNegative() || back.isZero()) {
            if (declared == null) {
                return null;
            }
            String wrong = "says that the clock went back, and it did not";
            problems.add(link.sequence(), What.CLOCK, wrong);
            return wrong;
        }
        if (back.equals(declared)) {
            problems.add(
                    link.sequence(),
                    What.CLOCK_STEP,
                    "was recorded at " + link.recordedAt() + ", " + back.toMillis()
                            + " ms before the entry before it by the recorder's clock, and says so");
            return null;
        }
        String wrong = "was recorded at " + link.recordedAt() + ", earlier than the entry before it ("
                + before.recordedAt() + "), and does not say so";
        problems.add(link.sequence(), What.CLOCK, wrong);
        return wrong;
    }
}
