package io.jenkins.plugins.compliance.engine.evidence.ledger;

import io.jenkins.plugins.compliance.engine.io.Limits;
import java.util.ArrayList;
import java.util.List;

/** Gathers what a verification finds: a bounded number by name, the rest counted, and what all of it comes to. */
final class ProblemLog {
    private final int bound;
    private final List<VerifyProblem> problems = new ArrayList<>();
    private long count;
    private Verdict verdict = Verdict.HELD;

    ProblemLog(Limits limits) {
        this.bound = limits.problems();
    }

    void add(long sequence, VerifyProblem.What what, String detail) {
        count++;
        verdict = verdict.and(what.verdict());
        VerifyProblem problem = new VerifyProblem(sequence, what, detail);
        if (problems.size() < bound) {
            problems.add(problem);
        } else if (what.verdict() == verdict
                && problems.stream().noneMatch(kept -> kept.verdict() == problem.verdict())) {
            // Whatever the number of notes, the first reason of the verdict is told.
            problems.set(bound - 1, problem);
        }
    }

    List<VerifyProblem> problems() {
        return problems;
    }

    long count() {
        return count;
    }

    Verdict verdict() {
        return verdict;
    }
}
