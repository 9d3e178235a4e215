package io.jenkins.plugins.compliance.engine.assess;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.DocumentFields;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.io.document.Documents;
import io.jenkins.plugins.compliance.engine.io.document.Node;
import io.jenkins.plugins.compliance.engine.policy.pack.InvalidPolicyException;
import io.jenkins.plugins.compliance.engine.policy.tag.PolicySyntaxException;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads waivers from a file in YAML or JSON; {@code docs/waivers.md} describes it. One reading finds every mistake. */
public final class WaiverFile {
    private static final int HINTS = 50;

    private final DocumentProblems log = new DocumentProblems(HINTS);
    private final List<Waiver> waivers = new ArrayList<>();
    private final Map<String, Position> ids = new HashMap<>();

    private WaiverFile() {}

    /**
     * Reads a file.
     *
     * @throws InvalidPolicyException when it has mistakes; the message lists them all, with their places
     * @throws IOException when it can't be read
     */
    public static List<Waiver> read(Path file, Limits limits) throws IOException {
        String name = file.toString();
        WaiverFile reading = new WaiverFile();
        DocumentFields.of(Documents.read(file, name, limits), "file of waivers", reading.log)
                .ifPresent(reading::file);
        if (reading.log.hasErrors()) {
            throw new InvalidPolicyException("the waivers " + name, reading.log.sorted());
        }
        return List.copyOf(reading.waivers);
    }

    private void file(DocumentFields file) {
        if (file.number("schema", 0, 1) > 1) {
            log.error("unknown-schema", file.at("schema"), "found a newer schema than this program knows, expected 1");
        }
        for (Node node : file.list("waivers")) {
            DocumentFields.of(node, "waiver", log).ifPresent(this::waiver);
        }
        file.finish();
    }

    private void waiver(DocumentFields fields) {
        String id = fields.text("id");
        Position first = ids.putIfAbsent(id, fields.at("id"));
        if (first != null) {
            log.error("duplicate-id", fields.at("id"), "found the waiver " + id + " again, first at " + first);
        }
        String procedure = fields.text("procedure");
        String job = fields.optionalText("job");
        Selector when = selector(fields);
        String reason = fields.text("reason");
        String requester = fields.text("requester");
        String approver = fields.text("approver");
        Optional<Instant> from = moment(fields, "from");
        Optional<Instant> until = moment(fields, "until");
        fields.finish();
        if (log.hasErrors() || from.isEmpty() || until.isEmpty()) {
            return;
        }
        try {
            waivers.add(new Waiver(id, procedure, job, when, reason, requester, approver, from.get(), until.get()));
        } catch (IllegalArgumentException e) {
            log.error("wrong-value", fields.at(), String.valueOf(e.getMessage()));
        }
    }

    private Selector selector(DocumentFields fields) {
        String written = fields.optionalText("when");
        if (written == null) {
            return Selector.EVERYTHING;
        }
        try {
            return Selector.parse(written);
        } catch (PolicySyntaxException e) {
            log.error("selector-syntax", fields.at("when"), String.valueOf(e.getMessage()));
            return Selector.EVERYTHING;
        }
    }

    /** A day means its first moment in UTC: a waiver until 1 December ends when that day begins. */
    private Optional<Instant> moment(DocumentFields fields, String key) {
        String written = fields.text(key);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Instant moment = parse(written);
        if (moment == null) {
            log.error(
                    "wrong-value",
                    fields.at(key),
                    "found \"" + written + "\", expected a day (2026-03-31) or a moment (2026-03-31T12:00:00Z)");
        }
        return Optional.ofNullable(moment);
    }

    @CheckForNull
    private static Instant parse(String written) {
        try {
            return written.contains("T")
                    ? Instant.parse(written)
                    : LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
