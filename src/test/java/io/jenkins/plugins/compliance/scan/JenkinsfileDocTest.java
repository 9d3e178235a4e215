package io.jenkins.plugins.compliance.scan;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Runs each example of the reference of pipelines. */
@WithJenkins
class JenkinsfileDocTest {
    private static final Pattern EXAMPLE = Pattern.compile("```groovy\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path programs;

    @Test
    void eachExampleRunsAsItStands(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setNumExecutors(0);
        DumbSlave agent = jenkins.createOnlineSlave();
        agent.setNumExecutors(2);
        new StandIns(programs).on(agent).shellcheck("").flawfinder("");
        ScanPolicy.use();
        List<String> examples = examples();
        assertThat(examples).hasSizeGreaterThan(3);
        for (String example : examples) {
            WorkflowJob job = jenkins.createProject(WorkflowJob.class);
            FilePath workspace = agent.getWorkspaceFor(job);
            build(workspace);
            build(workspace.sibling(workspace.getName() + "@2"));
            job.setDefinition(new CpsFlowDefinition(example, true));
            WorkflowRun build = job.scheduleBuild2(0).get();
            assertThat(build.getResult()).as(example + "\n" + build.getLog(200)).isIn(Result.SUCCESS, Result.UNSTABLE);
        }
    }

    /** A build that makes what the examples speak of. */
    private static void build(FilePath workspace) throws Exception {
        workspace
                .child("build.sh")
                .write(
                        "mkdir -p out scripts src\necho 'echo $x' > a.sh\necho 'echo $x' > scripts/b.sh\necho 'int x;' | tee a.c > src/b.c\n"
                                + "echo '<testsuite name=\"s\" tests=\"1\"><testcase classname=\"c\" name=\"n\"/></testsuite>'"
                                + " > out/TEST-a.xml\n",
                        "UTF-8");
        workspace.child("build.sh").chmod(0755);
    }

    private static List<String> examples() throws Exception {
        String text = Files.readString(Path.of(System.getProperty("basedir", ""), "docs", "jenkins", "jenkinsfile.md"));
        List<String> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(text);
        while (matcher.find()) {
            examples.add(matcher.group(1));
        }
        return examples;
    }
}
