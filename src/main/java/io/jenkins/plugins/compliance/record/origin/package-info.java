/** Whose evidence it is, as the controller knows it: controller, job, build, cause, revision. */
package io.jenkins.plugins.compliance.record.origin;
