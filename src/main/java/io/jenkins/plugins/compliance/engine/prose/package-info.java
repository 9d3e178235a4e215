/**
 * Prose: the part of Markdown that playbooks are written in, as a model, with one reader and one writer for each format. Whatever
 * shows a playbook shows this model, so that a link is a link everywhere and markup of others nowhere.
 */
package io.jenkins.plugins.compliance.engine.prose;
