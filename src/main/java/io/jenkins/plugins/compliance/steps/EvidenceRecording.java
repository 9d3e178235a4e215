package io.jenkins.plugins.compliance.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.config.JobSettings;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.intake.DocumentRecorder;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.record.BuildRecorder;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import io.jenkins.plugins.compliance.record.log.BuildLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Records what a build gives as evidence. Doing it again for the same step of a pipeline records nothing twice. */
final class EvidenceRecording {
    private final Run<?, ?> run;
    private final BuildRecorder.Place place;
    private final @CheckForNull FlowNode node;
    private final TaskListener listener;

    /**
     * @param run the build
     * @param computer name of the node that it runs on, empty for the built-in one; null for none
     * @param node the step of the pipeline; null in other builds
     * @param listener its log
     */
    EvidenceRecording(
            Run<?, ?> run, @CheckForNull String computer, @CheckForNull FlowNode node, TaskListener listener) {
        this.run = run;
        this.place = new BuildRecorder.Place(computer, node == null ? null : node.getId());
        this.node = node;
        this.listener = listener;
    }

    /** Gives the workspace when it is needed. */
    @FunctionalInterface
    interface Workspace {
        /** The workspace; null when there is none. */
        @CheckForNull
        FilePath get() throws IOException, InterruptedException;
    }

    /**
     * Records it.
     *
     * @param said what is stated, by the names of the step's parameters
     * @return whether it counts
     * @throws IOException when it can't be recorded; the message says why
     */
    boolean record(Map<String, String> said, Workspace workspace) throws IOException, InterruptedException {
        JobSettings settings = JobSettings.of(run.getParent());
        BuildRecorder recorder = new BuildRecorder(
                run, place, Keys.get().signing(), Keys.get().trusted(), settings.tags(), settings.limits(), listener);
        Optional<Evidence> earlier = recorder.recorded();
        Evidence evidence = earlier.isPresent() ? earlier.get() : record(given(said, settings), workspace, recorder);
        BuildLog.of(listener)
                .line(Messages.EvidenceExecution_recorded(evidence.sequence(), evidence.name(), evidence.digest()));
        return counts(evidence);
    }

    private GivenEvidence given(Map<String, String> said, JobSettings settings) throws IOException {
        try {
            String name = said.get("control");
            if (name == null) {
                return GivenEvidence.of(said);
            }
            Control control = Control.of(settings.policy(), name, GivenEvidence.kind(said));
            GivenEvidence given = GivenEvidence.of(control.fill(said));
            control.procedures()
                    .forEach(each -> BuildLog.of(listener)
                            .line(Messages.EvidenceRecording_control(name, each.id(), each.title())));
            return given;
        } catch (IllegalArgumentException e) {
            throw new AbortException(DisplayText.line(String.valueOf(e.getMessage())));
        }
    }

    private Evidence record(GivenEvidence given, Workspace workspace, BuildRecorder recorder)
            throws IOException, InterruptedException {
        if (given instanceof GivenEvidence.Files files) {
            return files(files, workspace.get(), recorder);
        }
        if (given instanceof GivenEvidence.Attestation attestation) {
            Vouching.check(run, node);
            return recorder.fact(attestation.name(), attestation.fact());
        }
        GivenEvidence.Approval approval = (GivenEvidence.Approval) given;
        PassedInput passed = Optional.ofNullable(node)
                .flatMap(Inputs::before)
                .orElseThrow(() -> new AbortException(Messages.EvidenceRecording_noInput()));
        return recorder.fact(
                approval.name(), new Fact.Approval(approval.what(), passed.approver(), passed.at(), passed.message()));
    }

    private Evidence files(GivenEvidence.Files files, @CheckForNull FilePath workspace, BuildRecorder recorder)
            throws IOException, InterruptedException {
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
            Instant now = ControllerClock.now();
            for (WorkspaceFile file : found) {
                Path copy = folder.resolve("file-" + (copies.size() + 1));
                Files.write(copy, file.content());
                Files.setLastModifiedTime(copy, FileTime.from(now.minus(file.age())));
                copies.add(copy);
                BuildLog.of(listener).line(Messages.EvidenceExecution_file(copies.size(), file.path()));
            }
            return recorder.documents(
                    new DocumentRecorder.Documents(
                            files.kind(),
                            files.name(),
                            files.format(),
                            copies,
                            // Clocks of files tick in seconds on some file systems.
                            Instant.ofEpochMilli(run.getStartTimeInMillis()).minusSeconds(2)),
                    JobSettings.of(run.getParent()).limits());
        } finally {
            Util.deleteRecursive(folder.toFile());
        }
    }

    private boolean counts(Evidence evidence) {
        if (evidence.fact() instanceof Fact.Document document && !document.counts()) {
            BuildLog.of(listener).line(Messages.EvidenceExecution_doesNotCount());
            document.reasons().forEach(reason -> BuildLog.of(listener).line("  - " + reason));
            return false;
        }
        return true;
    }
}
