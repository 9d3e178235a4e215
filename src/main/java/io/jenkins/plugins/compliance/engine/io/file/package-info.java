/** Opens folders and archives, matches paths, and writes files as a whole or not at all. */
package io.jenkins.plugins.compliance.engine.io.file;
