package io.jenkins.plugins.compliance.bench;

import io.jenkins.plugins.compliance.engine.evidence.GeneratedLedger;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerLayout;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerReader;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verdict;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verification;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyOptions;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Verifying a long ledger, against computing SHA-256 of the same bytes. */
final class LedgerVerification {
    private static final int BUFFER = 1 << 18;

    private LedgerVerification() {}

    /** Verifies the ledger in a folder. */
    static long verify(Path folder) throws IOException {
        Verification verification = LedgerReader.verify(
                folder, GeneratedLedger.keys(folder), VerifyOptions.DEFAULTS.withoutFiles(), Limits.DEFAULTS);
        if (verification.verdict() != Verdict.HELD) {
            throw new IllegalStateException("the generated ledger does not hold: " + verification.problems());
        }
        return verification.checked().entries();
    }

    /** Digests the ledger in this JVM. */
    static byte[] digest(Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(LedgerLayout.LEDGER))) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Prints both ratios: in turns in one JVM, medians.
     *
     * @param builds builds of the ledger
     * @param warmUp rounds that are not counted
     * @param rounds rounds that are
     */
    static void print(PrintStream out, Path directory, int builds, int warmUp, int rounds)
            throws IOException, InterruptedException {
        Path folder = GeneratedLedger.of(directory, builds);
        double[] verify = new double[rounds];
        double[] digest = new double[rounds];
        double[] process = new double[rounds];
        for (int round = -warmUp; round < rounds; round++) {
            int slot = Math.max(0, round);
            long start = System.nanoTime();
            verify(folder);
            long verified = System.nanoTime();
            digest(folder);
            long digested = System.nanoTime();
            boolean ran = sha256sum(folder);
            long ended = System.nanoTime();
            verify[slot] = (verified - start) / 1e6;
            digest[slot] = (digested - verified) / 1e6;
            process[slot] = ran ? (ended - digested) / 1e6 : Double.NaN;
        }
        double own = median(verify);
        out.printf(
                "RATIO ledger of %d builds, %.0f MB: %.2f of sha256sum's time, %.2f of SHA-256's in this JVM"
                        + "   (%.0f ms against %.0f ms and %.0f ms, medians of %d rounds in turns)%n",
                builds,
                Files.size(folder.resolve(LedgerLayout.LEDGER)) / 1e6,
                own / median(process),
                own / median(digest),
                own,
                median(process),
                median(digest),
                rounds);
    }

    private static boolean sha256sum(Path folder) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(
                                    "sha256sum", folder.resolve(LedgerLayout.LEDGER).toString())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
