package io.jenkins.plugins.compliance.view;

/** Names of icons. */
final class Icons {
    static final String COMPLIANCE = icon("shield-checkmark");
    static final String OVERVIEW = icon("reader");
    static final String PROCEDURES = icon("list");
    static final String REQUIREMENTS = icon("library");
    static final String EVIDENCE = icon("finger-print");
    static final String FINDINGS = icon("bug");
    static final String HISTORY = icon("bar-chart");
    static final String WAIVERS = icon("shield-half");

    private Icons() {}

    private static String icon(String shape) {
        return "symbol-" + shape + "-outline plugin-ionicons-api";
    }
}
