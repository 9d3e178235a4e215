package io.jenkins.plugins.compliance.engine.policy;

/**
 * Names one requirement of one framework, in policy written {@code framework/requirement}.
 *
 * @param framework id of the framework, for instance {@code nist-800-53-r5}
 * @param requirement id of the requirement within it, for instance {@code SI-10} or {@code SA-11(1)}
 */
public record RequirementRef(String framework, String requirement) implements Comparable<RequirementRef> {

    /**
     * Reads {@code framework/requirement}.
     *
     * @throws IllegalArgumentException when there is no slash with something on either side
     */
    public static RequirementRef parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is not a requirement; expected framework/requirement, as in nist-800-53-r5/SI-10");
        }
        return new RequirementRef(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(RequirementRef other) {
        int byFramework = framework.compareTo(other.framework);
        return byFramework != 0 ? byFramework : NaturalOrder.compare(requirement, other.requirement);
    }

    @Override
    public String toString() {
        return framework + "/" + requirement;
    }
}
