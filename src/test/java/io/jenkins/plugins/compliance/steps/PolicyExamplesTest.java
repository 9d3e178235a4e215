package io.jenkins.plugins.compliance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the bundled policy shows as an example can be typed into a Jenkinsfile. */
@WithJenkins
class PolicyExamplesTest {
    private static final Pattern CALL = Pattern.compile("\\b(compliance[A-Z][a-z]+)\\(?([^\\n]*)");
    private static final Pattern PARAMETER = Pattern.compile("\\b([a-z][A-Za-z]*):\\s*['\"\\[0-9]");

    @Test
    void stepsHaveTheParametersThatExamplesUse(JenkinsRule jenkins) throws Exception {
        List<String> calls = new ArrayList<>();
        for (Procedure procedure : PolicyPacks.load("bundled:compliance-stages", Limits.DEFAULTS)
                .orThrow()
                .procedures()) {
            String example = procedure.guidance().example();
            if (example != null) {
                CALL.matcher(example).results().forEach(call -> calls.add(check(call)));
            }
        }
        assertThat(calls).contains("complianceTag", "complianceEvidence");
    }

    private static String check(MatchResult call) {
        String function = call.group(1);
        StepDescriptor step = StepDescriptor.byFunctionName(function);
        assertThat(step).as(function).isNotNull();
        DescribableModel<?> model = DescribableModel.of(step.clazz);
        Matcher parameters = PARAMETER.matcher(call.group(2));
        while (parameters.find()) {
            assertThat(model.getParameter(parameters.group(1))).as(call.group()).isNotNull();
        }
        return function;
    }
}
