package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import java.util.Locale;

/** How a finding stands against the last evidence of the same tool. */
enum BaselineState {
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

    static BaselineState of(Tally.Age age) {
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
            case NEW -> Messages.BaselineState_new();
            case OUTSTANDING -> Messages.BaselineState_outstanding();
            case NOT_COMPARED -> Messages.BaselineState_notCompared();
            case FIXED -> Messages.BaselineState_fixed();
            case SET_ASIDE -> Messages.BaselineState_setAside();
        };
    }
}
