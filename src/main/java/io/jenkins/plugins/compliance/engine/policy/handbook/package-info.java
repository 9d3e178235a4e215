/** Writes a policy pack as a document for the people who follow it. */
package io.jenkins.plugins.compliance.engine.policy.handbook;
