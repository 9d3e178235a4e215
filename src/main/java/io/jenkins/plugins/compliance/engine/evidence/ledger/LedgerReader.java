package io.jenkins.plugins.compliance.engine.evidence.ledger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyProblem.What;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.file.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads and verifies a ledger in a folder or in a zip archive. What does not hold is told in the {@link Verification}, never
 * by an exception: those are for a place that can't be read.
 */
public final class LedgerReader {
    private LedgerReader() {}

    /**
     * Verifies a ledger without making objects of its entries; the way to verify a long one.
     *
     * @param place an evidence folder, or a zip archive of one
     * @param keys the keys that are trusted
     * @throws MalformedInputException when the place is a file and not an archive, or a damaged one
     * @throws IOException when the place can't be read
     */
    public static Verification verify(Path place, KeySet keys, VerifyOptions options, Limits limits)
            throws IOException {
        return run(place, keys, options, limits, false);
    }

    /**
     * Verifies a ledger and reads its evidence, each piece with its integrity.
     *
     * @param place an evidence folder, or a zip archive of one
     * @param keys the keys that are trusted
     * @throws MalformedInputException when the place is a file and not an archive, or a damaged one
     * @throws IOException when the place can't be read
     */
    public static Verification read(Path place, KeySet keys, VerifyOptions options, Limits limits) throws IOException {
        return run(place, keys, options, limits, true);
    }

    /**
     * What the head of a place says, without any verification: whose ledger it is said to be, and where it is said to end.
     *
     * @return empty when there is no head that can be read
     * @throws IOException when the place can't be read
     */
    public static Optional<LedgerHead> claimedHead(Path place, Limits limits) throws IOException {
        try (EvidenceSource source = source(place, limits)) {
            return Optional.ofNullable(
                    HeadCheck.of(source, new SignatureChecks(KeySet.EMPTY), limits, new ProblemLog(limits))
                            .head());
        }
    }

    /**
     * Id of the key that the head of a place says it is signed with, without any verification.
     *
     * @return empty when there is no head that can be read
     * @throws IOException when the place can't be read
     */
    public static Optional<String> claimedSigner(Path place, Limits limits) throws IOException {
        try (EvidenceSource source = source(place, limits)) {
            HeadCheck head = HeadCheck.of(source, new SignatureChecks(KeySet.EMPTY), limits, new ProblemLog(limits));
            return head.head() == null ? Optional.empty() : Optional.of(head.keyId());
        }
    }

    /** The folder or archive. */
    static EvidenceSource source(Path place, Limits limits) throws IOException {
        if (Files.isRegularFile(place) && !FileTree.isArchive(place)) {
            throw new MalformedInputException(
                    Position.of(String.valueOf(place.getFileName())),
                    "not a zip archive; expected an evidence folder or a zip archive of one");
        }
        return Files.isRegularFile(place) ? new ArchiveSource(place, limits) : new FolderSource(place, limits);
    }

    private static Verification run(
            Path place, KeySet keys, VerifyOptions options, Limits limits, boolean collectEvidence) throws IOException {
        try (EvidenceSource source = source(place, limits)) {
            return run(source, new Scope(1, null, collectEvidence), keys, options, limits)
                    .verification();
        }
    }

    /**
     * How much is read.
     *
     * @param from sequence of the first entry that the source gives
     * @param known files that were read before; null for none
     * @param evidence whether evidence is collected
     */
    record Scope(long from, @CheckForNull CheckedFiles known, boolean evidence) {}

    /**
     * What was read.
     *
     * @param verification what it comes to
     * @param lastLineAt where the last line begins, in bytes
     */
    record Read(Verification verification, long lastLineAt) {}

    /** Reads what a source gives. */
    static Read run(EvidenceSource source, Scope scope, KeySet keys, VerifyOptions options, Limits limits)
            throws IOException {
        ProblemLog problems = new ProblemLog(limits);
        SignatureChecks signatures = new SignatureChecks(keys);
        HeadCheck head = HeadCheck.of(source, signatures, limits, problems).from(scope.from());
        String foreign = expect(head.head(), options, problems);
        FileChecks files = new FileChecks(source, BundleManifest.of(source, limits, problems), problems, scope.known());
        EvidenceCollector collector = new EvidenceCollector(head.head(), limits, problems);
        EntryVisitor visitor = new Visitor(options.files() ? files : null, scope.evidence() ? collector : null);
        ChainWalk walk = new ChainWalk(head, signatures, options, limits, problems, visitor);
        walk(source, walk, problems);
        if (options.files()) {
            files.end();
        } else {
            problems.add(0, What.FILES_NOT_CHECKED, "the kept files were not looked at, as was asked");
        }
        List<Evidence> evidence = collector.evidence(walk, foreign);
        Verification verification = new Verification(
                problems.verdict(),
                head.head(),
                new Verification.Checked(
                        walk.count(), walk.bytes(), signatures.count(), files.checked(), files.notIncluded()),
                problems.problems(),
                problems.count(),
                evidence);
        return new Read(verification, walk.lastLineAt());
    }

    private static void walk(EvidenceSource source, ChainWalk walk, ProblemLog problems) throws IOException {
        try (InputStream in = source.ledger().orElseGet(InputStream::nullInputStream)) {
            walk.walk(in);
        } catch (LimitExceededException e) {
            problems.add(0, What.OVER_LIMIT, "after entry " + walk.count() + " the ledger is " + e.getMessage());
        } catch (MalformedInputException e) {
            problems.add(
                    0, What.DAMAGED, "the ledger can't be read after entry " + walk.count() + ": " + e.getMessage());
        }
    }

    /** Holds the head against what is expected of it; tells why it is the ledger of another job, or null when it is not. */
    private static @CheckForNull String expect(
            @CheckForNull LedgerHead head, VerifyOptions options, ProblemLog problems) {
        String job = options.job();
        String foreign = null;
        if (head != null && job != null && !job.equals(head.identity().job())) {
            foreign = "this is the ledger of " + head.identity() + ", not of job " + job;
            problems.add(0, What.REPLAYED, foreign);
        }
        if (head != null && head.last() < options.atLeast()) {
            problems.add(
                    0,
                    What.ROLLED_BACK,
                    "the ledger ends with entry " + head.last() + "; it had come to entry " + options.atLeast()
                            + " when that was noted");
        }
        return foreign;
    }

    /** Hands entries on to those who want them. */
    private record Visitor(
            @CheckForNull FileChecks files, @CheckForNull EvidenceCollector collector) implements EntryVisitor {
        @Override
        public void entry(WalkedEntry entry) throws IOException {
            if (collector != null) {
                collector.add(entry);
            }
            if (files != null) {
                List<String> reasons = files.check(entry.link());
                reasons.forEach(reason -> broken(entry.index(), reason));
            }
        }

        @Override
        public void broken(long index, String reason) {
            if (collector != null) {
                collector.broken(index, reason);
            }
        }
    }
}
