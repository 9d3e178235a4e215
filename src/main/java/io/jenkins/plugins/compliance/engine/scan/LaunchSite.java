package io.jenkins.plugins.compliance.engine.scan;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a tool is launched, and on what.
 *
 * @param host the machine
 * @param directory the scanned directory, absolute; the working directory
 * @param folder the folder of the run
 * @param files the files to look at, relative to the directory
 * @param scans whether something is to be scanned, and must be there; false to look whether the tool is
 */
public record LaunchSite(Host host, Path directory, RunFolder folder, List<String> files, boolean scans) {
    /** Takes a copy of the files. */
    public LaunchSite {
        files = List.copyOf(files);
    }

    /** Where a directory is scanned. */
    public static LaunchSite of(Host host, Path directory, RunFolder folder, List<String> files) {
        return new LaunchSite(host, directory, folder, files, true);
    }

    /** Where nothing is scanned: to look whether a tool is there, and in which version. */
    public static LaunchSite survey(Host host) {
        Path here = Path.of("").toAbsolutePath();
        return new LaunchSite(host, here, new RunFolder(here), List.of(), false);
    }
}
