package io.jenkins.plugins.compliance.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ComplianceScanStepTest {
    @Test
    void theFormKeepsWhatItShowsAndWritesIt(JenkinsRule jenkins) throws Exception {
        StepConfigTester forms = new StepConfigTester(jenkins);
        ComplianceScanStep step = new ComplianceScanStep();
        jenkins.assertEqualDataBoundBeans(step, forms.configRoundTrip(new ComplianceScanStep()));
        step.setTools(List.of("bandit, shellcheck"));
        step.setDir("src");
        step.setParallel(4);
        step.setTimeout(10);
        jenkins.assertEqualDataBoundBeans(step, forms.configRoundTrip(step));
    }

    @Test
    void toolsMayBeWrittenInOneText() {
        ComplianceScanStep step = new ComplianceScanStep();
        step.setTools(List.of("bandit, shellcheck", " semgrep ", "bandit"));

        assertThat(step.getTools()).containsExactly("bandit", "shellcheck", "semgrep");
    }

    @Test
    void whatIsOutOfBoundsIsRefused() {
        ComplianceScanStep parallel = new ComplianceScanStep();
        parallel.setParallel(17);
        assertThatThrownBy(parallel::request).hasMessage("parallel must be between 1 and 16, not 17");
        ComplianceScanStep timeout = new ComplianceScanStep();
        timeout.setTimeout(-1);
        assertThatThrownBy(timeout::request).hasMessage("timeout must be a number of minutes, not -1");
        for (String out : List.of("/etc", "..", "a/../../b", "C:\\x", "\\\\host\\x")) {
            ComplianceScanStep dir = new ComplianceScanStep();
            dir.setDir(out);
            assertThatThrownBy(dir::request).hasMessageContaining("is not a path below the workspace");
        }
    }
}
