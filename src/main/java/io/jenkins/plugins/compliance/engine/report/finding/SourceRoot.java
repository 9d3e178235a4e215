package io.jenkins.plugins.compliance.engine.report.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * The directory that was scanned, as tools name it in absolute paths. Findings are kept relative to it: an absolute path tells of
 * the machine and not of the source, and a fingerprint over it would make every finding new in the next workspace.
 *
 * @param prefixes spellings of the directory, each with forward slashes and ending in one
 */
public record SourceRoot(List<String> prefixes) {
    /** It is not known; paths stay as they are. */
    public static final SourceRoot UNKNOWN = new SourceRoot(List.of());

    /** Takes a copy of the prefixes. */
    public SourceRoot {
        prefixes = List.copyOf(prefixes);
    }

    /**
     * The directory of these names, for instance its absolute path and its path without links.
     *
     * @param names absolute paths, of the machine where the tools run
     */
    public static SourceRoot of(String... names) {
        List<String> prefixes = new ArrayList<>();
        for (String name : names) {
            String slashed = name.replace('\\', '/');
            String prefix = slashed.endsWith("/") ? slashed : slashed + "/";
            if (prefix.length() > 1 && !prefixes.contains(prefix)) {
                prefixes.add(prefix);
            }
        }
        return new SourceRoot(prefixes);
    }

    /** The place relative to the directory, when it lies within. */
    public Place relative(Place place) {
        String path = place.path();
        for (String prefix : prefixes) {
            if (path.length() > prefix.length() && path.startsWith(prefix)) {
                return new Place(
                        path.substring(prefix.length()),
                        place.line(),
                        place.column(),
                        place.endLine(),
                        place.logical());
            }
        }
        return place;
    }

    /** The finding with its place relative to the directory. */
    public Finding relative(Finding finding) {
        Place place = finding.place();
        if (place == null || prefixes.isEmpty()) {
            return finding;
        }
        Place relative = relative(place);
        return relative == place
                ? finding
                : new Finding(
                        finding.tool(),
                        finding.rule(),
                        finding.title(),
                        finding.message(),
                        finding.severity(),
                        finding.score(),
                        relative,
                        finding.cwes(),
                        finding.advisories(),
                        finding.component(),
                        finding.fixedIn(),
                        finding.help(),
                        finding.state(),
                        finding.fingerprint());
    }
}
