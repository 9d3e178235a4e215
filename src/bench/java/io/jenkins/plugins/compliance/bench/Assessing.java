package io.jenkins.plugins.compliance.bench;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.AssessmentInput;
import io.jenkins.plugins.compliance.engine.assess.Assessor;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Judging a job, and how the time grows with what is judged. Processor time, so that other work does not count. */
final class Assessing {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final com.sun.management.ThreadMXBean ALLOCATION = (com.sun.management.ThreadMXBean) THREADS;
    private static final int FACTOR = 10;
    private static final GeneratedAssessment JOB = new GeneratedAssessment(1200, 300, 500);

    private Assessing() {}

    /**
     * Prints the time of one assessment, and the ratios as each part of the input grows tenfold, and all of it.
     *
     * @param warmUp rounds that are not counted
     * @param rounds rounds that are
     */
    static void print(PrintStream out, int warmUp, int rounds) {
        double one = milliseconds(JOB, 10 * warmUp, 10 * rounds);
        out.printf(
                "ASSESS %d requirements, %d procedures, %d pieces of evidence: %.2f ms, %.0f assessments a second%n",
                JOB.requirements(), JOB.procedures(), JOB.evidence(), one, 1000 / one);
        grown(out, "the requirements", new GeneratedAssessment(FACTOR * 1200, 300, 500), warmUp, rounds);
        grown(out, "the procedures", new GeneratedAssessment(1200, FACTOR * 300, 500), warmUp, rounds);
        grown(out, "the evidence", new GeneratedAssessment(1200, 300, FACTOR * 500), warmUp, rounds);
        grown(out, "all three", new GeneratedAssessment(FACTOR * 1200, FACTOR * 300, FACTOR * 500), warmUp, rounds);
    }

    /**
     * Against as many jobs of the usual size as the other is large, each with a policy of its own: both go through as much memory,
     * so that the processor's caches favour neither. The best rounds are compared, which a busy machine disturbs least.
     */
    private static void grown(PrintStream out, String what, GeneratedAssessment large, int warmUp, int rounds) {
        List<AssessmentInput> few = Stream.generate(JOB::input).limit(FACTOR).toList();
        List<AssessmentInput> many = List.of(large.input());
        System.gc();
        double[] small = new double[rounds];
        double[] big = new double[rounds];
        for (int round = -warmUp; round < rounds; round++) {
            int slot = Math.max(0, round);
            small[slot] = milliseconds(few);
            big[slot] = milliseconds(many);
        }
        Arrays.sort(small);
        Arrays.sort(big);
        out.printf(
                "RATIO assess, ten times %s: %.1f   (%.2f ms against %.2f ms, best of %d rounds in turns; medians %.1f; memory allocated %.1f)%n",
                what,
                FACTOR * big[0] / small[0],
                big[0],
                small[0] / FACTOR,
                rounds,
                FACTOR * big[rounds / 2] / small[rounds / 2],
                (double) FACTOR * allocated(many) / allocated(few));
    }

    private static double milliseconds(GeneratedAssessment job, int warmUp, int rounds) {
        List<AssessmentInput> input = List.of(job.input());
        double[] taken = new double[rounds];
        for (int round = -warmUp; round < rounds; round++) {
            taken[Math.max(0, round)] = milliseconds(input);
        }
        Arrays.sort(taken);
        return taken[rounds / 2];
    }

    private static double milliseconds(List<AssessmentInput> inputs) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (AssessmentInput input : inputs) {
            Assessment assessment = Assessor.assess(input);
            if (assessment.procedures().size() != input.policy().pack().procedures().size()) {
                throw new IllegalStateException("an assessment that leaves procedures out");
            }
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }

    /** Bytes that judging allocates: counts the work done, whatever else the machine does. */
    private static long allocated(List<AssessmentInput> inputs) {
        long before = ALLOCATION.getThreadAllocatedBytes(Thread.currentThread().getId());
        milliseconds(inputs);
        return ALLOCATION.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
