/**
 * Licences as reports state them: which licence a text means, by the expressions and ids of SPDX and by the names that package metadata
 * writes, and whether it is among those that a list denies or allows.
 */
package io.jenkins.plugins.compliance.engine.report.licence;
