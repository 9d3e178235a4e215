/** What an administrator configures: policy, gates and the signing key. */
package io.jenkins.plugins.compliance.config;
