package io.jenkins.plugins.compliance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Compares two ways of reading in one JVM, in turns, so that whatever else the machine does falls on both alike. The best rounds by
 * the clock are compared, which a busy machine disturbs least; the ratio of medians is printed beside.
 */
final class Ratio {
    private Ratio() {}

    /**
     * Prints the throughput of both, and the ratio.
     *
     * @param bar what is compared with
     * @param warmUp rounds that are not counted
     * @param rounds rounds that are
     */
    static void print(
            PrintStream out, SarifReading reading, SarifReading bar, Path file, int results, int warmUp, int rounds)
            throws IOException {
        double[] own = new double[rounds];
        double[] other = new double[rounds];
        for (int round = -warmUp; round < rounds; round++) {
            double first = seconds(round % 2 == 0 ? reading : bar, file, results);
            double second = seconds(round % 2 == 0 ? bar : reading, file, results);
            if (round >= 0) {
                own[round] = round % 2 == 0 ? first : second;
                other[round] = round % 2 == 0 ? second : first;
            }
        }
        Arrays.sort(own);
        Arrays.sort(other);
        double megabytes = Files.size(file) / 1e6;
        out.printf(
                "RATIO %s / %s, %d results, %.0f MB: %.2f   (%.0f MB/s against %.0f MB/s, best of %d rounds in turns; medians %.2f)%n",
                reading,
                bar,
                results,
                megabytes,
                other[0] / own[0],
                megabytes / own[0],
                megabytes / other[0],
                rounds,
                other[rounds / 2] / own[rounds / 2]);
    }

    private static double seconds(SarifReading reading, Path file, int results) throws IOException {
        long start = System.nanoTime();
        long read = reading.read(file);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (reading != SarifReading.ANALYSIS_MODEL && read != results) {
            throw new IllegalStateException(reading + " read " + read + " of " + results + " results");
        }
        return seconds;
    }
}
