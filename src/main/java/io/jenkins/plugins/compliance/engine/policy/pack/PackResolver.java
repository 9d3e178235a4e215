package io.jenkins.plugins.compliance.engine.policy.pack;

import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblems;
import io.jenkins.plugins.compliance.engine.io.document.Located;
import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk.Mapping;
import io.jenkins.plugins.compliance.engine.policy.CweMapping;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack.Together;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Claim;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.pack.PackDraft.ArchetypeDraft;
import io.jenkins.plugins.compliance.engine.policy.pack.PackDraft.CrosswalkDraft;
import io.jenkins.plugins.compliance.engine.policy.pack.PackDraft.ProcedureDraft;
import io.jenkins.plugins.compliance.engine.policy.pack.PackDraft.TogetherDraft;
import io.jenkins.plugins.compliance.engine.policy.tag.TagDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes a pack out of what its files say: every id once, every reference to something that is there. */
final class PackResolver {
    private final PackDraft draft;
    private final PackPlaces places;
    private final DocumentProblems log;

    PackResolver(PackDraft draft, PackPlaces places, DocumentProblems log) {
        this.draft = draft;
        this.places = places;
        this.log = log;
    }

    PolicyPack resolve(Header header) {
        Map<String, Framework> frameworks = new TreeMap<>();
        for (Located<Framework> each : draft.frameworks) {
            if (first("framework", each.value().id(), each.at())) {
                frameworks.put(each.value().id(), each.value());
            }
        }
        RequirementLookup lookup = new RequirementLookup(frameworks, log);
        List<Crosswalk> crosswalks = crosswalks(lookup);
        List<Archetype> archetypes = archetypes(lookup);
        List<Procedure> procedures = procedures(lookup);
        PolicyPack pack = new PolicyPack(
                header.id(),
                header.title().isEmpty() ? header.id() : header.title(),
                header.version(),
                header.effectiveFrom(),
                "",
                tags(),
                frameworks,
                crosswalks,
                archetypes,
                procedures,
                together(lookup, procedures),
                weaknesses(lookup),
                playbooks());
        return PolicyDigest.stamped(pack);
    }

    /** A tag may be defined in several places: a pack adds values to those of the packs that it uses. */
    private List<TagDefinition> tags() {
        Map<String, TagDefinition> byKey = new TreeMap<>();
        for (Located<TagDefinition> each : draft.tags) {
            byKey.merge(each.value().key(), each.value(), TagDefinition::and);
        }
        return List.copyOf(byKey.values());
    }

    private boolean first(String kind, String id, Position at) {
        Position first = places.of(kind, id);
        if (first.equals(places.pack())) {
            places.put(kind, id, at);
            return true;
        }
        log.error(
                "duplicate-id",
                at,
                "found the " + kind + " " + DocumentProblems.quoted(id)
                        + " again, expected each id once; it stands first at " + first);
        return false;
    }

    private List<Crosswalk> crosswalks(RequirementLookup lookup) {
        List<Crosswalk> crosswalks = new ArrayList<>();
        for (CrosswalkDraft each : draft.crosswalks) {
            Crosswalk crosswalk = each.crosswalk();
            if (!first("crosswalk", crosswalk.id(), each.at())) {
                continue;
            }
            boolean known = lookup.framework(crosswalk.from(), each.at()) & lookup.framework(crosswalk.to(), each.at());
            if (crosswalk.from().equals(crosswalk.to())) {
                log.error(
                        "wrong-value",
                        each.at(),
                        "found a crosswalk from " + crosswalk.from() + " to itself, expected two frameworks");
            }
            List<Mapping> mappings = new ArrayList<>();
            for (int i = 0; known && i < crosswalk.mappings().size(); i++) {
                Mapping mapping = crosswalk.mappings().get(i);
                Position at = each.mappingsAt().get(i);
                RequirementRef from = new RequirementRef(crosswalk.from(), mapping.from());
                RequirementRef to = new RequirementRef(crosswalk.to(), mapping.to());
                boolean both = lookup.claimable(from, at) & lookup.claimable(to, at);
                if (first("mapping of " + crosswalk.id(), mapping.from() + " -> " + mapping.to(), at) && both) {
                    mappings.add(mapping);
                }
            }
            crosswalks.add(
                    new Crosswalk(crosswalk.id(), crosswalk.from(), crosswalk.to(), crosswalk.source(), mappings));
        }
        crosswalks.sort(Comparator.comparing(Crosswalk::id));
        return crosswalks;
    }

    private List<Archetype> archetypes(RequirementLookup lookup) {
        List<Archetype> archetypes = new ArrayList<>();
        for (ArchetypeDraft each : draft.archetypes) {
            Archetype archetype = each.archetype();
            Set<RequirementRef> demanded = new TreeSet<>();
            each.requires().forEach(item -> lookup.demanded(item, demanded));
            if (first("archetype", archetype.id(), each.at())) {
                places.put("when of archetype", archetype.id(), each.whenAt());
                archetypes.add(new Archetype(
                        archetype.id(),
                        archetype.title(),
                        archetype.description(),
                        archetype.when(),
                        List.copyOf(demanded)));
            }
        }
        archetypes.sort(Comparator.comparing(Archetype::id));
        return archetypes;
    }

    private List<Procedure> procedures(RequirementLookup lookup) {
        List<Procedure> procedures = new ArrayList<>();
        for (ProcedureDraft each : draft.procedures) {
            Procedure procedure = each.procedure();
            if (!first("procedure", procedure.id(), each.at())) {
                continue;
            }
            places.put("when of procedure", procedure.id(), each.whenAt());
            if (each.claimed()) {
                places.put("claims of procedure", procedure.id(), each.at());
            }
            List<Claim> claims = new ArrayList<>();
            for (int i = 0; i < procedure.satisfies().size(); i++) {
                Claim claim = procedure.satisfies().get(i);
                Position at = each.claimsAt().get(i);
                if (lookup.claimable(claim.requirement(), at)) {
                    claims.add(claim);
                }
            }
            checkPlaybook(each);
            procedures.add(new Procedure(
                    procedure.id(),
                    procedure.title(),
                    procedure.statement(),
                    procedure.why(),
                    procedure.role(),
                    procedure.phase(),
                    procedure.when(),
                    claims,
                    procedure.check(),
                    procedure.cadence(),
                    procedure.guidance()));
        }
        procedures.sort(Comparator.comparing(Procedure::phase).thenComparing(Procedure::id));
        return procedures;
    }

    private void checkPlaybook(ProcedureDraft each) {
        String path = each.procedure().guidance().playbook();
        Position at = each.playbookAt();
        if (path != null && at != null && !draft.playbooks.containsKey(path)) {
            log.unknown(
                    "missing-playbook",
                    at,
                    "the path of a Markdown file of the pack below playbooks/",
                    path,
                    draft.playbooks.keySet());
        }
    }

    private List<Together> together(RequirementLookup lookup, List<Procedure> procedures) {
        Map<String, Procedure> byId = new HashMap<>();
        procedures.forEach(each -> byId.put(each.id(), each));
        List<Together> all = new ArrayList<>();
        for (TogetherDraft each : draft.together) {
            RequirementRef requirement = each.requirement().value();
            boolean known = lookup.claimable(requirement, each.requirement().at());
            Set<String> ids = new TreeSet<>();
            for (Located<String> id : each.procedures()) {
                if (byId.containsKey(id.value())) {
                    ids.add(id.value());
                } else {
                    log.unknown(
                            "unknown-procedure",
                            id.at(),
                            "the id of a procedure of this pack",
                            id.value(),
                            byId.keySet());
                }
            }
            places.put("together", requirement.toString(), each.requirement().at());
            if (known) {
                all.add(new Together(requirement, List.copyOf(ids)));
            }
        }
        all.sort(Comparator.comparing(Together::requirement)
                .thenComparing(each -> each.procedures().toString()));
        return all;
    }

    private List<CweMapping> weaknesses(RequirementLookup lookup) {
        List<CweMapping> links = new ArrayList<>();
        for (Located<CweMapping> each : draft.weaknesses) {
            CweMapping link = each.value();
            boolean known = lookup.claimable(link.requirement(), each.at());
            if (first("link from a weakness", "CWE-" + link.cwe() + " to " + link.requirement(), each.at()) && known) {
                links.add(link);
            }
        }
        links.sort(Comparator.comparingInt(CweMapping::cwe).thenComparing(CweMapping::requirement));
        return links;
    }

    private Map<String, String> playbooks() {
        Map<String, String> texts = new TreeMap<>();
        draft.playbooks.forEach((path, text) -> {
            places.put("playbook", path, text.at());
            texts.put(path, text.value());
        });
        return texts;
    }
}
