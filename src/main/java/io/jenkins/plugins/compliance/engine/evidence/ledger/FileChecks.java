package io.jenkins.plugins.compliance.engine.evidence.ledger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.form.ChainLink;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyProblem.What;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Holds the kept files against what the entries say about them. */
final class FileChecks {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int NAMED_STRAYS = 3;

    private final EvidenceSource source;
    private final BundleManifest bundle;
    private final ProblemLog problems;
    private final @CheckForNull CheckedFiles known;
    private final MessageDigest sha = Sha256.start();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final Set<String> named = new HashSet<>();
    private long checked;
    private long notIncluded;

    /** @param known files that were read before; null for none */
    FileChecks(EvidenceSource source, BundleManifest bundle, ProblemLog problems, @CheckForNull CheckedFiles known) {
        this.known = known;
        this.source = source;
        this.bundle = bundle;
        this.problems = problems;
    }

    /** Files whose digest was computed. */
    long checked() {
        return checked;
    }

    /** Files that the bundle leaves out. */
    long notIncluded() {
        return notIncluded;
    }

    /** Why the files of an entry do not hold; empty when they do. */
    List<String> check(ChainLink link) throws IOException {
        List<String> reasons = new ArrayList<>();
        for (KeptFile file : link.files()) {
            named.add(file.name());
            String what = "its file " + file.name() + " ";
            try {
                check(link.sequence(), file, what, reasons);
            } catch (LimitExceededException e) {
                problem(link.sequence(), What.OVER_LIMIT, what + "is " + e.getMessage(), reasons);
            } catch (MalformedInputException e) {
                problem(link.sequence(), What.FILE_CHANGED, what + "can't be unpacked: " + e.getMessage(), reasons);
            }
        }
        return reasons;
    }

    private void check(long sequence, KeptFile file, String what, List<String> reasons) throws IOException {
        CheckedFiles remembered = known;
        if (remembered == null) {
            read(sequence, file, what, reasons);
        } else if (!remembered.holds(file)) {
            String stamp = remembered.stamp(file.name());
            int before = reasons.size();
            long seen = checked;
            read(sequence, file, what, reasons);
            remembered.add(file, stamp, reasons.size() == before && checked > seen);
        }
    }

    private void read(long sequence, KeptFile file, String what, List<String> reasons) throws IOException {
        Optional<EvidenceSource.KeptContent> content = source.file(file.name());
        if (content.isPresent()) {
            compare(sequence, file, what, content.get(), reasons);
        } else if (bundle.includes(sequence)) {
            problem(sequence, What.FILE_ABSENT, what + "is not there", reasons);
        } else {
            notIncluded++;
        }
    }

    private void problem(long sequence, What what, String reason, List<String> reasons) {
        problems.add(sequence, what, reason);
        reasons.add(reason);
    }

    /** Says what is left over when all entries were seen. */
    void end() throws IOException {
        SortedSet<String> strays = source.files();
        strays.removeAll(named);
        if (!strays.isEmpty()) {
            List<String> some = strays.stream().limit(NAMED_STRAYS).toList();
            problems.add(
                    0,
                    What.STRAY_FILES,
                    strays.size() + (strays.size() == 1 ? " file is" : " files are") + " vouched for by no entry: "
                            + String.join(", ", some) + (strays.size() > some.size() ? ", ..." : ""));
        }
        if (notIncluded > 0) {
            problems.add(
                    0,
                    What.FILES_NOT_CHECKED,
                    notIncluded + (notIncluded == 1 ? " file is" : " files are") + " not in this bundle, as its "
                            + LedgerLayout.BUNDLE + " says, and could not be checked");
        }
    }

    private void compare(
            long sequence, KeptFile file, String what, EvidenceSource.KeptContent content, List<String> reasons)
            throws IOException {
        try (InputStream in = content.content()) {
            sha.reset();
            long size = 0;
            for (int read = in.read(buffer); read >= 0 && size <= file.size(); read = in.read(buffer)) {
                sha.update(buffer, 0, read);
                size += read;
            }
            checked++;
            if (size != file.size()) {
                problem(
                        sequence,
                        What.FILE_CHANGED,
                        what + "was changed: it has not the " + file.size() + " bytes that were recorded",
                        reasons);
                return;
            }
            String digest = HexFormat.of().formatHex(sha.digest());
            if (!digest.equals(file.sha256())) {
                problem(
                        sequence,
                        What.FILE_CHANGED,
                        what + "was changed: its digest is " + digest + ", recorded was " + file.sha256(),
                        reasons);
            }
        }
    }
}
