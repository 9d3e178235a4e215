package io.jenkins.plugins.compliance.engine.report.finding;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * One component of a software bill of materials.
 *
 * @param type kind of component as the format calls it ({@code library}, {@code application}, {@code file}, ...)
 * @param group namespace or Maven group; null when there is none
 * @param name name
 * @param version version; null when unknown
 * @param purl package URL (ECMA-427); null when not stated
 * @param licences SPDX licence ids or expressions, or names where no id is stated; empty when unknown
 * @param hashed whether a digest of the component is stated
 * @param supplier supplier or publisher; null when not stated
 */
public record Component(
        String type,
        @CheckForNull String group,
        String name,
        @CheckForNull String version,
        @CheckForNull String purl,
        List<String> licences,
        boolean hashed,
        @CheckForNull String supplier) {

    /** Takes a copy of the licences. */
    public Component {
        licences = List.copyOf(licences);
    }

    /** {@code group/name@version} with what is known. */
    public String coordinate() {
        String qualified = group == null ? name : group + "/" + name;
        return version == null ? qualified : qualified + "@" + version;
    }
}
