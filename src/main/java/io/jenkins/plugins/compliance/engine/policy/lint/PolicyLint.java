package io.jenkins.plugins.compliance.engine.policy.lint;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblem;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.Check;
import io.jenkins.plugins.compliance.engine.policy.Check.Thresholds;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack.Together;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.demand.ArchetypeScope;
import io.jenkins.plugins.compliance.engine.policy.demand.Demands.DemandClaim;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.pack.LoadResult;
import io.jenkins.plugins.compliance.engine.policy.pack.PackPlaces;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import io.jenkins.plugins.compliance.engine.policy.tag.TagVocabulary;
import io.jenkins.plugins.compliance.engine.report.finding.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Finds what is wrong with a pack as a whole, beyond what keeps it from being loaded. */
public final class PolicyLint {
    private final PolicyPack pack;
    private final PackPlaces places;
    private final Vocabulary vocabulary;
    private final PolicyIndex index;
    private final DocumentProblems log;
    /** What to look at in the check of a procedure. */
    private final Check.Cases<Consumer<Procedure>> checks = new Check.Cases<>(
            scan -> procedure -> scan(procedure, scan),
            report -> procedure -> report(procedure, report),
            sbom -> procedure -> sbom(procedure, sbom),
            test -> procedure -> {},
            attestation -> procedure -> {},
            approval -> procedure -> {},
            pipelineFact -> procedure -> {});

    private PolicyLint(LoadResult result, Vocabulary vocabulary, Limits limits) {
        this.pack = result.draft();
        this.places = result.places();
        this.vocabulary = vocabulary;
        this.index = PolicyIndex.of(pack);
        this.log = new DocumentProblems(limits.problems());
    }

    /**
     * All mistakes of a pack: those found in loading it and those of the pack as a whole, by file and place.
     *
     * @param result the loaded pack, with or without errors
     * @param vocabulary the names that checks may use
     */
    public static List<DocumentProblem> lint(LoadResult result, Vocabulary vocabulary, Limits limits) {
        PolicyLint lint = new PolicyLint(result, vocabulary, limits);
        lint.tags();
        lint.archetypes();
        lint.procedures();
        lint.unmapped();
        lint.together();
        lint.playbooks();
        lint.crosswalks();
        new CrosswalkCycles(lint.pack.crosswalks(), lint.places, lint.log).find(limits.problems());
        List<DocumentProblem> all = new ArrayList<>(result.problems());
        all.addAll(lint.log.sorted());
        return all.stream().sorted().toList();
    }

    /** Selectors that ask for what the pack says nobody may say. */
    private void tags() {
        TagVocabulary tags = TagVocabulary.of(pack.tags());
        for (Archetype each : pack.archetypes()) {
            tags(tags, "archetype", each.id(), each.when());
        }
        for (Procedure each : pack.procedures()) {
            tags(tags, "procedure", each.id(), each.when());
        }
    }

    private void tags(TagVocabulary tags, String kind, String id, Selector when) {
        for (String mistake : tags.mistakes(when)) {
            log.warning(
                    "unknown-tag",
                    places.of("when of " + kind, id),
                    "found in the selector of the " + kind + " " + id + " that " + mistake);
        }
    }

    private void archetypes() {
        for (Archetype each : pack.archetypes()) {
            Position at = places.of("archetype", each.id());
            if (!each.when().canMatch()) {
                log.error(
                        "never-matches",
                        places.of("when of archetype", each.id()),
                        "found the selector "
                                + DocumentProblems.quoted(each.when().written())
                                + ", which no tags can match: the archetype " + each.id() + " can't be reached");
            } else if (each.requires().isEmpty()) {
                log.warning("demands-nothing", at, "found the archetype " + each.id() + ", which demands nothing");
            } else {
                shadow(each, at);
            }
        }
    }

    private void shadow(Archetype each, Position at) {
        Set<RequirementRef> mine = Set.copyOf(each.requires());
        for (Archetype other : pack.archetypes()) {
            boolean covers = !other.id().equals(each.id())
                    && each.when().implies(other.when())
                    && other.requires().size() >= mine.size()
                    && Set.copyOf(other.requires()).containsAll(mine);
            boolean same = covers
                    && other.when().implies(each.when())
                    && other.requires().size() == mine.size();
            if (covers && !(same && each.id().compareTo(other.id()) < 0)) {
                log.warning(
                        "adds-nothing",
                        at,
                        "found the archetype " + each.id() + ", which adds nothing: whatever it matches is matched by "
                                + other.id() + ", which demands all that it does");
                return;
            }
        }
    }

    private void procedures() {
        Map<RequirementRef, List<Archetype>> demandedBy = new TreeMap<>();
        for (Archetype archetype : pack.archetypes()) {
            archetype
                    .requires()
                    .forEach(ref -> demandedBy
                            .computeIfAbsent(ref, key -> new ArrayList<>())
                            .add(archetype));
        }
        Set<String> demanded = new HashSet<>();
        Set<String> applicable = new HashSet<>();
        demandedBy.forEach((ref, archetypes) -> {
            for (DemandClaim claim : index.claims(ref)) {
                demanded.add(claim.procedure().id());
                if (archetypes.stream().anyMatch(each -> ArchetypeScope.meet(each, claim.procedure()))) {
                    applicable.add(claim.procedure().id());
                }
            }
        });
        for (Procedure each : pack.procedures()) {
            procedure(each, demanded.contains(each.id()), applicable.contains(each.id()));
            each.check().match(checks).accept(each);
        }
    }

    private void procedure(Procedure each, boolean demanded, boolean applicable) {
        Position at = places.of("procedure", each.id());
        boolean claimed = !places.of("claims of procedure", each.id()).equals(places.pack());
        if (!each.when().canMatch()) {
            log.error(
                    "never-matches",
                    places.of("when of procedure", each.id()),
                    "found the selector " + DocumentProblems.quoted(each.when().written())
                            + ", which no tags can match: the procedure " + each.id() + " never applies");
        } else if (!claimed) {
            log.error(
                    "satisfies-nothing",
                    at,
                    "found the procedure " + each.id()
                            + " without a claim, expected satisfies to name a requirement: it never applies");
        } else if (!demanded && !each.satisfies().isEmpty()) {
            log.warning(
                    "satisfies-nothing",
                    at,
                    "found the procedure " + each.id()
                            + ", which claims nothing that an archetype demands, directly or through a crosswalk: it"
                            + " never applies");
        } else if (demanded && !applicable) {
            log.warning(
                    "never-applies",
                    at,
                    "found the procedure " + each.id()
                            + ", whose selector excludes every archetype that demands what it claims");
        }
    }

    private void scan(Procedure procedure, Check.Scan scan) {
        Position at = places.of("procedure", procedure.id());
        known("unknown-category", "category of scan", scan.category(), vocabulary.categories(), at);
        known("unknown-tool", "scan tool", scan.tool(), vocabulary.tools(), at);
        thresholds(procedure, scan.thresholds(), at);
    }

    private void report(Procedure procedure, Check.Report report) {
        Position at = places.of("procedure", procedure.id());
        known("unknown-format", "report format", report.format(), vocabulary.formats(), at);
        report.with().forEach(with -> known("unknown-format", "report format", with, vocabulary.formats(), at));
        thresholds(procedure, report.thresholds(), at);
    }

    private void sbom(Procedure procedure, Check.Sbom sbom) {
        new LicenceLint(procedure.id(), sbom, places.of("procedure", procedure.id()), log).find();
    }

    private void known(String code, String what, @CheckForNull String name, Set<String> names, Position at) {
        if (name != null && !names.isEmpty() && !names.contains(name)) {
            log.warning(
                    code,
                    at,
                    "found the " + what + " " + DocumentProblems.quoted(name) + ", expected one of "
                            + String.join(", ", names.stream().sorted().toList()),
                    log.nearest(name, names));
        }
    }

    /** A bound on a severity with none, or a looser one, on a worse severity is hardly meant. */
    private void thresholds(Procedure each, Thresholds thresholds, Position at) {
        for (Severity severity : Severity.values()) {
            Integer most = thresholds.max().get(severity);
            for (Severity worse : Severity.values()) {
                Integer mostWorse = thresholds.max().get(worse);
                if (most != null && worse.compareTo(severity) < 0 && (mostWorse == null || mostWorse > most)) {
                    log.warning(
                            "threshold-gap",
                            at,
                            "found that " + each.id() + " allows " + most + " " + severity.id() + " findings and "
                                    + (mostWorse == null ? "any number of" : mostWorse) + " "
                                    + worse.id() + " ones, expected at most as many of the worse");
                }
            }
        }
    }

    private void unmapped() {
        Map<RequirementRef, List<String>> unmapped = new TreeMap<>();
        for (Archetype archetype : pack.archetypes()) {
            boolean reachable = archetype.when().canMatch();
            for (RequirementRef ref : archetype.requires()) {
                if (reachable
                        && index.claims(ref).stream()
                                .filter(claim -> claim.strength() != Procedure.Strength.SUPPORTS)
                                .noneMatch(claim -> ArchetypeScope.meet(archetype, claim.procedure()))) {
                    unmapped.computeIfAbsent(ref, key -> new ArrayList<>()).add(archetype.id());
                }
            }
        }
        unmapped.forEach((ref, archetypes) -> log.warning(
                "unmapped",
                places.of("archetype", archetypes.get(0)),
                "found that no procedure claims " + ref + ", which "
                        + (archetypes.size() == 1 ? "the archetype " : "the archetypes ")
                        + String.join(", ", archetypes) + (archetypes.size() == 1 ? " demands" : " demand")));
    }

    private void together() {
        for (Together each : pack.together()) {
            Set<String> claiming = new HashSet<>();
            index.claims(each.requirement()).stream()
                    .filter(claim -> claim.strength() != Procedure.Strength.SUPPORTS)
                    .forEach(claim -> claiming.add(claim.procedure().id()));
            for (String procedure : each.procedures()) {
                if (!claiming.contains(procedure)) {
                    log.warning(
                            "together-unclaimed",
                            places.of("together", each.requirement().toString()),
                            "found " + procedure + " among the procedures that cover " + each.requirement()
                                    + " together, which it claims neither full nor partial");
                }
            }
        }
    }

    private void crosswalks() {
        for (Crosswalk crosswalk : pack.crosswalks()) {
            for (Crosswalk.Mapping each : crosswalk.mappings()) {
                if (each.relation() == Crosswalk.Relation.EQUAL && each.strength() != Crosswalk.Strength.STRONG) {
                    log.warning(
                            "strength-gap",
                            places.of("mapping of " + crosswalk.id(), each.from() + " -> " + each.to()),
                            "found that " + each.from() + " and " + each.to() + " are equal, and that their mapping is "
                                    + each.strength().id() + "; expected what is equal to be strong");
                }
            }
        }
    }

    private void playbooks() {
        Set<String> used = new HashSet<>();
        pack.procedures().forEach(each -> {
            String playbook = each.guidance().playbook();
            if (playbook != null) {
                used.add(playbook);
            }
        });
        for (String path : pack.playbooks().keySet()) {
            if (!used.contains(path)) {
                log.warning("unused-playbook", places.of("playbook", path), "found a playbook that no procedure names");
            }
        }
    }
}
