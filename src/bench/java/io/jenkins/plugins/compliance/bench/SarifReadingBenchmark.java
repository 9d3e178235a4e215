package io.jenkins.plugins.compliance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reads a generated report in each of the ways; each benchmark in a JVM of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SarifReadingBenchmark {
    /** Where generated reports are kept. */
    @Param("target/reports")
    public String directory;

    /** Results of the report. */
    @Param("20000")
    public int results;

    private Path file;

    /** Generates the report. */
    @Setup
    public void generate() throws IOException {
        file = GeneratedSarif.of(Path.of(directory), results);
    }

    /** The bar. */
    @Benchmark
    public long plainJackson() throws IOException {
        return SarifReading.PLAIN_JACKSON.read(file);
    }

    /** Ours. */
    @Benchmark
    public long engine() throws IOException {
        return SarifReading.ENGINE.read(file);
    }

    /** The peer. */
    @Benchmark
    public long analysisModel() throws IOException {
        return SarifReading.ANALYSIS_MODEL.read(file);
    }
}
