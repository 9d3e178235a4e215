package io.jenkins.plugins.compliance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Finds the smallest heap in which a reading ends: a JVM of its own for each try, serial collector. */
final class HeapNeed {
    /** Sizes that are tried, in MB. */
    private static final int[] LADDER = {
        4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 20, 24, 28, 32, 40, 48, 64, 80, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048
    };

    private HeapNeed() {}

    /** The smallest heap in MB in which the reading ends; -1 when none is enough. */
    static int megabytes(SarifReading reading, Path file) throws IOException, InterruptedException {
        int low = 0;
        int high = LADDER.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (ends(reading, file, LADDER[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == LADDER.length ? -1 : LADDER[low];
    }

    private static boolean ends(SarifReading reading, Path file, int megabytes) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xms" + Math.min(4, megabytes) + "m",
                "-Xmx" + megabytes + "m",
                "-cp",
                System.getProperty("java.class.path"),
                HeapNeed.class.getName(),
                reading.name(),
                file.toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }

    /** Reads one report: {@code READING FILE}. */
    public static void main(String[] args) throws IOException {
        SarifReading.valueOf(args[0]).read(Path.of(args[1]));
    }
}
