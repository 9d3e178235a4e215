package io.jenkins.plugins.compliance.engine.report.finding;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * One statement of an exploitability exchange (VEX) document: whether a product is affected by a vulnerability.
 *
 * @param vulnerability id of the vulnerability, for instance {@code CVE-2021-44228}
 * @param products package URLs or references of the products; empty when the document means all it describes
 * @param status the status
 * @param justification why it is not affected, as the format words it; null when not stated
 * @param detail further text; null when not stated
 */
public record VexStatement(
        String vulnerability,
        List<String> products,
        Status status,
        @CheckForNull String justification,
        @CheckForNull String detail) {

    /** Takes a copy of the products. */
    public VexStatement {
        products = List.copyOf(products);
    }

    /** The status labels of VEX (CISA, Minimum Requirements for VEX, 2023). */
    public enum Status {
        /** The vulnerability can't be exploited in the product. */
        NOT_AFFECTED,
        /** The product is affected. */
        AFFECTED,
        /** The product has the fix. */
        FIXED,
        /** Not known yet. */
        UNDER_INVESTIGATION
    }
}
