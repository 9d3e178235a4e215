package io.jenkins.plugins.compliance.engine.policy.pack;

/**
 * What {@code pack.yaml} says of the pack itself.
 *
 * @param id id of the pack
 * @param title name for people
 * @param version version, as its authors write it
 * @param effectiveFrom first day in force; empty when always
 */
record Header(String id, String title, String version, String effectiveFrom) {
    static final Header NONE = new Header("", "", "", "");
}
