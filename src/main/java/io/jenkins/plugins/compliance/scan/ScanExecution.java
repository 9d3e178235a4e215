package io.jenkins.plugins.compliance.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.record.log.BuildLog;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jenkinsci.plugins.workflow.FilePathUtils;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** A scan of a pipeline's build: it goes on after a restart of the controller and when the agent was away. */
@Restricted(NoExternalUse.class)
public final class ScanExecution extends StepExecution {
    private static final long serialVersionUID = 1L;
    private static final int SAVE_SECONDS = 60;

    private final ScanState state;
    private String node = "";
    private String workspace = "";

    @CheckForNull
    private String cookie;

    private transient volatile ScanWorker worker;

    /**
     * @param request how far the build narrows the scan
     */
    public ScanExecution(StepContext context, ScanRequest request) {
        super(context);
        this.state = new ScanState(request);
    }

    @Override
    public boolean start() throws Exception {
        FilePath here = getContext().get(FilePath.class);
        if (here == null) {
            throw new AbortException(Messages.ScanExecution_noWorkspace());
        }
        EnvVars variables = getContext().get(EnvVars.class);
        node = FilePathUtils.getNodeName(here);
        workspace = here.getRemote();
        cookie = variables == null ? null : variables.get(ScanContext.COOKIE);
        work();
        return false;
    }

    @Override
    public void onResume() {
        work();
    }

    @Override
    public void stop(Throwable cause) {
        worker().stop(cause);
    }

    @Override
    public String getStatus() {
        return worker().status();
    }

    private void work() {
        worker().begin();
    }

    private synchronized ScanWorker worker() {
        if (worker == null) {
            worker = new ScanWorker(new Pipeline());
        }
        return worker;
    }

    /** The build, as the worker sees it. */
    private final class Pipeline implements ScanWorker.Host {
        @Override
        public String node() {
            return node;
        }

        @Override
        public String workspace() {
            return workspace;
        }

        @Override
        public Scan open() throws IOException, InterruptedException {
            Run<?, ?> run = getContext().get(Run.class);
            return new Scan(
                    new ScanContext(run, node, cookie, getContext().get(TaskListener.class)), state, this::save);
        }

        @Override
        public ScanLog log() throws IOException, InterruptedException {
            return new ScanLog(BuildLog.of(getContext().get(TaskListener.class)));
        }

        @Override
        public void succeed(boolean complete) {
            getContext().onSuccess(complete);
        }

        @Override
        public void fail(Throwable cause) {
            getContext().onFailure(cause);
        }

        private void save() throws IOException, InterruptedException {
            try {
                getContext().saveState().get(SAVE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException(Messages.ScanExecution_notSaved(), e);
            }
        }
    }
}
