package io.jenkins.plugins.compliance.engine.policy;

/**
 * From a weakness to the control that it bears on.
 *
 * @param cwe number in the Common Weakness Enumeration
 * @param requirement the requirement
 * @param rationale why, in a few words
 */
public record CweMapping(int cwe, RequirementRef requirement, String rationale) {}
