package io.jenkins.plugins.compliance.engine.policy;

import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import java.util.List;

/**
 * A named kind of application with the requirements that bind it. An application can be of several archetypes; the
 * requirements add up.
 *
 * @param id id in policy
 * @param title name for people
 * @param description what kind of application it is
 * @param when the tags that choose it
 * @param requires the requirements that bind it, resolved: baselines and whole frameworks are spelled out
 */
public record Archetype(String id, String title, String description, Selector when, List<RequirementRef> requires) {

    /** Takes a copy of the requirements. */
    public Archetype {
        requires = List.copyOf(requires);
    }
}
