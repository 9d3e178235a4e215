/** What evidence says was observed: facts of each kind, reports, and where and when it was. */
package io.jenkins.plugins.compliance.engine.evidence.fact;
