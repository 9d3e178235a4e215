package io.jenkins.plugins.compliance.engine.policy.pack;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.document.DocumentFields;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.io.document.Located;
import io.jenkins.plugins.compliance.engine.io.document.Node;
import io.jenkins.plugins.compliance.engine.policy.Cadence;
import io.jenkins.plugins.compliance.engine.policy.CadenceParser;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Check.Completeness;
import io.jenkins.plugins.compliance.engine.policy.Check.Thresholds;
import io.jenkins.plugins.compliance.engine.policy.Check.UnknownLicences;
import io.jenkins.plugins.compliance.engine.policy.tag.PolicySyntaxException;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the check of a procedure and its cadence. */
public final class CheckReader {
    private static final Map<String, Check.Kind> KINDS = kinds();
    private static final List<String> COMPLETENESS =
            Arrays.stream(Completeness.values()).map(CheckReader::word).toList();
    private static final List<String> UNKNOWN_LICENCES =
            Arrays.stream(UnknownLicences.values()).map(CheckReader::word).toList();
    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::id).toList();
    private static final Read NOTHING = new Read(new Check.Attestation("", List.of(), null), new Cadence.EveryBuild());
    private static final Check.Cases<Cadence> UNSTATED_CADENCE = new Check.Cases<>(
            scan -> new Cadence.EveryBuild(),
            report -> new Cadence.EveryBuild(),
            sbom -> new Cadence.EveryBuild(),
            test -> new Cadence.EveryBuild(),
            attestation -> new Cadence.Once(),
            approval -> new Cadence.EveryBuild(),
            pipelineFact -> new Cadence.EveryBuild());

    private final DocumentProblems log;

    CheckReader(DocumentProblems log) {
        this.log = log;
    }

    private static Map<String, Check.Kind> kinds() {
        Map<String, Check.Kind> kinds = new LinkedHashMap<>();
        for (Check.Kind kind : Check.Kind.values()) {
            kind.keys().forEach(key -> kinds.put(key, kind));
        }
        return Collections.unmodifiableMap(kinds);
    }

    /** A check with its cadence. */
    record Read(Check check, Cadence cadence) {}

    Read read(DocumentFields procedure) {
        Node node = procedure.node("check");
        if (node == null) {
            procedure.missing("check");
            return NOTHING;
        }
        DocumentFields fields = DocumentFields.of(node, "check", log).orElse(null);
        if (fields == null) {
            return NOTHING;
        }
        List<String> keys = KINDS.keySet().stream().filter(fields::has).toList();
        if (keys.size() != 1) {
            log.error(
                    "wrong-value",
                    fields.at(),
                    "found " + (keys.isEmpty() ? "no form of check" : String.join(" and ", keys))
                            + ", expected exactly one of " + String.join(", ", KINDS.keySet()));
        }
        Check check = keys.isEmpty()
                ? NOTHING.check()
                : check(Objects.requireNonNull(KINDS.get(keys.get(0))), keys.get(0), fields);
        Cadence cadence = cadence(fields, check);
        fields.finish();
        return new Read(check, cadence);
    }

    private Check check(Check.Kind kind, String key, DocumentFields fields) {
        return switch (kind) {
            case SCAN -> scan(key, fields);
            case REPORT ->
                new Check.Report(
                        fields.text(key), fields.plainTexts("with"), period(fields, "validFor"), thresholds(fields));
            case SBOM ->
                fields.fields(key, "check of a bill of materials")
                        .map(this::sbom)
                        .orElse(NOTHING.check());
            case TEST -> fields.fields(key, "check of tests").map(this::test).orElse(NOTHING.check());
            case ATTESTATION ->
                fields.fields(key, "check of an attestation")
                        .<Check>map(this::attestation)
                        .orElse(NOTHING.check());
            case APPROVAL ->
                fields.fields(key, "check of an approval").map(this::approval).orElse(NOTHING.check());
            case PIPELINE_FACT ->
                fields.fields(key, "check of a pipeline fact")
                        .map(this::pipelineFact)
                        .orElse(NOTHING.check());
        };
    }

    private Check scan(String key, DocumentFields fields) {
        boolean byTool = key.equals("tool");
        String named = fields.text(key);
        return new Check.Scan(byTool ? null : named, byTool ? named : null, thresholds(fields));
    }

    private Cadence cadence(DocumentFields fields, Check check) {
        String text = fields.optionalText("cadence");
        if (text == null) {
            return check.match(UNSTATED_CADENCE);
        }
        try {
            return Cadence.parse(text);
        } catch (PolicySyntaxException e) {
            log.error("cadence-syntax", fields.at("cadence"), e.problem(), log.nearest(text, CadenceParser.WORDS));
            return new Cadence.EveryBuild();
        }
    }

    private Thresholds thresholds(DocumentFields fields) {
        Map<Severity, Integer> max = new LinkedHashMap<>();
        for (Node.Entry entry : fields.entries("max")) {
            int most = fields.number(entry.value(), entry.key(), 0, 0);
            Optional<Severity> severity =
                    SEVERITIES.contains(entry.key()) ? Severity.ofId(entry.key()) : Optional.empty();
            if (severity.isEmpty()) {
                log.unknown(
                        "unknown-word",
                        entry.keyAt(),
                        "a severity: " + String.join(", ", SEVERITIES),
                        entry.key(),
                        SEVERITIES);
            }
            severity.ifPresent(each -> max.put(each, most));
        }
        Map<Integer, Integer> maxCwe = new LinkedHashMap<>();
        for (Node.Entry entry : fields.entries("maxCwe")) {
            int most = fields.number(entry.value(), entry.key(), 0, 0);
            CweNumber.number(entry.key(), entry.keyAt(), log).ifPresent(cwe -> {
                if (maxCwe.put(cwe, most) != null) {
                    log.error(
                            "duplicate-id", entry.keyAt(), "found CWE-" + cwe + " again, expected each weakness once");
                }
            });
        }
        return new Thresholds(max, maxCwe, fields.flag("newOnly", false));
    }

    private Check sbom(DocumentFields fields) {
        List<Completeness> complete = fields.texts("complete").stream()
                .flatMap(each -> completeness(each).stream())
                .distinct()
                .toList();
        Check.Sbom sbom = new Check.Sbom(
                fields.number("minComponents", 1, 0),
                complete,
                fields.plainTexts("denyLicences"),
                fields.plainTexts("allowLicences"),
                unknownLicences(fields),
                fields.plainTexts("denyComponents"));
        fields.finish();
        return sbom;
    }

    @CheckForNull
    private static UnknownLicences unknownLicences(DocumentFields fields) {
        UnknownLicences mistaken = UnknownLicences.MISSING;
        return fields.has("unknownLicences")
                ? fields.word("unknownLicences", CheckReader::unknownLicences, UNKNOWN_LICENCES, mistaken, mistaken)
                : null;
    }

    private static Optional<UnknownLicences> unknownLicences(String word) {
        return Arrays.stream(UnknownLicences.values())
                .filter(each -> word(each).equals(word))
                .findFirst();
    }

    private Optional<Completeness> completeness(Located<String> text) {
        Optional<Completeness> found = Arrays.stream(Completeness.values())
                .filter(each -> word(each).equals(text.value()))
                .findFirst();
        if (found.isEmpty()) {
            log.unknown(
                    "unknown-word", text.at(), "one of " + String.join(", ", COMPLETENESS), text.value(), COMPLETENESS);
        }
        return found;
    }

    /** The word that stands for a constant in a pack. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private Check test(DocumentFields fields) {
        Check.Test test = new Check.Test(
                pattern(fields, "suite"),
                pattern(fields, "name"),
                fields.number("minCases", 1, 0),
                fields.number("maxFailed", 0, 0),
                fields.has("maxSkipped") ? Integer.valueOf(fields.number("maxSkipped", 0, 0)) : null);
        fields.finish();
        return test;
    }

    @CheckForNull
    private static String pattern(DocumentFields fields, String key) {
        String pattern = fields.optionalText(key);
        return "*".equals(pattern) ? null : pattern;
    }

    private Check.Attestation attestation(DocumentFields fields) {
        Check.Attestation attestation =
                new Check.Attestation(fields.text("type"), fields.plainTexts("issuers"), period(fields, "maxAge"));
        fields.finish();
        return attestation;
    }

    @CheckForNull
    private Period period(DocumentFields fields, String key) {
        String text = fields.optionalText(key);
        if (text == null) {
            return null;
        }
        try {
            return CadenceParser.period(text);
        } catch (PolicySyntaxException e) {
            log.error("cadence-syntax", fields.at(key), e.problem());
            return null;
        }
    }

    private Check approval(DocumentFields fields) {
        Check.Approval approval = new Check.Approval(
                fields.text("what"), fields.plainTexts("approvers"), fields.number("minApprovers", 1, 1));
        if (!approval.approvers().isEmpty() && approval.approvers().size() < approval.minApprovers()) {
            log.error(
                    "wrong-value",
                    fields.at("minApprovers"),
                    "found minApprovers " + approval.minApprovers() + " and "
                            + approval.approvers().size() + " who may approve, expected at least as many approvers");
        }
        fields.finish();
        return approval;
    }

    private Check pipelineFact(DocumentFields fields) {
        Check.Attestation orAttested = fields.has("orAttested")
                ? fields.fields("orAttested", "attestation that will do as well")
                        .map(this::attestation)
                        .orElse(null)
                : null;
        Check.PipelineFact fact = new Check.PipelineFact(fields.text("fact"), fields.plainTexts("allowed"), orAttested);
        if (fact.allowed().isEmpty()) {
            log.error("missing-key", fields.at(), "found no value, expected allowed to list the values that satisfy");
        }
        fields.finish();
        return fact;
    }
}
