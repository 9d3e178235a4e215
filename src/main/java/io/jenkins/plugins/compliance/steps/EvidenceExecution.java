package io.jenkins.plugins.compliance.steps;

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import hudson.AbortException;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.engine.evidence.DocumentRecorder;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.Fact;
import io.jenkins.plugins.compliance.record.BuildRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/** Records evidence that a pipeline gives. */
final class EvidenceExecution extends SynchronousNonBlockingStepExecution<Boolean> {
    private static final long serialVersionUID = 1L;

    @SuppressFBWarnings(
            value = "SE_TRANSIENT_FIELD_NOT_RESTORED",
            justification =
                    "read when the step begins; a step that is cut short by a restart fails and is not begun again")
    private final transient GivenEvidence given;

    EvidenceExecution(StepContext context, GivenEvidence given) {
        super(context);
        this.given = given;
    }

    /** Whether what was recorded counts. */
    @Override
    protected Boolean run() throws Exception {
        TaskListener listener = getContext().get(TaskListener.class);
        Computer computer = getContext().get(Computer.class);
        Run<?, ?> run = getContext().get(Run.class);
        BuildRecorder recorder = new BuildRecorder(
                run,
                computer == null ? null : computer.getName(),
                Keys.get().signing(),
                JobSettings.of(run.getParent()).tags(),
                listener);
        Evidence evidence;
        if (given instanceof GivenEvidence.Files files) {
            evidence = files(files, recorder, listener);
        } else {
            GivenEvidence.Attestation attestation = (GivenEvidence.Attestation) given;
            evidence = recorder.fact(attestation.name(), attestation.fact());
        }
        listener.getLogger()
                .println(Messages.EvidenceExecution_recorded(evidence.sequence(), evidence.name(), evidence.digest()));
        return counts(evidence, listener);
    }

    private Evidence files(GivenEvidence.Files files, BuildRecorder recorder, TaskListener listener)
            throws IOException, InterruptedException {
        FilePath workspace = getContext().get(FilePath.class);
        if (workspace == null) {
            throw new AbortException(Messages.EvidenceExecution_noWorkspace());
        }
        List<WorkspaceFile> found = WorkspaceFile.unpack(workspace.act(new ReadWorkspaceFiles(files.pattern())));
        if (found.isEmpty()) {
            throw new AbortException(Messages.EvidenceExecution_noFile(files.pattern()));
        }
        Path folder = Files.createTempDirectory("compliance-evidence");
        try {
            List<Path> copies = new ArrayList<>();
            Instant now = Instant.now();
            for (WorkspaceFile file : found) {
                Path copy = folder.resolve("file-" + (copies.size() + 1));
                Files.write(copy, file.content());
                Files.setLastModifiedTime(copy, FileTime.from(now.minus(file.age())));
                copies.add(copy);
                listener.getLogger().println(Messages.EvidenceExecution_file(copies.size(), GateLog.line(file.path())));
            }
            Run<?, ?> run = getContext().get(Run.class);
            return recorder.documents(new DocumentRecorder.Documents(
                    files.kind(),
                    files.name(),
                    files.format(),
                    copies,
                    // Clocks of files tick in seconds on some file systems.
                    Instant.ofEpochMilli(run.getStartTimeInMillis()).minusSeconds(2)));
        } finally {
            Util.deleteRecursive(folder.toFile());
        }
    }

    private static boolean counts(Evidence evidence, TaskListener listener) {
        if (evidence.fact() instanceof Fact.Document document && !document.counts()) {
            listener.getLogger().println(Messages.EvidenceExecution_doesNotCount());
            document.reasons().forEach(reason -> listener.getLogger().println("  - " + GateLog.line(reason)));
            return false;
        }
        return true;
    }
}
