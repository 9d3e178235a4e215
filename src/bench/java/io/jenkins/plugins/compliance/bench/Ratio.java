package io.jenkins.plugins.compliance.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Compares two ways of reading in one JVM, in turns, so that whatever else the machine does falls on both alike. What is compared
 * are medians of the processor time of the whole process, collector and compiler included: it depends less than the clock on what
 * else runs.
 */
final class Ratio {
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

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
        double megabytes = Files.size(file) / 1e6;
        double ownSpeed = megabytes / median(own);
        double otherSpeed = megabytes / median(other);
        out.printf(
                "RATIO %s / %s, %d results, %.0f MB: %.2f   (%.0f MB/s against %.0f MB/s, of processor time, medians of %d rounds in turns)%n",
                reading, bar, results, megabytes, ownSpeed / otherSpeed, ownSpeed, otherSpeed, rounds);
    }

    private static double seconds(SarifReading reading, Path file, int results) throws IOException {
        long start = PROCESS.getProcessCpuTime();
        long read = reading.read(file);
        double seconds = (PROCESS.getProcessCpuTime() - start) / 1e9;
        if (reading != SarifReading.ANALYSIS_MODEL && read != results) {
            throw new IllegalStateException(reading + " read " + read + " of " + results + " results");
        }
        return seconds;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
