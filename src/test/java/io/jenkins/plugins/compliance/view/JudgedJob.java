package io.jenkins.plugins.compliance.view;

import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.User;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jvnet.hudson.test.JenkinsRule;

/** A job whose builds record evidence and are judged, with texts in it that no page may take for markup. */
final class JudgedJob {
    static final String NAME = "shop";

    /** Text of the kind that an attacker would write wherever a text goes. */
    static final String HOSTILE = "</script><img src=x onerror=alert(document.domain)>";

    private static final String SCRIPT = """
            complianceTag kind: 'service', tags: 'team=payments'
            node {
              deleteDir()
              int n = env.BUILD_NUMBER as int
              def results = (n..(n + 2)).collect {
                '{"ruleId":"rule-' + it + '%1$s","level":"' + (it %% 2 == 0 ? 'error' : 'warning') + '",' +
                '"message":{"text":"Finding ' + it + ' %1$s"},' +
                '"locations":[{"physicalLocation":{"artifactLocation":{"uri":"src/%1$s/' + it + '.java"},"region":{"startLine":' + it + '}}}]}'
              }
              writeFile file: 'scan.sarif', text: '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Lint%1$s","rules":[{"id":"rule-1","helpUri":"javascript:alert(1)"}]}},"invocations":[{"executionSuccessful":true}],"results":[' + results.join(',') + ']}]}'
              complianceEvidence kind: 'report', name: 'lint', files: 'scan.sarif'
              writeFile file: 'TEST-a.xml', text: '<testsuite name="s" tests="1"><testcase classname="c" name="n" time="0.1">' + (n == 2 ? '' : '<failure message="no"/>') + '</testcase></testsuite>'
              complianceEvidence kind: 'test', files: 'TEST-*.xml'
            }
            if (env.BUILD_NUMBER == '2') {
              complianceEvidence kind: 'attestation', type: 'pen-test', issuer: 'Breakers %1$s', issued: '2026-11-01', statement: 'Nobody got in %1$s', reference: 'javascript:alert(1)'
            }
            complianceGate()
            """;

    private JudgedJob() {}

    /** Makes the job and runs it. */
    static WorkflowJob run(JenkinsRule jenkins, int builds) throws Exception {
        Path pack = Path.of(JudgedJob.class.getResource("policy/pack.yaml").toURI());
        PolicyConfiguration.get()
                .setSource(
                        new DirectoryPolicy(String.valueOf(pack.toAbsolutePath().getParent())));
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, NAME);
        job.setDefinition(new CpsFlowDefinition(String.format(SCRIPT, HOSTILE), true));
        for (int i = 0; i < builds; i++) {
            User.getById("admin", true);
            Cause byAdmin = new Cause.UserIdCause("admin");
            jenkins.assertBuildStatusSuccess(job.scheduleBuild2(0, new CauseAction(byAdmin)));
        }
        return job;
    }
}
