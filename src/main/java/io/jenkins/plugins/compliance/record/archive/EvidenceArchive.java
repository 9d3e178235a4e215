package io.jenkins.plugins.compliance.record.archive;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerLayout;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerSpan;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import io.jenkins.plugins.compliance.record.unwritten.Unwritten;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecord;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecords;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Puts evidence of a build among its artifacts: the signed entries, their files, and a signed head of their own, so that what is
 * downloaded of a build can be verified by itself. Entries of other builds that were recorded between them go along, without
 * their files: the chain goes through them.
 */
@Restricted(NoExternalUse.class)
public final class EvidenceArchive {
    private final Run<?, ?> run;
    private final JobLedger job;
    private final TaskListener listener;

    public EvidenceArchive(Run<?, ?> run, TaskListener listener) {
        this.run = run;
        this.job = JobLedger.of(run.getParent());
        this.listener = listener;
    }

    /**
     * Archives what the build has recorded and what is not archived yet.
     *
     * @param key signs
     * @param trusted the keys whose evidence is trusted
     */
    public void archive(SigningKey key, KeySet trusted) throws IOException, InterruptedException {
        try {
            UnwrittenRecords.<Boolean, InterruptedException>watch(
                    run, UnwrittenRecord.What.ARTIFACTS, () -> archiveSpan(key, trusted));
        } catch (IOException e) {
            throw Unwritten.because(run, e);
        }
    }

    private boolean archiveSpan(SigningKey key, KeySet trusted) throws IOException, InterruptedException {
        // Several steps of a build may record at the same moment: the last one to archive has the longest span.
        synchronized (BuildArchive.lock(run)) {
            String build = String.valueOf(run.getNumber());
            List<Evidence> span = span(job.evidence(trusted), build);
            if (!span.isEmpty()) {
                archive(build, span, key);
                keepBuild();
            }
            return !span.isEmpty();
        }
    }

    /** A freestyle build is not on disk before it ends: a controller that is killed forgets it, and with it whose the evidence was. */
    private void keepBuild() throws IOException {
        if (!new File(run.getRootDir(), "build.xml").exists()) {
            run.save();
        }
    }

    private void archive(String build, List<Evidence> span, SigningKey key) throws IOException, InterruptedException {
        List<Long> own = span.stream()
                .filter(each -> each.origin().build().equals(build))
                .map(Evidence::sequence)
                .toList();
        LedgerSpan bytes = LedgerSpan.of(job.folder(), span, own, key);
        Set<String> archived = new HashSet<>();
        ArchivedFiles.of(run).forEach(file -> archived.add(file.getPath()));
        try (BuildArchive archive = new BuildArchive(run, listener)) {
            for (LedgerSpan.Entry entry : bytes.entries()) {
                if (!archived.contains(BuildArchive.path(entry.file()))) {
                    archive.add(entry.file(), out -> out.write(entry.envelope()));
                }
            }
            for (Evidence entry : span) {
                if (entry.origin().build().equals(build)) {
                    addFiles(archive, entry, archived);
                }
            }
            archive.add(LedgerLayout.HEAD, out -> out.write(bytes.head()));
            archive.add(LedgerLayout.BUNDLE, out -> out.write(bytes.manifest()));
            archive.archive();
        }
    }

    private void addFiles(BuildArchive archive, Evidence entry, Set<String> archived) throws IOException {
        for (String name : entry.files()) {
            Path file = job.files().resolve(name);
            if (!archived.contains(BuildArchive.path(name)) && Files.isRegularFile(file)) {
                archive.add(name, out -> Files.copy(file, out));
            }
        }
    }

    /** From the first entry of a build to its last. */
    private static List<Evidence> span(List<Evidence> ledger, String build) {
        int first = -1;
        int last = -1;
        for (int i = ledger.size() - 1; i >= 0; i--) {
            if (ledger.get(i).origin().build().equals(build)) {
                first = i;
                last = last < 0 ? i : last;
            }
        }
        return first < 0 ? List.of() : ledger.subList(first, last + 1);
    }
}
