/** The scan tools that an administrator configures: presets, own definitions, and where and with which secrets they run. */
package io.jenkins.plugins.compliance.config.tools;
