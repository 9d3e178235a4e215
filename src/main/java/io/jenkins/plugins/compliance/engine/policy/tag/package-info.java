/** What an application is: tags, what a policy defines of them, and selectors that ask for them. */
package io.jenkins.plugins.compliance.engine.policy.tag;
