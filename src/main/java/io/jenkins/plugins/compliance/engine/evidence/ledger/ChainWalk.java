package io.jenkins.plugins.compliance.engine.evidence.ledger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.UnknownSchemaException;
import io.jenkins.plugins.compliance.engine.evidence.form.ChainLink;
import io.jenkins.plugins.compliance.engine.evidence.form.ChainLinkReader;
import io.jenkins.plugins.compliance.engine.evidence.form.Envelope;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyProblem.What;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Walks through a ledger from its first line to its last and holds it against its head: every line's digest, the place that
 * every entry says it has, and the one signature that is worth checking, the head's; at a change of key, the last one of the
 * key before too. What an entry observed is not read: it is bound by the digests.
 */
final class ChainWalk {
    private final HeadCheck head;
    private final SignatureChecks signatures;
    private final VerifyOptions options;
    private final Limits limits;
    private final ProblemLog problems;
    private final EntryVisitor visitor;
    private final EntryOrder order;
    private final KeyUse keyUse;
    private final MessageDigest sha = Sha256.start();
    private byte[] digest = new byte[Sha256.HEX_DIGITS / 2];
    private byte[] previousDigest = new byte[Sha256.HEX_DIGITS / 2];
    private final byte[] headDigest;
    private final byte[] knownDigest;
    private boolean knownSeen;
    private long count;
    private long bytes;
    private long lastLineAt;
    private long headIndex = -1;
    private long firstBound;
    private long ahead;
    private long aheadBroken = Long.MAX_VALUE;

    ChainWalk(
            HeadCheck head,
            SignatureChecks signatures,
            VerifyOptions options,
            Limits limits,
            ProblemLog problems,
            EntryVisitor visitor) {
        this.head = head;
        this.signatures = signatures;
        this.options = options;
        this.limits = limits;
        this.problems = problems;
        this.visitor = visitor;
        this.order = new EntryOrder(head.head(), problems);
        this.keyUse = new KeyUse(signatures, problems, visitor);
        this.headDigest = digestOf(head.head() == null ? null : head.head().digest());
        this.knownDigest = digestOf(options.knownDigest());
    }

    /** Walks to the end. */
    void walk(InputStream ledger) throws IOException {
        LedgerLines lines = new LedgerLines(ledger, limits);
        while (lines.next()) {
            if (count == limits.ledgerEntries()) {
                throw new LimitExceededException("ledgerEntries", limits.ledgerEntries());
            }
            line(lines);
            count++;
            lastLineAt = bytes;
            bytes = lines.bytes();
        }
        end(lines.remainder());
    }

    /** Entries that were walked past. */
    long count() {
        return count;
    }

    /** Bytes of the lines that were walked past. */
    long bytes() {
        return bytes;
    }

    /** Where the last line begins, in bytes. */
    long lastLineAt() {
        return lastLineAt;
    }

    /** Why an entry is not bound to a trusted head; null when it is, or holds by its own signature after it. */
    @CheckForNull
    String unbound(long index) {
        if (!head.trusted()) {
            return head.reason();
        }
        if (headIndex < 0) {
            return "the ledger does not come to the entry that its head names";
        }
        if (keyUse.foreign()) {
            return "another key took over the ledger without the earlier one's word";
        }
        if (index >= aheadBroken) {
            return "it does not follow on the entry that the head names";
        }
        return index < firstBound ? "the chain between this entry and the head is broken" : null;
    }

    private void line(LedgerLines lines) throws IOException {
        byte[] buffer = lines.buffer();
        sha.update(buffer, lines.start(), lines.end() - lines.start());
        byte[] spare = previousDigest;
        previousDigest = digest;
        digest = finished(spare);
        WalkedEntry entry = read(buffer, lines.start(), lines.end());
        if (entry == null) {
            breakBelow(count + 1);
            order.unreadable();
            keyUse.unreadable();
        } else {
            entry(entry, lines);
        }
        knownSeen |= Arrays.equals(digest, knownDigest);
    }

    private @CheckForNull WalkedEntry read(byte[] buffer, int start, int end) {
        try {
            Envelope envelope = Envelope.parse(buffer, start, end);
            return new WalkedEntry(
                    count, envelope, envelope.keyId(), ChainLinkReader.read(envelope, options.files()), digest);
        } catch (UnknownSchemaException e) {
            problems.add(order.expected(), What.UNKNOWN_SCHEMA, "can't be judged: " + e.getMessage());
        } catch (BrokenEnvelopeException e) {
            problems.add(order.expected(), What.DAMAGED, "is damaged: " + e.getMessage());
        }
        return null;
    }

    private void entry(WalkedEntry entry, LedgerLines lines) throws IOException {
        Envelope previous = previous(lines);
        EntryOrder.Place place = order.place(entry, previousDigest, previous, signatures);
        if (!place.linked()) {
            breakBelow(count);
        }
        if (place.broken() != null) {
            visitor.broken(count, place.broken());
        }
        boolean signatureKnown = keyUse.entry(entry, place.linked() ? previous : null);
        boolean afterHead = headIndex >= 0;
        if (afterHead) {
            ahead++;
        }
        if (!signatureKnown && (afterHead || options.everySignature())) {
            keyUse.signature(entry);
        }
        if (!afterHead) {
            compareWithHead(entry);
        }
        visitor.entry(entry);
    }

    /** Nothing below an entry is bound to the head; after the head, nothing from here on is. */
    private void breakBelow(long index) {
        if (headIndex < 0) {
            firstBound = Math.max(firstBound, index);
        } else {
            aheadBroken = Math.min(aheadBroken, count);
        }
    }

    private @CheckForNull Envelope previous(LedgerLines lines) {
        if (count == 0) {
            return null;
        }
        try {
            return Envelope.parse(lines.buffer(), lines.previousStart(), lines.start() - 1);
        } catch (BrokenEnvelopeException e) {
            return null;
        }
    }

    private void compareWithHead(WalkedEntry entry) {
        LedgerHead claimed = head.head();
        if (claimed == null) {
            return;
        }
        ChainLink link = entry.link();
        if (Arrays.equals(digest, headDigest)) {
            headIndex = count;
            if (link.sequence() != claimed.last() || !link.recordedAt().equals(claimed.recordedAt())) {
                problems.add(0, What.DAMAGED_HEAD, "the head and the entry that it names contradict each other");
                firstBound = count + 1;
            }
            if (!keyUse.valid()) {
                firstBound = count + 1;
            }
            keyUse.head(entry, head.keyId());
        } else if (link.sequence() == claimed.last()) {
            problems.add(
                    link.sequence(),
                    What.CHANGED,
                    "is not the entry that the head names: it was changed or replaced"
                            + order.verdictOn(entry.envelope(), signatures));
        }
    }

    private void end(int remainder) {
        LedgerHead claimed = head.head();
        if (claimed != null && headIndex < 0 && order.expected() <= claimed.last()) {
            problems.add(
                    order.expected(),
                    What.TRUNCATED,
                    EntryOrder.entries(order.expected(), claimed.last()) + " missing at the end: the head names entry "
                            + claimed.last() + " as the last");
        }
        if (ahead > 0) {
            problems.add(
                    0,
                    What.HEAD_BEHIND,
                    ahead + (ahead == 1 ? " entry follows" : " entries follow")
                            + " the one that the head names, each with its"
                            + " own signature: an append was interrupted before the head was written, or the ledger was"
                            + " copied during one; the next append completes it");
        }
        if (remainder > 0) {
            problems.add(
                    0,
                    What.INTERRUPTED,
                    remainder
                            + " bytes of an unfinished entry follow the last one: an append was interrupted; the next one"
                            + " removes them");
        }
        if (count == 0) {
            problems.add(0, What.EMPTY, "there is no entry to verify");
        }
        if (options.knownDigest() != null && !knownSeen) {
            problems.add(
                    0,
                    What.ROLLED_BACK,
                    "no entry has the digest " + options.knownDigest()
                            + " that was noted earlier: the ledger was rolled back or replaced");
        }
    }

    private byte[] finished(byte[] into) {
        try {
            sha.digest(into, 0, into.length);
            return into;
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] digestOf(@CheckForNull String hex) {
        return hex == null ? new byte[0] : HexFormat.of().parseHex(hex);
    }
}
