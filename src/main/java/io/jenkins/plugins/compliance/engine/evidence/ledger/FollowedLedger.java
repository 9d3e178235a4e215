package io.jenkins.plugins.compliance.engine.evidence.ledger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.TrustedKey;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyProblem.What;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A ledger in a folder that is read again and again while it grows. What was verified once is kept in memory; the next time, only
 * what was appended is verified, from the last entry that is known, under the head that is there by then. Whatever is not plainly
 * an append (the file was replaced, cut or changed, a signature does not hold, a key is not trusted any more) makes it read
 * everything. Kept files are read once, and again when they changed. Safe for use by several threads.
 */
public final class FollowedLedger {
    /** How long files that were read are taken to be as they were without being looked at. */
    private static final Duration GLANCE = Duration.ofMinutes(1);

    /** What may be said of a ledger whose chain holds to its end. */
    private static final Set<What> HARMLESS = EnumSet.of(
            What.KEY_ROTATED,
            What.CLOCK_STEP,
            What.FILES_NOT_CHECKED,
            What.STRAY_FILES,
            What.FILE_CHANGED,
            What.FILE_ABSENT);

    private final Path folder;
    private final InstantSource clock;
    private final Limits limits;
    private final CheckedFiles files;
    private @CheckForNull Known known;

    /**
     * @param folder the evidence folder
     * @param clock any clock
     * @param limits bounds to hold
     */
    public FollowedLedger(Path folder, InstantSource clock, Limits limits) {
        this.folder = folder;
        this.clock = clock;
        this.limits = limits;
        this.files = new CheckedFiles(folder.resolve(LedgerLayout.FILES));
    }

    /** What was read, and by what it is seen that it is still so. */
    private record Known(
            Verification verification, long lastLineAt, List<TrustedKey> keys, String ledger, String head, Instant at) {
        Evidence last() {
            List<Evidence> evidence = verification.evidence();
            return evidence.get(evidence.size() - 1);
        }
    }

    /**
     * The ledger as it is now, verified.
     *
     * @param keys the keys that are trusted
     * @throws IOException when the folder can't be read
     */
    public synchronized Verification read(KeySet keys) throws IOException {
        // Asked for before reading: what is appended meanwhile is found the next time.
        String ledger = FileStamp.of(folder.resolve(LedgerLayout.LEDGER));
        String head = FileStamp.of(folder.resolve(LedgerLayout.HEAD));
        Known before = known;
        if (before == null || !keys.keys().containsAll(before.keys()) || !filesUnchanged(before)) {
            return whole(keys, ledger, head);
        }
        if (before.ledger().equals(ledger) && before.head().equals(head)) {
            return before.verification();
        }
        Verification appended = appended(before, keys, ledger, head);
        return appended == null ? whole(keys, ledger, head) : appended;
    }

    private boolean filesUnchanged(Known before) throws IOException {
        Instant now = clock.instant();
        boolean recent = Duration.between(before.at(), now).abs().compareTo(GLANCE) < 0;
        if (recent) {
            return true;
        }
        boolean unchanged = files.unchanged();
        if (unchanged) {
            known = new Known(
                    before.verification(), before.lastLineAt(), before.keys(), before.ledger(), before.head(), now);
        }
        return unchanged;
    }

    private Verification whole(KeySet keys, String ledger, String head) throws IOException {
        known = null;
        LedgerReader.Read read;
        try (EvidenceSource source = LedgerReader.source(folder, limits)) {
            read = LedgerReader.run(
                    source, new LedgerReader.Scope(1, files, true), keys, VerifyOptions.DEFAULTS, limits);
        }
        Verification verification = read.verification();
        if (holds(verification)) {
            known = new Known(verification, read.lastLineAt(), keys.keys(), ledger, head, clock.instant());
        }
        return verification;
    }

    /** What is known and what was appended to it; null when it is not that. */
    private @CheckForNull Verification appended(Known before, KeySet keys, String ledger, String head)
            throws IOException {
        Evidence last = before.last();
        LedgerReader.Read read;
        try (EvidenceSource source = new TailSource(LedgerReader.source(folder, limits), before.lastLineAt())) {
            read = LedgerReader.run(
                    source,
                    new LedgerReader.Scope(last.sequence(), files, true),
                    keys,
                    VerifyOptions.DEFAULTS.withKnownDigest(last.digest()),
                    limits);
        } catch (EOFException shorter) {
            return null;
        }
        Verification end = read.verification();
        LedgerHead now = end.head();
        boolean follows = holds(end)
                && end.evidence().get(0).sequence() == last.sequence()
                && end.evidence().get(0).digest().equals(last.digest());
        if (now == null || !follows) {
            return null;
        }
        Verification all = join(before, end, now);
        known = new Known(all, before.lastLineAt() + read.lastLineAt(), keys.keys(), ledger, head, before.at());
        return all;
    }

    private Verification join(Known known, Verification end, LedgerHead head) {
        Verification before = known.verification();
        List<Evidence> evidence = new ArrayList<>(before.evidence());
        evidence.addAll(end.evidence().subList(1, end.evidence().size()));
        List<VerifyProblem> problems = new ArrayList<>(before.problems());
        end.problems().stream()
                .filter(problem -> !problems.contains(problem))
                .limit(Math.max(0, limits.problems() - problems.size()))
                .forEach(problems::add);
        Verification.Checked first = before.checked();
        Verification.Checked then = end.checked();
        LedgerHead whole =
                new LedgerHead(head.ledger(), head.identity(), 1, head.last(), head.digest(), head.recordedAt());
        return new Verification(
                before.verdict().and(end.verdict()),
                whole,
                new Verification.Checked(
                        first.entries() + then.entries() - 1,
                        known.lastLineAt() + then.bytes(),
                        first.signatures() + then.signatures(),
                        first.files() + then.files(),
                        first.filesNotIncluded() + then.filesNotIncluded()),
                problems,
                before.problemCount() + end.problemCount(),
                evidence);
    }

    /** Whether the chain holds from its first entry to the one that its head names, which is the last. */
    private static boolean holds(Verification verification) {
        LedgerHead head = verification.head();
        List<Evidence> evidence = verification.evidence();
        return head != null
                && !evidence.isEmpty()
                && evidence.size() == verification.checked().entries()
                && evidence.get(evidence.size() - 1).digest().equals(head.digest())
                && verification.problemCount() == verification.problems().size()
                && verification.problems().stream().allMatch(problem -> HARMLESS.contains(problem.what()));
    }
}
