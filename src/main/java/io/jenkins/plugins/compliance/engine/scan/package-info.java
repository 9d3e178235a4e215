/**
 * Scan tools as an admin defines them, the plan of what must run for an application, and the judgement whether a run counts.
 * Running a process is an interface; who runs it (a workstation, a Jenkins agent) implements it elsewhere.
 */
package io.jenkins.plugins.compliance.engine.scan;
