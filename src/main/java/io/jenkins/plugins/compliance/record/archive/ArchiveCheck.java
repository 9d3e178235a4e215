package io.jenkins.plugins.compliance.record.archive;

import hudson.model.Run;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.ledger.IntegrityReason;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerLayout;
import io.jenkins.plugins.compliance.record.cache.BoundedCache;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.util.VirtualFile;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Holds the archived evidence of a build against what was archived. What was altered or is missing makes the evidence one that can't
 * be relied on, whatever the ledger keeps of it: somebody was at work there.
 */
@Restricted(NoExternalUse.class)
public final class ArchiveCheck {
    private static final int MOST = 4_096;

    /** What was found out about a file, and when it need not be found out again. */
    private static final BoundedCache<String, Found> FOUND = new BoundedCache<>(MOST);

    private ArchiveCheck() {}

    private record Found(String stamp, EvidenceState state) {}

    /** The evidence of a ledger, of which what the build has archived is looked at again. */
    public static List<Evidence> of(Run<?, ?> run, List<Evidence> evidence) throws IOException {
        List<ArchivedFile> files = ArchivedFiles.of(run);
        if (files.isEmpty()) {
            return evidence;
        }
        Map<String, ArchivedFile> byPath = new LinkedHashMap<>();
        files.forEach(file -> byPath.put(file.getPath(), file));
        VirtualFile root = run.getArtifactManager().root();
        String build = String.valueOf(run.getNumber());
        List<Evidence> checked = new ArrayList<>(evidence.size());
        for (Evidence each : evidence) {
            checked.add(each.origin().build().equals(build) ? check(run, root, each, byPath) : each);
        }
        return checked;
    }

    private static Evidence check(Run<?, ?> run, VirtualFile root, Evidence evidence, Map<String, ArchivedFile> byPath)
            throws IOException {
        Evidence checked = evidence;
        List<String> names = new ArrayList<>(evidence.files());
        names.add(LedgerLayout.entryFile(evidence.sequence(), evidence.name()));
        for (String name : names) {
            ArchivedFile file = byPath.get(BuildArchive.path(name));
            EvidenceState state = file == null ? EvidenceState.INTACT : state(run, root, file);
            if (state != EvidenceState.INTACT) {
                checked = checked.broken((state == EvidenceState.MISSING
                                ? IntegrityReason.ARTIFACT_GONE
                                : IntegrityReason.ARTIFACT_CHANGED)
                        .of(name));
            }
        }
        return checked;
    }

    private static EvidenceState state(Run<?, ?> run, VirtualFile root, ArchivedFile file) throws IOException {
        VirtualFile artifact = root.child(file.getPath());
        String stamp = artifact.lastModified() + " " + artifact.length() + " " + file.getSha256();
        String key = run.getExternalizableId() + " " + file.getPath();
        Found found = FOUND.get(key);
        if (found != null && found.stamp().equals(stamp)) {
            return found.state();
        }
        EvidenceState state = EvidenceState.of(run, file);
        FOUND.put(key, new Found(stamp, state));
        return state;
    }
}
