package io.jenkins.plugins.compliance.engine.evidence.ledger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import io.jenkins.plugins.compliance.engine.evidence.UnknownSchemaException;
import io.jenkins.plugins.compliance.engine.evidence.form.Envelope;
import io.jenkins.plugins.compliance.engine.evidence.form.HeadStatement;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyProblem.What;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import java.io.IOException;
import java.util.Optional;

/**
 * The head as it was found.
 *
 * @param head what it says; null when there is none that can be read
 * @param keyId id of the key that it says it is signed with; empty when there is none
 * @param trusted whether its signature is one of a key that is trusted
 * @param reason why it is not trusted; empty when it is
 */
record HeadCheck(@CheckForNull LedgerHead head, String keyId, boolean trusted, String reason) {
    /** The same head, looked at from one of its entries on. */
    HeadCheck from(long sequence) {
        LedgerHead whole = head;
        return whole == null || whole.from() >= sequence || whole.last() < sequence
                ? this
                : new HeadCheck(
                        new LedgerHead(
                                whole.ledger(),
                                whole.identity(),
                                sequence,
                                whole.last(),
                                whole.digest(),
                                whole.recordedAt()),
                        keyId,
                        trusted,
                        reason);
    }

    /** Reads the head's file and checks its signature. */
    static HeadCheck of(EvidenceSource source, SignatureChecks signatures, Limits limits, ProblemLog problems)
            throws IOException {
        try {
            return of(source.head(), signatures, limits, problems);
        } catch (LimitExceededException e) {
            return untrusted(problems, What.OVER_LIMIT, "the head is " + e.getMessage());
        } catch (MalformedInputException e) {
            return untrusted(problems, What.DAMAGED_HEAD, "the head can't be read: " + e.getMessage());
        }
    }

    private static HeadCheck of(Optional<byte[]> file, SignatureChecks signatures, Limits limits, ProblemLog problems) {
        if (file.isEmpty()) {
            return untrusted(
                    problems,
                    What.NO_HEAD,
                    "there is no " + LedgerLayout.HEAD + ", so that it can't be told whether the ledger is whole");
        }
        try {
            Envelope envelope = HeadStatement.envelope(file.get());
            LedgerHead head = HeadStatement.read(envelope, limits);
            String keyId = envelope.keyId();
            String reason = switch (signatures.check(envelope)) {
                case GOOD -> "";
                case BAD -> {
                    String bad = "the signature of the head is not one of key " + keyId;
                    problems.add(0, What.BAD_SIGNATURE, bad);
                    yield bad;
                }
                case UNKNOWN_KEY -> {
                    String unknown = "the head is signed with key " + keyId + ", which is not among the keys given";
                    problems.add(0, What.UNKNOWN_KEY, unknown);
                    yield unknown;
                }
            };
            return new HeadCheck(head, keyId, reason.isEmpty(), reason);
        } catch (UnknownSchemaException e) {
            return untrusted(problems, What.UNKNOWN_SCHEMA, "the head can't be judged: " + e.getMessage());
        } catch (BrokenEnvelopeException e) {
            return untrusted(problems, What.DAMAGED_HEAD, "the head is damaged: " + e.getMessage());
        }
    }

    private static HeadCheck untrusted(ProblemLog problems, What what, String reason) {
        problems.add(0, what, reason);
        return new HeadCheck(null, "", false, reason);
    }
}
