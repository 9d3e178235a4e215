package io.jenkins.plugins.compliance.bench;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.AssessmentInput;
import io.jenkins.plugins.compliance.engine.assess.Assessor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Judges one job of 1,200 requirements and 300 procedures, and one ten times as large. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class AssessmentBenchmark {
    /** How many times as large. */
    @Param({"1", "10"})
    public int times;

    private AssessmentInput input;

    /** Generates the policy and the evidence. */
    @Setup
    public void generate() {
        input = new GeneratedAssessment(1200 * times, 300 * times, 500 * times).input();
    }

    /** One assessment. */
    @Benchmark
    public Assessment assess() {
        return Assessor.assess(input);
    }
}
