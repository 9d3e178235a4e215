package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An assessment in one sentence.
 *
 * @param outcome its {@linkplain Assessment#overall() overall outcome}
 * @param headline that outcome in two or three words
 * @param sentence what holds and what does not
 */
public record Verdict(Outcome outcome, String headline, String sentence) {

    /** The verdict of an assessment. */
    public static Verdict of(Assessment assessment) {
        Map<Outcome, Long> procedures = assessment.procedureCounts();
        Map<Outcome, Long> requirements = assessment.requirementCounts();
        Outcome overall = assessment.overall();
        if (overall == Outcome.NOT_APPLICABLE) {
            return new Verdict(
                    overall, "Nothing to judge", "The policy demands nothing of an application with these tags.");
        }
        return new Verdict(
                overall, headline(overall), procedures(procedures) + " " + counted(requirements, "requirement") + ".");
    }

    private static String headline(Outcome overall) {
        return switch (overall) {
            case UNVERIFIABLE -> "Can't be verified";
            case NOT_SATISFIED -> "Not satisfied";
            case MISSING -> "Evidence is missing";
            case STALE -> "Evidence is stale";
            case WAIVED -> "Satisfied with waivers";
            case UNMAPPED -> "Not fully covered";
            case PARTIAL -> "Partly satisfied";
            case SATISFIED -> "Satisfied";
            case NOT_APPLICABLE -> "Nothing to judge";
        };
    }

    private static String procedures(Map<Outcome, Long> counts) {
        List<String> others = new ArrayList<>();
        counts.forEach((outcome, count) -> {
            if (outcome != Outcome.SATISFIED) {
                others.add(count + " " + words(outcome, count));
            }
        });
        return counted(counts, "procedure") + (others.isEmpty() ? "" : ": " + String.join(", ", others)) + ".";
    }

    private static String counted(Map<Outcome, Long> counts, String noun) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        long satisfied = counts.getOrDefault(Outcome.SATISFIED, 0L);
        String plural = total == 1 ? noun : noun + "s";
        if (total == 0) {
            return "No " + noun + " applies";
        }
        if (satisfied == total) {
            return total == 1 ? "The one " + noun + " holds" : "All " + total + " " + plural + " hold";
        }
        return satisfied + " of " + total + " " + plural + " " + (satisfied == 1 ? "holds" : "hold");
    }

    private static String words(Outcome outcome, long count) {
        String be = count == 1 ? "is" : "are";
        return switch (outcome) {
            case UNVERIFIABLE -> "can't be verified";
            case NOT_SATISFIED -> be + " not satisfied";
            case MISSING -> count == 1 ? "has no evidence" : "have no evidence";
            case STALE -> be + " stale";
            case WAIVED -> be + " waived";
            case UNMAPPED -> be + " claimed by no procedure";
            case PARTIAL -> be + " only partly covered";
            case SATISFIED -> count == 1 ? "holds" : "hold";
            case NOT_APPLICABLE -> count == 1 ? "does not apply" : "do not apply";
        };
    }
}
