/** Pages of builds and jobs: view models and what Jelly shows of them. */
package io.jenkins.plugins.compliance.view;
