/**
 * The judging, a pure function: policy, tags, evidence, waivers and a moment give one outcome a procedure and one a
 * requirement, each with its explanation. Nothing here reads a clock, a file or the network.
 */
package io.jenkins.plugins.compliance.engine.assess;
