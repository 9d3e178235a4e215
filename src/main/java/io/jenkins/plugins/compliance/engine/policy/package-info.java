/**
 * What is demanded of whom: packs with frameworks, crosswalks, archetypes, procedures and playbooks; tags and selectors;
 * loading, linting, comparing and digesting packs.
 */
package io.jenkins.plugins.compliance.engine.policy;
