package io.jenkins.plugins.compliance.engine.report.licence;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.NearestName;
import io.jenkins.plugins.compliance.engine.io.Wildcard;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Ambiguous;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What policy writes to name licences: an id, one {@code WITH} an exception, or a text, in which {@code *} stands for any characters. Without
 * regard to case. One without {@code *} matches each way of writing the same licence; one with it matches any of these ways.
 */
public final class LicencePattern {
    private final String pattern;
    private final boolean wildcard;
    private final Licence licence;
    private final Set<String> names;

    private LicencePattern(String written) {
        pattern = LicenceName.plain(written);
        wildcard = pattern.indexOf('*') >= 0;
        licence = LicenceText.meaning(written);
        names = licence instanceof Named named ? named.names() : Set.of(pattern);
    }

    /** The pattern that policy writes so. */
    public static LicencePattern of(String written) {
        return new LicencePattern(written);
    }

    /** Whether any of these names, which are in lower case, is meant. */
    boolean matchesAny(Set<String> others) {
        for (String other : others) {
            if (wildcard ? Wildcard.matches(pattern, other) : names.contains(other) || pattern.equals(other)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it names what nobody but its author defines: whole, or by a pattern for references. */
    boolean namesUnlisted(Set<String> others) {
        boolean references = pattern.startsWith("licenseref-") || pattern.startsWith("documentref-");
        return (!wildcard || references) && matchesAny(others);
    }

    /** Whether it is written as a text of several words and not as an id, for what only a text can name. */
    public boolean isText() {
        return !wildcard && pattern.indexOf(' ') > 0;
    }

    /** Whether it can match a licence of the SPDX License List, or a reference that somebody defines. */
    public boolean isKnown() {
        if (!wildcard) {
            return licence instanceof Named;
        }
        if (matchesBeginning("licenseref-") || matchesBeginning("documentref-")) {
            return true;
        }
        int with = pattern.indexOf(" with ");
        String id = with < 0 ? pattern : pattern.substring(0, with);
        String exception = with < 0 ? "*" : pattern.substring(with + " with ".length());
        LicenceList list = LicenceList.standard();
        return list.licences().stream().anyMatch(each -> Wildcard.matches(id, LicenceName.plain(each.id())))
                && list.exceptions().stream().anyMatch(each -> Wildcard.matches(exception, each));
    }

    /** The pattern that was probably meant, where this one is not known; null when nothing is near. */
    public @CheckForNull String nearest() {
        if (licence instanceof Ambiguous ambiguous) {
            String common = common(ambiguous.candidates());
            return common.isEmpty() ? null : common + "*";
        }
        String end = pattern.endsWith("*") ? "*" : "";
        List<String> ids = new ArrayList<>();
        LicenceList.standard().licences().forEach(each -> ids.add(each.id()));
        return NearestName.of(pattern.substring(0, pattern.length() - end.length()), ids)
                .map(id -> id + end)
                .orElse(null);
    }

    private boolean matchesBeginning(String prefix) {
        return pattern.startsWith(prefix);
    }

    private static String common(List<Named> licences) {
        String common = licences.get(0).text();
        for (Named each : licences) {
            int length = 0;
            while (length < Math.min(common.length(), each.text().length())
                    && common.charAt(length) == each.text().charAt(length)) {
                length++;
            }
            common = common.substring(0, length);
        }
        return common;
    }
}
