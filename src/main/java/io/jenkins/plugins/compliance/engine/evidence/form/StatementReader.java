package io.jenkins.plugins.compliance.engine.evidence.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.StatementMembers;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.FactReader;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFactReader;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import io.jenkins.plugins.compliance.engine.io.json.JsonInput;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the observation out of a statement. The counterpart of {@link StatementWriter}. */
public final class StatementReader {
    private final Map<String, KeptFile> files = new HashMap<>();
    private final List<ReportFact> reports = new ArrayList<>();
    private @CheckForNull Observation observation;
    private @CheckForNull Origin origin;
    private @CheckForNull Tags tags;
    private @CheckForNull Fact fact;
    private @CheckForNull EvidenceKind kind;

    private StatementReader() {}

    /**
     * Reads the observation of a statement whose link was read already.
     *
     * @param payload the statement
     * @param link its link, with files
     * @param limits bounds to hold
     * @throws BrokenEnvelopeException when something is missing or has not the form
     * @throws LimitExceededException when a bound is exceeded
     */
    public static Observation read(byte[] payload, ChainLink link, Limits limits)
            throws BrokenEnvelopeException, LimitExceededException {
        StatementReader reader = new StatementReader();
        link.files().forEach(file -> reader.files.put(file.name(), file));
        try (JsonCursor json = JsonInput.open(
                new ByteArrayInputStream(payload), "statement", limits, "envelopeBytes", limits.envelopeBytes())) {
            StatementMembers.of(json, "statement", (name, value) -> {
                if (name.equals("predicate")) {
                    reader.predicate(value);
                }
                return name.equals("predicate") || name.equals("subject");
            });
            json.end();
        } catch (LimitExceededException e) {
            throw e;
        } catch (IOException notJson) {
            throw new BrokenEnvelopeException("its statement is not JSON: " + notJson.getMessage());
        }
        if (reader.observation == null) {
            throw new BrokenEnvelopeException("its statement lacks a predicate");
        }
        return reader.observation;
    }

    private void predicate(JsonCursor json) throws IOException, BrokenEnvelopeException {
        StatementMembers members = StatementMembers.of(json, "predicate", this::nested);
        if (origin == null || tags == null || fact == null) {
            throw new BrokenEnvelopeException("its statement lacks an origin, tags or a fact");
        }
        observation = new Observation(members.text("name"), members.moment("observedAt"), origin, tags, reports, fact);
    }

    private boolean nested(String name, JsonCursor json) throws IOException, BrokenEnvelopeException {
        switch (name) {
            case "chain", "files" -> json.skip();
            case "kind" -> kind = EvidenceKind.ofId(json.text("")).orElse(null);
            case "origin" -> origin = origin(StatementMembers.of(json, "origin"));
            case "tags" -> tags = tags(json.textMembers());
            case "fact" -> {
                if (kind == null) {
                    throw new BrokenEnvelopeException("its kind is missing or not known");
                }
                fact = FactReader.read(json, kind);
            }
            case "reports" -> {
                if (json.beginArray()) {
                    while (json.nextElement()) {
                        reports.add(ReportFactReader.read(json, files));
                    }
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Origin origin(StatementMembers members) throws BrokenEnvelopeException {
        return new Origin(
                members.text("controller"),
                members.text("job"),
                members.text("build"),
                members.optional("cause"),
                members.optional("source"),
                members.optional("revision"),
                members.optional("node"),
                members.optional("step"));
    }

    private static Tags tags(Map<String, String> values) throws BrokenEnvelopeException {
        try {
            return Tags.of(values);
        } catch (IllegalArgumentException e) {
            throw new BrokenEnvelopeException("one of its tags has not the form that is expected");
        }
    }
}
