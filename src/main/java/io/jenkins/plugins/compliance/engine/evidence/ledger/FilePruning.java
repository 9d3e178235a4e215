package io.jenkins.plugins.compliance.engine.evidence.ledger;

import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.io.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Removes kept files that are not wanted any more. Entries stay, and a manifest says of which of them the files are gone on
 * purpose, so that a verification tells "not looked at" of them and not "lost".
 */
public final class FilePruning {
    /** Entries to come; numbers of the format have at most 18 digits. */
    private static final long END = 999_999_999_999_999_999L;

    private FilePruning() {}

    /**
     * Removes the files of some entries. The manifest is written first: an interruption leaves files too many, and none too few.
     *
     * @param folder the evidence folder; nobody else prunes it meanwhile
     * @param evidence all entries
     * @param removed sequences of those whose files go, now or earlier
     * @return how many files were removed
     */
    public static long prune(Path folder, List<Evidence> evidence, Set<Long> removed) throws IOException {
        List<BundleManifest.Range> ranges = new ArrayList<>();
        long from = 1;
        for (Evidence each : evidence) {
            if (removed.contains(each.sequence())) {
                if (from < each.sequence()) {
                    ranges.add(new BundleManifest.Range(from, each.sequence() - 1));
                }
                from = each.sequence() + 1;
            }
        }
        ranges.add(new BundleManifest.Range(from, END));
        AtomicFile.write(folder.resolve(LedgerLayout.BUNDLE), new BundleManifest(ranges).toJson());
        long count = 0;
        for (Evidence each : evidence) {
            if (removed.contains(each.sequence())) {
                for (String name : names(each)) {
                    count += Files.deleteIfExists(
                                    folder.resolve(LedgerLayout.FILES).resolve(name))
                            ? 1
                            : 0;
                }
            }
        }
        return count;
    }

    private static List<String> names(Evidence entry) {
        List<String> names = new ArrayList<>();
        for (ReportFact report : entry.reports()) {
            String file = report.file();
            if (file != null && KeptFile.isName(file)) {
                names.add(file);
            }
            ReportFact.Details details = report.details();
            if (details != null && KeptFile.isName(details.file())) {
                names.add(details.file());
            }
        }
        return names;
    }
}
