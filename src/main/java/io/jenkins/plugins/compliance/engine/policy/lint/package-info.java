/** What is doubtful in a policy that can be loaded. */
package io.jenkins.plugins.compliance.engine.policy.lint;
