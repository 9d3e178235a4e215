/** OSCAL 1.2.1 assessment results (NIST), in JSON. */
package io.jenkins.plugins.compliance.engine.export.oscal;
