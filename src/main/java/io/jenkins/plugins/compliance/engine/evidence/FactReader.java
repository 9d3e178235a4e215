package io.jenkins.plugins.compliance.engine.evidence;

import io.jenkins.plugins.compliance.engine.io.JsonCursor;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads facts. The counterpart of {@link FactWriter}. */
final class FactReader {
    private FactReader() {}

    /**
     * Reads a fact.
     *
     * @param kind the kind that the statement says it is of
     */
    static Fact read(JsonCursor json, EvidenceKind kind) throws IOException, BrokenEnvelopeException {
        List<Fact.PlannedTool> tools = new ArrayList<>();
        Map<String, String> facts = new TreeMap<>();
        Members members = Members.of(json, "fact", (name, value) -> {
            switch (name) {
                case "tools" -> tools(value, tools);
                case "facts" -> facts.putAll(value.textMembers());
                default -> {
                    return false;
                }
            }
            return true;
        });
        Fact fact = switch (members.text("type")) {
            case "scan" -> scan(members);
            case "document" -> document(members, kind);
            case "attestation" -> attestation(members);
            case "approval" ->
                new Fact.Approval(
                        members.text("what"),
                        members.text("approver"),
                        members.moment("at"),
                        members.optional("comment"));
            case "pipeline" -> new Fact.Pipeline(facts);
            case "plan" -> new Fact.Plan(tools);
            default -> throw members.wrong("type");
        };
        if (fact.kind() != kind) {
            throw new BrokenEnvelopeException("its kind and its fact do not belong together");
        }
        return fact;
    }

    private static Fact.Scan scan(Members members) throws BrokenEnvelopeException {
        return new Fact.Scan(
                members.text("tool"),
                members.optional("name"),
                members.optional("version"),
                members.text("category"),
                members.text("definition"),
                members.integer("exitCode"),
                members.text("end"),
                members.text("meaning"),
                members.moment("started"),
                members.moment("finished"),
                members.truth("counts"),
                members.list("reasons"));
    }

    private static Fact.Document document(Members members, EvidenceKind kind) throws BrokenEnvelopeException {
        boolean taken = switch (kind) {
            case REPORT, SBOM, TEST -> true;
            default -> false;
        };
        if (!taken) {
            throw new BrokenEnvelopeException("its kind and its fact do not belong together");
        }
        return new Fact.Document(
                kind,
                members.optional("tool"),
                members.optional("version"),
                members.truth("counts"),
                members.list("reasons"));
    }

    private static Fact.Attestation attestation(Members members) throws BrokenEnvelopeException {
        return new Fact.Attestation(
                members.text("attestation"),
                members.text("issuer"),
                members.parsed("issued", LocalDate::parse),
                members.optional("expires") == null ? null : members.parsed("expires", LocalDate::parse),
                members.text("statement"),
                members.optional("reference"));
    }

    private static void tools(JsonCursor json, List<Fact.PlannedTool> tools)
            throws IOException, BrokenEnvelopeException {
        if (json.beginArray()) {
            while (json.nextElement()) {
                Members tool = Members.of(json, "fact.tools");
                tools.add(new Fact.PlannedTool(
                        tool.text("tool"), tool.text("category"), tool.truth("present"), tool.optional("note")));
            }
        }
    }
}
