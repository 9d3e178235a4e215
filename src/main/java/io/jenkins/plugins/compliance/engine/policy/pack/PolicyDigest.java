package io.jenkins.plugins.compliance.engine.policy.pack;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.json.CanonicalJson;
import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Check.Thresholds;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk;
import io.jenkins.plugins.compliance.engine.policy.CweMapping;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.tag.TagDefinition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Period;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What identifies the content of a pack: the SHA-256 of its canonical form. The form is described, for whoever wants to compute
 * it anew, in {@code docs/policy-packs.md}.
 */
public final class PolicyDigest {
    private static final Check.Cases<Map<String, Object>> CHECK = new Check.Cases<>(
            PolicyDigest::scan,
            PolicyDigest::report,
            sbom -> Map.of("sbom", sbom(sbom)),
            test -> Map.of("test", test(test)),
            attestation -> Map.of("attestation", attestation(attestation)),
            approval -> Map.of("approval", approval(approval)),
            pipelineFact -> Map.of("pipeline", pipelineFact(pipelineFact)));

    private PolicyDigest() {}

    /** The pack with its digest. */
    static PolicyPack stamped(PolicyPack pack) {
        return new PolicyPack(
                pack.id(),
                pack.title(),
                pack.version(),
                pack.effectiveFrom(),
                of(pack),
                pack.tags(),
                pack.frameworks(),
                pack.crosswalks(),
                pack.archetypes(),
                pack.procedures(),
                pack.together(),
                pack.weaknesses(),
                pack.playbooks());
    }

    /** {@code sha256:} and the digest of the canonical form in lower-case hexadecimal digits. */
    public static String of(PolicyPack pack) {
        return digest(canonical(pack));
    }

    /** The canonical form: JSON by RFC 8785, whose UTF-8 bytes are digested. */
    public static String canonical(PolicyPack pack) {
        Map<String, Object> all = new TreeMap<>();
        all.put("schema", 1);
        all.put("id", pack.id());
        all.put("title", pack.title());
        all.put("version", pack.version());
        all.put("effectiveFrom", pack.effectiveFrom());
        if (!pack.tags().isEmpty()) {
            all.put("tags", pack.tags().stream().map(PolicyDigest::tag).toList());
        }
        all.put(
                "frameworks",
                pack.frameworks().values().stream().map(PolicyDigest::framework).toList());
        all.put(
                "crosswalks",
                pack.crosswalks().stream().map(PolicyDigest::crosswalk).toList());
        all.put(
                "archetypes",
                pack.archetypes().stream().map(PolicyDigest::archetype).toList());
        all.put(
                "procedures",
                pack.procedures().stream()
                        .sorted(Comparator.comparing(Procedure::id))
                        .map(PolicyDigest::procedure)
                        .toList());
        all.put("together", pack.together().stream().map(PolicyDigest::together).toList());
        all.put(
                "weaknesses",
                pack.weaknesses().stream().map(PolicyDigest::weakness).toList());
        Map<String, Object> playbooks = new TreeMap<>();
        pack.playbooks().forEach((path, text) -> playbooks.put(path, digest(text)));
        all.put("playbooks", playbooks);
        return CanonicalJson.write(all);
    }

    private static Object tag(TagDefinition tag) {
        return Map.of("key", tag.key(), "title", tag.title(), "values", tag.values());
    }

    private static Object framework(Framework framework) {
        Map<String, Object> map = new TreeMap<>();
        map.put("id", framework.id());
        map.put("title", framework.title());
        map.put("version", framework.version());
        map.put("publisher", framework.publisher());
        map.put("source", framework.source());
        map.put("date", framework.date());
        map.put("text", framework.text());
        map.put(
                "requirements",
                framework.requirements().stream().map(PolicyDigest::requirement).toList());
        map.put(
                "baselines",
                framework.baselines().stream()
                        .map(each ->
                                Map.of("id", each.id(), "title", each.title(), "requirements", each.requirements()))
                        .toList());
        return map;
    }

    private static Object requirement(Framework.Requirement requirement) {
        Map<String, Object> map = new TreeMap<>();
        map.put("id", requirement.id());
        map.put("title", requirement.title());
        optional(map, "parent", requirement.parent());
        optional(map, "text", requirement.text());
        if (requirement.group()) {
            map.put("group", true);
        }
        if (requirement.withdrawn()) {
            map.put("withdrawn", true);
        }
        return map;
    }

    private static Object crosswalk(Crosswalk crosswalk) {
        return Map.of(
                "id", crosswalk.id(),
                "from", crosswalk.from(),
                "to", crosswalk.to(),
                "source", crosswalk.source(),
                "mappings",
                        crosswalk.mappings().stream().map(PolicyDigest::mapping).toList());
    }

    private static Object mapping(Crosswalk.Mapping mapping) {
        Map<String, Object> map = new TreeMap<>();
        map.put("from", mapping.from());
        map.put("to", mapping.to());
        map.put("relation", mapping.relation().id());
        map.put("strength", mapping.strength().id());
        optional(map, "rationale", mapping.rationale());
        optional(map, "source", mapping.source());
        return map;
    }

    private static Object archetype(Archetype archetype) {
        return Map.of(
                "id", archetype.id(),
                "title", archetype.title(),
                "description", archetype.description(),
                "when", archetype.when().canonical(),
                "requires",
                        archetype.requires().stream()
                                .map(RequirementRef::toString)
                                .toList());
    }

    private static Object procedure(Procedure procedure) {
        Map<String, Object> map = new TreeMap<>();
        map.put("id", procedure.id());
        map.put("title", procedure.title());
        map.put("statement", procedure.statement());
        map.put("why", procedure.why());
        map.put("role", procedure.role().id());
        map.put("phase", procedure.phase().id());
        map.put("when", procedure.when().canonical());
        map.put(
                "satisfies",
                procedure.satisfies().stream()
                        .sorted(Comparator.comparing(Procedure.Claim::requirement))
                        .map(each -> Map.of(
                                "requirement", each.requirement().toString(),
                                "strength", each.strength().id()))
                        .toList());
        map.put("check", check(procedure.check()));
        map.put("cadence", procedure.cadence().canonical());
        optional(map, "effort", procedure.guidance().effort());
        optional(map, "example", procedure.guidance().example());
        optional(map, "avoid", procedure.guidance().avoid());
        optional(map, "playbook", procedure.guidance().playbook());
        map.put("sources", procedure.guidance().sources());
        return map;
    }

    /** A check in its canonical form; equal for checks that demand the same. */
    public static Map<String, Object> check(Check check) {
        return check.match(CHECK);
    }

    private static Map<String, Object> scan(Check.Scan scan) {
        Map<String, Object> map = thresholds(scan.thresholds());
        optional(map, "scan", scan.category());
        optional(map, "tool", scan.tool());
        return map;
    }

    private static Map<String, Object> report(Check.Report report) {
        Map<String, Object> map = thresholds(report.thresholds());
        map.put("report", report.format());
        if (!report.with().isEmpty()) {
            map.put("with", sorted(report.with()));
        }
        optional(map, "validFor", canonical(report.validFor()));
        return map;
    }

    private static Object attestation(Check.Attestation attestation) {
        Map<String, Object> map = new TreeMap<>();
        map.put("type", attestation.type());
        map.put("issuers", sorted(attestation.issuers()));
        optional(map, "maxAge", canonical(attestation.maxAge()));
        return map;
    }

    private static Object approval(Check.Approval approval) {
        return Map.of(
                "what", approval.what(),
                "approvers", sorted(approval.approvers()),
                "minApprovers", approval.minApprovers());
    }

    private static Object pipelineFact(Check.PipelineFact fact) {
        Map<String, Object> map = new TreeMap<>();
        map.put("fact", fact.fact());
        map.put("allowed", sorted(fact.allowed()));
        Check.Attestation orAttested = fact.orAttested();
        if (orAttested != null) {
            map.put("orAttested", attestation(orAttested));
        }
        return map;
    }

    @CheckForNull
    private static String canonical(@CheckForNull Period period) {
        return period == null ? null : period.normalized().toString();
    }

    private static Object sbom(Check.Sbom sbom) {
        Map<String, Object> map = new TreeMap<>();
        map.put("minComponents", sbom.minComponents());
        map.put(
                "complete",
                sorted(sbom.complete().stream().map(CheckReader::word).toList()));
        map.put("denyLicences", sorted(sbom.denyLicences()));
        map.put("allowLicences", sorted(sbom.allowLicences()));
        map.put("denyComponents", sorted(sbom.denyComponents()));
        // Packs that were digested before it could be said keep their digests, and those that say what they meant share
        // them.
        if (sbom.unknownCountAs() != Check.UnknownLicences.MISSING) {
            map.put("unknownLicences", CheckReader.word(sbom.unknownCountAs()));
        }
        return map;
    }

    private static Object test(Check.Test test) {
        Map<String, Object> map = new TreeMap<>();
        optional(map, "suite", test.suite());
        optional(map, "name", test.name());
        map.put("minCases", test.minCases());
        map.put("maxFailed", test.maxFailed());
        Integer maxSkipped = test.maxSkipped();
        if (maxSkipped != null) {
            map.put("maxSkipped", maxSkipped);
        }
        return map;
    }

    private static Map<String, Object> thresholds(Thresholds thresholds) {
        Map<String, Object> map = new TreeMap<>();
        Map<String, Object> max = new TreeMap<>();
        thresholds.max().forEach((severity, most) -> max.put(severity.id(), most));
        Map<String, Object> maxCwe = new TreeMap<>();
        thresholds.maxCwe().forEach((cwe, most) -> maxCwe.put(Integer.toString(cwe), most));
        map.put("max", max);
        map.put("maxCwe", maxCwe);
        map.put("newOnly", thresholds.newOnly());
        return map;
    }

    private static Object together(PolicyPack.Together together) {
        return Map.of(
                "requirement", together.requirement().toString(),
                "procedures", together.procedures());
    }

    private static Object weakness(CweMapping link) {
        return Map.of("cwe", link.cwe(), "requirement", link.requirement().toString(), "rationale", link.rationale());
    }

    private static List<String> sorted(List<String> values) {
        return values.stream().sorted().distinct().toList();
    }

    private static void optional(Map<String, Object> map, String key, @CheckForNull String value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
