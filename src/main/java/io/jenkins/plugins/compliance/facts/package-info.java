/** What the controller itself knows about how a build runs. */
package io.jenkins.plugins.compliance.facts;
