package io.jenkins.plugins.compliance.bench;

import io.jenkins.plugins.compliance.engine.evidence.GeneratedLedger;
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

/** Verifies a long ledger; each benchmark in a JVM of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LedgerVerificationBenchmark {
    /** Where generated ledgers are kept. */
    @Param("target/reports")
    public String directory;

    /** Builds of the ledger. */
    @Param("10000")
    public int builds;

    private Path folder;

    /** Generates the ledger. */
    @Setup
    public void generate() throws IOException {
        folder = GeneratedLedger.of(Path.of(directory), builds);
    }

    /** Ours. */
    @Benchmark
    public long verify() throws IOException {
        return LedgerVerification.verify(folder);
    }

    /** The bar. */
    @Benchmark
    public byte[] digest() throws IOException {
        return LedgerVerification.digest(folder);
    }
}
