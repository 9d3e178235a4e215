package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import java.util.Locale;

/** How a finding stands against the last evidence of the same tool. */
enum Standing {
    /** It was not there before. */
    NEW,
    /** It was there before. */
    OUTSTANDING,
    /** There is nothing to compare with. */
    NOT_COMPARED,
    /** It was there before and is not any more. */
    FIXED,
    /** The tool or its users set it aside: it does not count. */
    SET_ASIDE;

    static Standing of(Tally.Age age) {
        return switch (age) {
            case NEW -> NEW;
            case OUTSTANDING -> OUTSTANDING;
            case UNKNOWN -> NOT_COMPARED;
        };
    }

    /** The word used in addresses and JSON. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it counts in this build. */
    boolean open() {
        return this == NEW || this == OUTSTANDING || this == NOT_COMPARED;
    }

    /** In the reader's language. */
    String words() {
        return switch (this) {
            case NEW -> Messages.Standing_new();
            case OUTSTANDING -> Messages.Standing_outstanding();
            case NOT_COMPARED -> Messages.Standing_notCompared();
            case FIXED -> Messages.Standing_fixed();
            case SET_ASIDE -> Messages.Standing_setAside();
        };
    }
}
