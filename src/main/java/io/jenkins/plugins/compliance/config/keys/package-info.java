/** The keys that a controller signs evidence with, and what it publishes of them. */
package io.jenkins.plugins.compliance.config.keys;
