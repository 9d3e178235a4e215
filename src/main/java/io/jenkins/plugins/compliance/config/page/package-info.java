/** The page under <em>Manage Jenkins</em> on which all of it is configured. */
package io.jenkins.plugins.compliance.config.page;
