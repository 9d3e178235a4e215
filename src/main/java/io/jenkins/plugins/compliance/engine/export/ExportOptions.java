package io.jenkins.plugins.compliance.engine.export;

import io.jenkins.plugins.compliance.engine.assess.Waiver;
import java.util.List;

/**
 * How much an export shows. What is left out is always counted and said.
 *
 * @param findings findings shown for one procedure, at least 0
 * @param actions procedures spelled out under "what to do next", at least 1
 * @param picture nodes in each column of the picture of the chain, at least 1
 * @param waivers the waivers that the assessment was made with, so that who accepted what until when can be shown; those that
 *     cover nothing in the assessment are left out
 */
public record ExportOptions(int findings, int actions, int picture, List<Waiver> waivers) {
    /** Ten findings a procedure, 25 actions, 14 nodes a column, no waivers known. */
    public static final ExportOptions DEFAULTS = new ExportOptions(10, 25, 14, List.of());

    /**
     * Checks the numbers and takes a copy of the waivers.
     *
     * @throws IllegalArgumentException when a number is below its least value
     */
    public ExportOptions {
        if (findings < 0) {
            throw new IllegalArgumentException("findings must be at least 0, not " + findings);
        }
        if (actions < 1) {
            throw new IllegalArgumentException("actions must be at least 1, not " + actions);
        }
        if (picture < 1) {
            throw new IllegalArgumentException("picture must be at least 1, not " + picture);
        }
        waivers = List.copyOf(waivers);
    }

    /** These options with the waivers of an assessment. */
    public ExportOptions withWaivers(List<Waiver> known) {
        return new ExportOptions(findings, actions, picture, known);
    }

    /** These options with another number of findings a procedure. */
    public ExportOptions withFindings(int shown) {
        return new ExportOptions(shown, actions, picture, waivers);
    }
}
