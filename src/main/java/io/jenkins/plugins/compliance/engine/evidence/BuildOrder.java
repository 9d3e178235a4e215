package io.jenkins.plugins.compliance.engine.evidence;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Which build came before which. Builds that run side by side record their evidence in any order, and end in any order; where they
 * are numbered, their numbers tell which one is the later. Other ids tell nothing.
 */
public final class BuildOrder {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final long OF_NONE = 0;

    private BuildOrder() {}

    /** Whether a build is later than another, as far as their ids tell. */
    public static boolean isLater(String build, String than) {
        return isNumber(build) && isNumber(than) && Long.parseLong(build) > Long.parseLong(than);
    }

    /** Whether a build is another than one, and none that is later, as far as their ids tell. */
    public static boolean isBefore(String build, String than) {
        return !build.equals(than) && !isLater(build, than);
    }

    /**
     * Orders evidence by build, what is of no build first. Where an id is no number, evidence keeps its order but for that of
     * the build that is judged, which comes last.
     *
     * @param evidence what is to be ordered
     * @param judged id of the build that is judged
     */
    public static Comparator<Evidence> of(Collection<Evidence> evidence, String judged) {
        boolean numbered = evidence.stream()
                .allMatch(each -> each.ofLedger() || isNumber(each.origin().build()));
        return numbered
                ? Comparator.comparingLong(each ->
                        each.ofLedger() ? OF_NONE : Long.parseLong(each.origin().build()))
                : Comparator.comparing(each -> each.origin().build().equals(judged));
    }

    private static boolean isNumber(String build) {
        return NUMBER.matcher(build).matches();
    }
}
