package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import java.nio.file.Files;

/** Finds builds without loading them. */
final class BuildLink {
    private static final int DIGITS = 9;

    private BuildLink() {}

    /** Address of the page of a build, relative to the root of Jenkins; null when there is no such build any more. */
    @CheckForNull
    static String of(Job<?, ?> job, String build) {
        String number = number(build);
        return !number.isEmpty() && Files.isDirectory(job.getBuildDir().toPath().resolve(number))
                ? job.getUrl() + number + '/' + ComplianceUrls.NAME + '/'
                : null;
    }

    /** The number of a build as evidence names it; empty when that is of no build, but of the ledger itself. */
    static String number(String build) {
        boolean number = !build.isEmpty()
                && build.length() <= DIGITS
                && build.charAt(0) != '0'
                && build.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? build : "";
    }
}
