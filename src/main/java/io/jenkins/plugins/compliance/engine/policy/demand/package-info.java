/** Which requirements bind an application, and which procedures are demanded for them. */
package io.jenkins.plugins.compliance.engine.policy.demand;
