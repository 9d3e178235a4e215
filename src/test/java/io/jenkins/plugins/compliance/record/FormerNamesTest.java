package io.jenkins.plugins.compliance.record;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Run;
import io.jenkins.plugins.compliance.facts.WideCredentials;
import io.jenkins.plugins.compliance.record.judge.ComplianceRunAction;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class FormerNamesTest {
    /** As it stood in a build.xml before the classes moved. */
    private static final String ACTION = """
            <io.jenkins.plugins.compliance.record.ComplianceRunAction>
              <schema>1</schema>
              <tags/>
              <verdict>
                <mode>warn</mode>
                <open>true</open>
                <policy>acme</policy>
                <policyVersion>1</policyVersion>
                <policyDigest>sha256:0</policyDigest>
                <asOf>2026-11-01T08:00:00Z</asOf>
                <outcomes>
                  <entry>
                    <string>satisfied</string>
                    <long>3</long>
                  </entry>
                </outcomes>
              </verdict>
            </io.jenkins.plugins.compliance.record.ComplianceRunAction>
            """;

    @Test
    void whatBuildsOfBeforeRememberIsRead(JenkinsRule jenkins) {
        ComplianceRunAction action = (ComplianceRunAction) Run.XSTREAM2.fromXML(ACTION);
        assertThat(action.getVerdict()).isNotNull();
        assertThat(action.getVerdict().getOutcomes()).containsEntry("satisfied", 3L);
        assertThat(Run.XSTREAM2.fromXML("<io.jenkins.plugins.compliance.steps.facts.WideCredentials/>"))
                .isInstanceOf(WideCredentials.class);
    }
}
