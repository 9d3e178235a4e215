package io.jenkins.plugins.compliance.facts;

import hudson.model.Run;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.record.judge.JobAssessment;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jvnet.hudson.test.JenkinsRule;

/** A policy with a procedure for each of some facts, and what comes of it. */
final class FactPolicy {
    private FactPolicy() {}

    static void use() throws Exception {
        Path pack = Path.of(FactPolicy.class.getResource("policy/pack.yaml").toURI());
        PolicyConfiguration.get()
                .setSource(
                        new DirectoryPolicy(String.valueOf(pack.toAbsolutePath().getParent())));
    }

    /** The value of a fact, and what became of the procedure that asks for it. */
    static String told(Run<?, ?> build, ControllerFact fact, String procedure) throws Exception {
        return BuildFacts.of(build).getOrDefault(fact.id(), "not told") + ", " + outcome(build, procedure);
    }

    static String outcome(Run<?, ?> build, String procedure) throws Exception {
        JobSettings settings = JobSettings.of(build.getParent());
        return JobAssessment.now(build.getParent(), settings.yardstick()).procedures().stream()
                .filter(each -> each.procedure().id().equals(procedure))
                .map(each -> each.outcome())
                .map(Outcome::id)
                .findFirst()
                .orElseThrow();
    }

    static WorkflowJob pipeline(JenkinsRule jenkins, String script) throws Exception {
        return in(jenkins.createProject(WorkflowJob.class), script);
    }

    static WorkflowJob in(WorkflowJob job, String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }
}
