package io.jenkins.plugins.compliance.engine.policy;

import io.jenkins.plugins.compliance.engine.policy.tag.TagDefinition;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A versioned set of policy. Loaded packs are consistent: every reference in them resolves.
 *
 * @param id id of the pack
 * @param title name for people
 * @param version version, as its authors write it
 * @param effectiveFrom first day on which it is in force, ISO 8601; empty when always
 * @param digest identifies the content: {@code sha256:} and 64 lower-case hexadecimal digits; equal for packs that differ in
 *     formatting, comments and order of files alone
 * @param tags the tags that it looks at, by key; empty when it does not say
 * @param frameworks frameworks by id
 * @param crosswalks crosswalks
 * @param archetypes archetypes
 * @param procedures procedures
 * @param together requirements that the partial procedures named with them cover together
 * @param weaknesses which requirement a weakness bears on
 * @param playbooks text (CommonMark) of each playbook by its path within the pack
 */
public record PolicyPack(
        String id,
        String title,
        String version,
        String effectiveFrom,
        String digest,
        List<TagDefinition> tags,
        Map<String, Framework> frameworks,
        List<Crosswalk> crosswalks,
        List<Archetype> archetypes,
        List<Procedure> procedures,
        List<Together> together,
        List<CweMapping> weaknesses,
        Map<String, String> playbooks) {

    /** Takes copies of the collections. */
    public PolicyPack {
        tags = List.copyOf(tags);
        frameworks = Collections.unmodifiableSortedMap(new TreeMap<>(frameworks));
        crosswalks = List.copyOf(crosswalks);
        archetypes = List.copyOf(archetypes);
        procedures = List.copyOf(procedures);
        together = List.copyOf(together);
        weaknesses = List.copyOf(weaknesses);
        playbooks = Collections.unmodifiableSortedMap(new TreeMap<>(playbooks));
    }

    /**
     * A statement that procedures which claim a requirement {@code partial} cover all of it together.
     *
     * @param requirement the requirement
     * @param procedures ids of the procedures
     */
    public record Together(RequirementRef requirement, List<String> procedures) {
        /** Takes a copy of the ids. */
        public Together {
            procedures = List.copyOf(procedures);
        }
    }

    /** The procedure with this id. */
    public Optional<Procedure> procedure(String procedureId) {
        return procedures.stream().filter(each -> each.id().equals(procedureId)).findFirst();
    }

    /** The title of a requirement; empty when its framework or it is not in this pack. */
    public Optional<Framework.Requirement> requirement(RequirementRef ref) {
        Framework framework = frameworks.get(ref.framework());
        return framework == null
                ? Optional.empty()
                : framework.requirements().stream()
                        .filter(each -> each.id().equals(ref.requirement()))
                        .findFirst();
    }
}
