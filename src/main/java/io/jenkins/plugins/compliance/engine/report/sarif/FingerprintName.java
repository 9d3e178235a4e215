package io.jenkins.plugins.compliance.engine.report.sarif;

/**
 * The name of a fingerprint, a versioned hierarchical string (section 3.5.4.2), ordered so that the one to use comes first.
 *
 * @param fitness how well it serves, 0 best
 * @param base the name without its version
 * @param version its version; -1 when it has none, which is older than any
 */
record FingerprintName(int fitness, String base, int version) implements Comparable<FingerprintName> {
    /** Comes after every other. */
    static final FingerprintName LAST = new FingerprintName(Integer.MAX_VALUE, "", -1);

    private static final int MOST_DIGITS = 9;

    static FingerprintName of(String name, int fitness) {
        int slash = name.lastIndexOf("/v");
        int digits = name.length() - slash - 2;
        if (slash < 0 || digits < 1 || digits > MOST_DIGITS) {
            return new FingerprintName(fitness, name, -1);
        }
        int version = 0;
        for (int i = slash + 2; i < name.length(); i++) {
            int digit = Character.digit(name.charAt(i), 10);
            if (digit < 0) {
                return new FingerprintName(fitness, name, -1);
            }
            version = version * 10 + digit;
        }
        return new FingerprintName(fitness, name.substring(0, slash), version);
    }

    @Override
    public int compareTo(FingerprintName other) {
        int byFitness = Integer.compare(fitness, other.fitness);
        if (byFitness != 0) {
            return byFitness;
        }
        int byBase = base.compareTo(other.base);
        return byBase != 0 ? byBase : Integer.compare(other.version, version);
    }
}
