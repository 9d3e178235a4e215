package io.jenkins.plugins.compliance.cli;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.Waiver;
import io.jenkins.plugins.compliance.engine.assess.WaiverFile;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.RecordedBy;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How evidence that was recorded is to be judged. */
final class AssessOptions {
    @Mixin
    private final TagOptions tags = new TagOptions();

    @Option(names = "--build", paramLabel = "ID", description = "The build to judge. Default: the newest.")
    @CheckForNull
    String build;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "Judge as on this day (its end, UTC) or at this moment: 2026-03-31 or 2026-03-31T12:00:00Z. Default: now.")
    @CheckForNull
    private String asOf;

    @Option(names = "--waivers", paramLabel = "FILE", description = "File of accepted deviations (docs/waivers.md).")
    @CheckForNull
    private Path waivers;

    Tags tags(List<Evidence> evidence, PolicyPack policy, PrintWriter err) {
        Tags given = tags.tags(policy, err);
        if (!given.values().isEmpty()) {
            return given;
        }
        return evidence.isEmpty()
                ? Tags.NONE
                : evidence.get(evidence.size() - 1).tags();
    }

    List<Waiver> waivers() throws IOException {
        Path file = waivers;
        return file == null ? List.of() : WaiverFile.read(file, Limits.DEFAULTS);
    }

    /**
     * The moment to judge at.
     *
     * @param ledger the evidence in the order of its ledger
     * @param clock what the clock says
     */
    Instant moment(List<Evidence> ledger, Instant clock) {
        String given = asOf;
        if (given == null) {
            return RecordedBy.now(ledger, clock);
        }
        try {
            return given.contains("T")
                    ? Instant.parse(given)
                    : LocalDate.parse(given)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minusNanos(1);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--as-of " + given + " is neither a day (2026-03-31) nor a moment (2026-03-31T12:00:00Z)", e);
        }
    }
}
