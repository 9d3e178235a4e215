/** What differs between two policies, in words. */
package io.jenkins.plugins.compliance.engine.policy.compare;
