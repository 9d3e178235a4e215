package io.jenkins.plugins.compliance.record.index;

import hudson.model.Job;
import hudson.model.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The line of the index that a build keeps in its own directory: an index that got lost is made from them, without a build being loaded. */
@Restricted(NoExternalUse.class)
public final class BuildLine {
    private static final String FILE = "compliance.json";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final int LONGEST = 64 << 10;

    private BuildLine() {}

    /** Keeps it with the build. */
    public static void write(Run<?, ?> run, IndexEntry entry) throws IOException {
        Files.write(run.getRootDir().toPath().resolve(FILE), IndexLine.write(entry));
    }

    /** Those of the newest builds that are there. */
    public static List<IndexEntry> all(Job<?, ?> job, int most) throws IOException {
        Path builds = job.getBuildDir().toPath();
        if (!Files.isDirectory(builds)) {
            return List.of();
        }
        List<Integer> numbers;
        try (Stream<Path> names = Files.list(builds)) {
            numbers = names.map(each -> String.valueOf(each.getFileName()))
                    .filter(name -> NUMBER.matcher(name).matches())
                    .map(Integer::valueOf)
                    .sorted(Comparator.reverseOrder())
                    .limit(most)
                    .toList();
        }
        List<IndexEntry> found = new ArrayList<>();
        for (int number : numbers) {
            read(builds.resolve(String.valueOf(number)).resolve(FILE))
                    .filter(entry -> entry.build() == number)
                    .ifPresent(found::add);
        }
        return found;
    }

    private static Optional<IndexEntry> read(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) <= LONGEST
                ? IndexLine.read(Files.readString(file, StandardCharsets.UTF_8).strip())
                : Optional.empty();
    }
}
