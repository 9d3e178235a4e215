/**
 * Sentences as data: what is said has a code and typed arguments, so that programs need not read prose, and its words stand in one file a
 * language.
 */
package io.jenkins.plugins.compliance.engine.wording;
