package io.jenkins.plugins.compliance.engine.report.finding;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.HashMap;
import java.util.Map;

/** The base score behind a CVSS 3.0 or 3.1 vector, for formats that give the vector alone. */
final class CvssVector {
    private static final int LONGEST = 400;
    private static final Map<String, Double> WEIGHTS = Map.ofEntries(
            Map.entry("AV:N", 0.85),
            Map.entry("AV:A", 0.62),
            Map.entry("AV:L", 0.55),
            Map.entry("AV:P", 0.2),
            Map.entry("AC:L", 0.77),
            Map.entry("AC:H", 0.44),
            Map.entry("UI:N", 0.85),
            Map.entry("UI:R", 0.62),
            Map.entry("PR:N", 0.85),
            Map.entry("C:H", 0.56),
            Map.entry("C:L", 0.22),
            Map.entry("C:N", 0.0),
            Map.entry("I:H", 0.56),
            Map.entry("I:L", 0.22),
            Map.entry("I:N", 0.0),
            Map.entry("A:H", 0.56),
            Map.entry("A:L", 0.22),
            Map.entry("A:N", 0.0));

    private CvssVector() {}

    /**
     * The base score (FIRST, CVSS v3.1 specification, section 7.1); null when this is no vector of version 3, which includes
     * version 4, whose score can't be computed by formula.
     */
    static @CheckForNull Double baseScore(@CheckForNull String vector) {
        if (vector == null || vector.length() > LONGEST || !vector.startsWith("CVSS:3.")) {
            return null;
        }
        Map<String, String> metrics = new HashMap<>();
        for (String part : vector.split("/")) {
            int colon = part.indexOf(':');
            if (colon > 0) {
                metrics.put(part.substring(0, colon), part.substring(colon + 1));
            }
        }
        boolean changed = "C".equals(metrics.get("S"));
        Double privileges = privileges(metrics.get("PR"), changed);
        Double reach = product(metrics, "AV", "AC", "UI");
        Double c = weight(metrics, "C");
        Double i = weight(metrics, "I");
        Double a = weight(metrics, "A");
        if (privileges == null || reach == null || c == null || i == null || a == null || !metrics.containsKey("S")) {
            return null;
        }
        double base = 1 - (1 - c) * (1 - i) * (1 - a);
        double impact = changed ? 7.52 * (base - 0.029) - 3.25 * Math.pow(base - 0.02, 15) : 6.42 * base;
        if (impact <= 0) {
            return 0.0;
        }
        double sum = impact + 8.22 * reach * privileges;
        return roundedUp(Math.min(changed ? 1.08 * sum : sum, 10));
    }

    private static @CheckForNull Double privileges(@CheckForNull String required, boolean changed) {
        if (required == null) {
            return null;
        }
        return switch (required) {
            case "N" -> 0.85;
            case "L" -> changed ? 0.68 : 0.62;
            case "H" -> changed ? 0.5 : 0.27;
            default -> null;
        };
    }

    private static @CheckForNull Double product(Map<String, String> metrics, String... names) {
        double product = 1;
        for (String name : names) {
            Double weight = weight(metrics, name);
            if (weight == null) {
                return null;
            }
            product *= weight;
        }
        return product;
    }

    private static @CheckForNull Double weight(Map<String, String> metrics, String name) {
        return WEIGHTS.get(name + ":" + metrics.get(name));
    }

    /** The specification's Roundup (appendix A), which does not suffer from binary fractions. */
    private static double roundedUp(double score) {
        long scaled = Math.round(score * 100_000);
        return scaled % 10_000 == 0 ? scaled / 100_000.0 : (Math.floorDiv(scaled, 10_000) + 1) / 10.0;
    }
}
