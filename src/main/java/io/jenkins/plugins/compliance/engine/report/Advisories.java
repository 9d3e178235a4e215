package io.jenkins.plugins.compliance.engine.report;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises ids of advisories where a format has no field for them. */
public final class Advisories {
    private static final Pattern ID =
            Pattern.compile("CVE-[0-9]{4}-[0-9]{4,12}|GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}", Pattern.CASE_INSENSITIVE);

    private Advisories() {}

    /** The CVE and GHSA ids, all in upper or all in lower case, in an id or a short text: ascending, without duplicates. */
    public static List<String> in(String text) {
        if (!mayHold(text)) {
            return List.of();
        }
        TreeSet<String> ids = new TreeSet<>();
        Matcher matcher = ID.matcher(text);
        while (matcher.find()) {
            String id = matcher.group();
            ids.add(
                    id.regionMatches(true, 0, "CVE", 0, 3)
                            ? id.toUpperCase(java.util.Locale.ROOT)
                            : "GHSA" + id.substring(4).toLowerCase(java.util.Locale.ROOT));
        }
        return List.copyOf(ids);
    }

    private static boolean mayHold(String text) {
        return text.contains("CVE-") || text.contains("GHSA-") || text.contains("cve-") || text.contains("ghsa-");
    }
}
