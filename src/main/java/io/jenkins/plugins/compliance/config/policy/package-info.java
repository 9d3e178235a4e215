/** Where policy comes from, and how it stays in force when its source can't be reached. */
package io.jenkins.plugins.compliance.config.policy;
