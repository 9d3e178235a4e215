package io.jenkins.plugins.compliance.engine.policy.pack;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.Located;
import io.jenkins.plugins.compliance.engine.policy.Archetype;
import io.jenkins.plugins.compliance.engine.policy.Crosswalk;
import io.jenkins.plugins.compliance.engine.policy.CweMapping;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.tag.TagDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the files of a pack, and of the packs that it uses, say before references are resolved. */
final class PackDraft {
    final List<Located<TagDefinition>> tags = new ArrayList<>();
    final List<Located<Framework>> frameworks = new ArrayList<>();
    final List<CrosswalkDraft> crosswalks = new ArrayList<>();
    final List<ArchetypeDraft> archetypes = new ArrayList<>();
    final List<ProcedureDraft> procedures = new ArrayList<>();
    final List<TogetherDraft> together = new ArrayList<>();
    final List<Located<CweMapping>> weaknesses = new ArrayList<>();
    final Map<String, Located<String>> playbooks = new TreeMap<>();

    /** A crosswalk, with the place of each mapping in the order of the mappings. */
    record CrosswalkDraft(Crosswalk crosswalk, Position at, List<Position> mappingsAt) {}

    /** An archetype whose demands are still written as in the pack. */
    record ArchetypeDraft(Archetype archetype, Position at, Position whenAt, List<Located<String>> requires) {}

    /** A procedure, with the place of each claim in the order of the claims, and whether it claims anything, rightly or wrongly. */
    record ProcedureDraft(
            Procedure procedure,
            Position at,
            Position whenAt,
            List<Position> claimsAt,
            boolean claimed,
            @CheckForNull Position playbookAt) {}

    /** A statement that procedures cover a requirement together. */
    record TogetherDraft(Located<RequirementRef> requirement, List<Located<String>> procedures) {}

    /** Adds all that another draft says. */
    void add(PackDraft other) {
        tags.addAll(other.tags);
        frameworks.addAll(other.frameworks);
        crosswalks.addAll(other.crosswalks);
        archetypes.addAll(other.archetypes);
        procedures.addAll(other.procedures);
        together.addAll(other.together);
        weaknesses.addAll(other.weaknesses);
    }
}
