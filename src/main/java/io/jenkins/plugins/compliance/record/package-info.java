/** Records evidence of builds, by what the rooms below it do: ledger, index, archive, waivers, judging. */
package io.jenkins.plugins.compliance.record;
