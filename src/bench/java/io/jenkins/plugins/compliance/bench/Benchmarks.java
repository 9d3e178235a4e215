package io.jenkins.plugins.compliance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks: {@code DIRECTORY PART [RESULTS]}, where the directory takes generated reports and the part is one of
 * {@code all}, {@code smoke}, {@code jmh}, {@code ratio} (against plain Jackson), {@code peer} (against analysis-model),
 * {@code heap}, {@code ledger} (verification against SHA-256, of 10,000 builds or as many as are given), {@code assess}
 * (judging, and how it grows).
 */
public final class Benchmarks {
    private static final int LARGE = 200_000;
    private static final int SMALL = 20_000;
    private static final int BUILDS = 10_000;

    private final Path directory;
    private final PrintStream out = System.out;

    private Benchmarks(Path directory) {
        this.directory = directory;
    }

    /** Runs what is asked for. */
    public static void main(String[] args) throws Exception {
        Benchmarks benchmarks = new Benchmarks(Path.of(args[0]));
        int results = args.length > 2 ? Integer.parseInt(args[2]) : LARGE;
        switch (args[1]) {
            case "all" -> benchmarks.all();
            case "smoke" -> benchmarks.smoke();
            case "jmh" -> benchmarks.jmh(results, 3, 5, TimeValue.seconds(5));
            case "ratio" -> benchmarks.ratio(results, 3, 9);
            case "peer" -> benchmarks.peer(results, 1, 3);
            case "ledger" -> LedgerVerification.print(
                    benchmarks.out, benchmarks.directory, args.length > 2 ? results : BUILDS, 10, 21);
            case "assess" -> Assessing.print(benchmarks.out, 30, 41);
            case "heap" -> benchmarks.heap(results / 10, results);
            default -> throw new IllegalArgumentException("no such part: " + args[1]);
        }
        benchmarks.out.println("Repeat with: mvn -q -f src/bench verify -Dbench=\"" + args[1]
                + (args.length > 2 ? " " + args[2] : "") + "\"");
    }

    private void all() throws Exception {
        jmh(SMALL, 3, 5, TimeValue.seconds(3));
        ratio(LARGE, 3, 9);
        peer(LARGE, 1, 3);
        heap(SMALL, LARGE);
        LedgerVerification.print(out, directory, BUILDS, 10, 21);
        Assessing.print(out, 30, 41);
    }

    // Whether everything runs; the figures say little.
    private void smoke() throws Exception {
        jmh(500, 1, 1, TimeValue.milliseconds(300));
        ratio(SMALL, 3, 5);
        peer(1000, 1, 1);
        LedgerVerification.print(out, directory, 200, 5, 5);
        Assessing.print(out, 1, 3);
        out.printf(
                "HEAP %s, 2000 results: %d MB%n",
                SarifReading.ENGINE, HeapNeed.megabytes(SarifReading.ENGINE, GeneratedSarif.of(directory, 2000)));
    }

    private void jmh(int results, int warmUp, int rounds, TimeValue time) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(SarifReadingBenchmark.class.getName())
                        .param("directory", directory.toString())
                        .param("results", Integer.toString(results))
                        .forks(1)
                        .warmupIterations(warmUp)
                        .warmupTime(time)
                        .measurementIterations(rounds)
                        .measurementTime(time)
                        .jvmArgs("-Xmx2g")
                        .build())
                .run();
    }

    private void ratio(int results, int warmUp, int rounds) throws IOException {
        Path file = GeneratedSarif.of(directory, results);
        Ratio.print(out, SarifReading.ENGINE, SarifReading.PLAIN_JACKSON, file, results, warmUp, rounds);
    }

    private void peer(int results, int warmUp, int rounds) throws IOException {
        Path file = GeneratedSarif.of(directory, results);
        Ratio.print(out, SarifReading.ENGINE, SarifReading.ANALYSIS_MODEL, file, results, warmUp, rounds);
    }

    private void heap(int small, int large) throws IOException, InterruptedException {
        int few = HeapNeed.megabytes(SarifReading.ENGINE, GeneratedSarif.of(directory, small));
        int many = HeapNeed.megabytes(SarifReading.ENGINE, GeneratedSarif.of(directory, large));
        int peer = HeapNeed.megabytes(SarifReading.ANALYSIS_MODEL, GeneratedSarif.of(directory, large));
        out.printf(
                "HEAP %s: %d MB for %d results, %d MB for %d: ratio %.2f as the report grows tenfold%n",
                SarifReading.ENGINE, few, small, many, large, (double) many / few);
        out.printf(
                "HEAP %s: %d MB for %d results, %.0f times as much%n",
                SarifReading.ANALYSIS_MODEL, peer, large, (double) peer / many);
    }
}
