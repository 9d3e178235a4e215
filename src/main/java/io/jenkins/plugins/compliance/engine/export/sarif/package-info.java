/** All findings as SARIF 2.1.0 (OASIS), streamed. */
package io.jenkins.plugins.compliance.engine.export.sarif;
