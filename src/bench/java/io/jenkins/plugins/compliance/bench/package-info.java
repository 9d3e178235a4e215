/** Benchmarks of the engine against what a user would otherwise use, each with its ratio printed in one run. */
package io.jenkins.plugins.compliance.bench;
