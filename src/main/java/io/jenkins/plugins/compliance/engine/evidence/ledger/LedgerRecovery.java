package io.jenkins.plugins.compliance.engine.evidence.ledger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.form.ChainLink;
import io.jenkins.plugins.compliance.engine.evidence.form.ChainLinkReader;
import io.jenkins.plugins.compliance.engine.evidence.form.Envelope;
import io.jenkins.plugins.compliance.engine.evidence.form.HeadStatement;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.form.StatementReader;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds out where a ledger stands before it is written to, and completes or removes what an interrupted append left. It
 * looks at the head and at the end of the ledger alone, so that it costs the same for a long ledger as for a short one; the
 * rest is what verification is for.
 */
final class LedgerRecovery {
    private final Path folder;
    private final SigningKey signer;
    private final Limits limits;
    private final List<String> notes = new ArrayList<>();
    private final Predicate<LedgerHead> formerly;
    private LedgerIdentity identity;

    /** @param formerly whether a ledger of another name is that of the job under an earlier one */
    LedgerRecovery(
            Path folder, LedgerIdentity identity, Predicate<LedgerHead> formerly, SigningKey signer, Limits limits) {
        this.folder = folder;
        this.identity = identity;
        this.formerly = formerly;
        this.signer = signer;
        this.limits = limits;
    }

    /** What was mended, each one sentence. */
    List<String> notes() {
        return notes;
    }

    /** Whose ledger it is after what was mended. */
    LedgerIdentity identity() {
        return identity;
    }

    /**
     * The state of the ledger.
     *
     * @param newId id of the ledger should there be none yet
     * @throws UnusableLedgerException when it is not one that this recorder can go on with
     */
    LedgerState state(LedgerDisk disk, String newId) throws IOException {
        Optional<byte[]> file = head();
        try {
            LedgerState state = file.isEmpty() ? withoutHead(disk, newId) : withHead(disk, file.get());
            if (disk.length() > state.length()) {
                notes.add((disk.length() - state.length())
                        + " bytes of an entry whose recording was interrupted were removed");
                disk.truncate(state.length());
            }
            return state;
        } catch (BrokenEnvelopeException e) {
            throw unusable("the head or an entry is damaged: " + e.getMessage());
        }
    }

    private Optional<byte[]> head() throws IOException {
        try (FolderSource source = new FolderSource(folder, limits)) {
            return source.head();
        }
    }

    private LedgerState withoutHead(LedgerDisk disk, String newId) throws IOException, BrokenEnvelopeException {
        LedgerTail tail = LedgerTail.read(disk, "", limits);
        if (tail.finished() == 0) {
            return LedgerState.begin(newId);
        }
        if (tail.lines().size() != 1) {
            throw unusable("it has entries and no " + LedgerLayout.HEAD);
        }
        ChainLink first = ChainLinkReader.read(Envelope.parse(tail.lines().get(0)), true);
        return complete(disk, LedgerState.begin(first.ledger()), tail.lines());
    }

    private LedgerState withHead(LedgerDisk disk, byte[] file) throws IOException, BrokenEnvelopeException {
        Envelope envelope = HeadStatement.envelope(file);
        LedgerHead head = HeadStatement.read(envelope, limits);
        if (!envelope.keyId().equals(signer.id())) {
            throw unusable("it is signed with key " + envelope.keyId() + ", not with the given key " + signer.id()
                    + "; the one hands over to the other by compliance key rotate");
        }
        if (!envelope.verifies(signer.publicKey())) {
            throw unusable("the signature of its head does not hold");
        }
        if (!head.identity().equals(identity) && formerly.test(head)) {
            identity = head.identity();
        }
        if (!head.identity().equals(identity)) {
            throw unusable("it is the ledger of " + head.identity() + ", not of " + identity + "; use another folder");
        }
        LedgerTail tail = LedgerTail.read(disk, head.digest(), limits);
        if (tail.lines().isEmpty()) {
            throw unusable("it does not end with the entry that its head names");
        }
        byte[] last = tail.lines().get(0);
        ChainLink link = ChainLinkReader.read(Envelope.parse(last), true);
        List<byte[]> ahead = tail.lines().subList(1, tail.lines().size());
        long length = tail.finished();
        for (byte[] line : ahead) {
            length -= line.length + 1L;
        }
        LedgerState state = LedgerState.after(link, head.digest(), length);
        return ahead.isEmpty() ? state : complete(disk, state, ahead);
    }

    /** Takes in entries that were recorded and that no head names yet. */
    private LedgerState complete(LedgerDisk disk, LedgerState before, List<byte[]> lines)
            throws IOException, BrokenEnvelopeException {
        LedgerState state = before;
        for (byte[] line : lines) {
            Envelope envelope = Envelope.parse(line);
            ChainLink link = ChainLinkReader.read(envelope, true);
            String wrong = wrong(state, envelope, link);
            if (wrong != null) {
                throw unusable("after the entry that its head names stands one that " + wrong);
            }
            state = LedgerState.after(link, envelope.digest(), state.length() + line.length + 1);
        }
        disk.head(HeadStatement.seal(state.head(identity), signer));
        notes.add("the head was brought up to entry " + state.sequence()
                + ", whose recording was interrupted after it was written");
        return state;
    }

    private @CheckForNull String wrong(LedgerState state, Envelope envelope, ChainLink link)
            throws BrokenEnvelopeException, IOException {
        boolean follows = link.ledger().equals(state.ledger())
                && link.sequence() == state.sequence() + 1
                && link.previous().equals(state.digest());
        if (!follows) {
            return "does not follow on it";
        }
        if (!envelope.keyId().equals(signer.id()) || !envelope.verifies(signer.publicKey())) {
            return "is not signed with the given key";
        }
        Observation observation = StatementReader.read(envelope.payload(), link, limits);
        LedgerIdentity other = observation.origin().identity();
        if (other.equals(identity)) {
            return null;
        }
        boolean moved = JobMove.of(observation.name(), observation.origin(), observation.fact())
                .filter(move -> move.from().equals(identity))
                .isPresent();
        identity = moved ? other : identity;
        return moved ? null : "is of another job";
    }

    private UnusableLedgerException unusable(String why) {
        return new UnusableLedgerException(folder, why);
    }
}
