package io.jenkins.plugins.compliance.engine.evidence.ledger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.form.ChainLink;
import io.jenkins.plugins.compliance.engine.evidence.form.Envelope;
import io.jenkins.plugins.compliance.engine.evidence.key.TrustedKey;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyProblem.What;
import java.util.HashSet;
import java.util.Set;

/** Whether the keys that signed were the right ones: known, in their time, and each put in force by the one before. */
final class KeyUse {
    private final SignatureChecks signatures;
    private final ProblemLog problems;
    private final EntryVisitor visitor;
    private final Set<String> unknown = new HashSet<>();
    private String keyId = "";
    private @CheckForNull String nextKey;
    private long sequence;
    private boolean foreign;
    private boolean valid;

    KeyUse(SignatureChecks signatures, ProblemLog problems, EntryVisitor visitor) {
        this.signatures = signatures;
        this.problems = problems;
        this.visitor = visitor;
    }

    /** Whether a key took over without the word of the one before. */
    boolean foreign() {
        return foreign;
    }

    /** Whether the key of the entry that was looked at last is known and was in its time. */
    boolean valid() {
        return valid;
    }

    /** An entry can't be read: which key is in force after it can't be told. */
    void unreadable() {
        keyId = "";
        nextKey = null;
    }

    /**
     * Looks at the key of an entry.
     *
     * @param previous envelope of the entry before it; null when it does not follow on one
     * @return whether the signature of the entry was checked
     */
    boolean entry(WalkedEntry entry, @CheckForNull Envelope previous) {
        ChainLink link = entry.link();
        if (previous != null && !keyId.isEmpty()) {
            change(entry, previous);
        }
        keyId = entry.keyId();
        nextKey = link.nextKey();
        sequence = link.sequence();
        TrustedKey key = signatures.key(keyId);
        valid = key != null && key.validAt(link.recordedAt());
        if (key == null) {
            String reason = "is signed with key " + keyId + ", which is not among the keys given";
            if (unknown.add(keyId)) {
                problems.add(sequence, What.UNKNOWN_KEY, reason);
            }
            visitor.broken(entry.index(), reason);
            return true;
        }
        if (!valid) {
            String reason = "was recorded at " + link.recordedAt() + " and signed with key " + keyId
                    + ", which is valid " + key.validity();
            problems.add(sequence, What.KEY_NOT_VALID, reason);
            visitor.broken(entry.index(), reason);
        }
        return false;
    }

    /** Checks the signature of the entry that was looked at last. */
    void signature(WalkedEntry entry) {
        if (signatures.check(entry.envelope()) == SignatureChecks.Result.BAD) {
            bad(entry.link().sequence(), entry.keyId());
            visitor.broken(entry.index(), "has a signature that is not one of key " + entry.keyId());
        }
    }

    /** Looks at the key of the head that names the entry that was looked at last. */
    void head(WalkedEntry last, String headKey) {
        if (headKey.equals(last.keyId())) {
            return;
        }
        if (headKey.equals(last.link().nextKey())) {
            handedOver(last.envelope(), headKey);
        } else {
            takenOver("the head", headKey);
        }
    }

    private void change(WalkedEntry entry, Envelope previous) {
        String next = entry.keyId();
        if (nextKey == null ? next.equals(keyId) : next.equals(nextKey)) {
            if (nextKey != null) {
                handedOver(previous, next);
            }
        } else {
            takenOver("entry " + entry.link().sequence(), next);
        }
    }

    private void handedOver(Envelope last, String next) {
        switch (signatures.check(last)) {
            case GOOD -> problems.add(sequence, What.KEY_ROTATED, "hands over from key " + keyId + " to key " + next);
            case BAD -> {
                bad(sequence, keyId);
                foreign = true;
            }
            case UNKNOWN_KEY -> {
                // Told already, when the entry was looked at.
            }
        }
    }

    private void takenOver(String what, String by) {
        foreign = true;
        String meant = nextKey == null ? "does not hand over to another key" : "hands over to key " + nextKey;
        problems.add(sequence, What.FOREIGN_KEY, meant + ", and " + what + " is signed with key " + by);
    }

    private void bad(long at, String key) {
        problems.add(at, What.BAD_SIGNATURE, "has a signature that is not one of key " + key);
    }
}
