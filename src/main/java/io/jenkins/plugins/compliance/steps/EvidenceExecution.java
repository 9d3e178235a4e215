package io.jenkins.plugins.compliance.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.Map;
import java.util.TreeMap;
import org.jenkinsci.plugins.workflow.FilePathUtils;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Records evidence that a pipeline gives. Cut short by a restart of the controller, it is done again: what it recorded already is
 * found by the id of its step.
 */
final class EvidenceExecution extends GeneralNonBlockingStepExecution {
    private static final long serialVersionUID = 1L;
    private static final long LONGEST_PAUSE = 10_000;

    private final TreeMap<String, String> said;

    @CheckForNull
    private String node;

    @CheckForNull
    private String workspace;

    EvidenceExecution(StepContext context, Map<String, String> said) {
        super(context);
        this.said = new TreeMap<>(said);
    }

    @Override
    public boolean start() throws Exception {
        FilePath here = getContext().get(FilePath.class);
        if (here != null) {
            node = FilePathUtils.getNodeName(here);
            workspace = here.getRemote();
        }
        run(this::record);
        return false;
    }

    @Override
    public void onResume() {
        run(this::record);
    }

    /** A restart does no harm. */
    @Override
    public boolean blocksRestart() {
        return false;
    }

    private void record() throws Exception {
        StepContext context = getContext();
        EvidenceRecording recording = new EvidenceRecording(
                context.get(Run.class), node, context.get(FlowNode.class), context.get(TaskListener.class));
        context.onSuccess(recording.record(said, this::workspace));
    }

    /** After a restart an agent may be away for a while; whoever ends the step ends the waiting. */
    private @CheckForNull FilePath workspace() throws InterruptedException {
        if (node == null || workspace == null) {
            return null;
        }
        FilePath found = FilePathUtils.find(node, workspace);
        for (long pause = 500; found == null; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
            Thread.sleep(pause);
            found = FilePathUtils.find(node, workspace);
        }
        return found;
    }
}
