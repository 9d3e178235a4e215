package io.jenkins.plugins.compliance.bench;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.AssessmentInput;
import io.jenkins.plugins.compliance.engine.assess.Assessor;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** Judging a job, and how the time grows with what is judged. Processor time, so that other work does not count. */
final class Assessing {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
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
        grown(out, "requirements", new GeneratedAssessment(FACTOR * 1200, 300, 500), warmUp, rounds);
        grown(out, "procedures", new GeneratedAssessment(1200, FACTOR * 300, 500), warmUp, rounds);
        grown(out, "evidence", new GeneratedAssessment(1200, 300, FACTOR * 500), warmUp, rounds);
        grown(out, "all three", new GeneratedAssessment(FACTOR * 1200, FACTOR * 300, FACTOR * 500), warmUp, rounds);
    }

    private static void grown(PrintStream out, String what, GeneratedAssessment large, int warmUp, int rounds) {
        AssessmentInput few = JOB.input();
        AssessmentInput many = large.input();
        double[] small = new double[rounds];
        double[] big = new double[rounds];
        for (int round = -warmUp; round < rounds; round++) {
            int slot = Math.max(0, round);
            small[slot] = milliseconds(few, FACTOR);
            big[slot] = milliseconds(many, 1);
        }
        double before = median(small) / FACTOR;
        double after = median(big);
        out.printf(
                "RATIO assess, ten times the %s: %.1f   (%.2f ms against %.2f ms, medians of %d rounds in turns)%n",
                what, after / before, after, before, rounds);
    }

    private static double milliseconds(GeneratedAssessment job, int warmUp, int rounds) {
        AssessmentInput input = job.input();
        double[] taken = new double[rounds];
        for (int round = -warmUp; round < rounds; round++) {
            taken[Math.max(0, round)] = milliseconds(input, 1);
        }
        return median(taken);
    }

    private static double milliseconds(AssessmentInput input, int times) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            Assessment assessment = Assessor.assess(input);
            if (assessment.procedures().size() != input.policy().pack().procedures().size()) {
                throw new IllegalStateException("an assessment that leaves procedures out");
            }
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
