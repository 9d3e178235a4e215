package io.jenkins.plugins.compliance.engine.export.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the findings say of their rule. */
final class SurveyedRule {
    /** A rule of more weaknesses than this is a catalogue, not a rule. */
    private static final int WEAKNESSES = 50;

    private final int index;
    private final @CheckForNull String title;
    private final @CheckForNull String help;
    private final SortedSet<Integer> weaknesses = new TreeSet<>();
    private Severity severity;
    private boolean alike = true;
    private @CheckForNull Double score;

    SurveyedRule(int index, Finding first) {
        this.index = index;
        this.title = first.title();
        this.help = first.help();
        this.severity = first.severity();
        add(first);
    }

    void add(Finding finding) {
        alike = alike && finding.severity() == severity;
        severity = finding.severity().atLeast(severity) ? finding.severity() : severity;
        Double other = finding.score();
        if (other != null && (score == null || other > score)) {
            score = other;
        }
        for (CweClaim claim : finding.cwes()) {
            if (weaknesses.size() < WEAKNESSES) {
                weaknesses.add(claim.cwe());
            }
        }
    }

    /** Place among the rules of the run. */
    int index() {
        return index;
    }

    /** Short name; null when no finding states one. */
    @CheckForNull
    String title() {
        return title;
    }

    /** Address of its help; null when no finding states one. */
    @CheckForNull
    String help() {
        return help;
    }

    /** The worst severity of its findings. */
    Severity severity() {
        return severity;
    }

    /**
     * The highest score of its findings; null when none states one, and when they are not equally severe: readers take the score of
     * a rule for that of every result without one.
     */
    @CheckForNull
    Double score() {
        return alike ? score : null;
    }

    /** Weaknesses of its findings. */
    SortedSet<Integer> weaknesses() {
        return weaknesses;
    }
}
