package io.jenkins.plugins.compliance.engine.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;

/**
 * A catalog of requirements.
 *
 * @param id id in policy, for instance {@code nist-800-53-r5}
 * @param title name for people
 * @param version its publisher's version
 * @param publisher who publishes it
 * @param source address of the publication
 * @param date date of the publication, as the publisher writes it
 * @param text where the full text of the requirements is to be had, and under what terms
 * @param requirements its requirements in the publisher's order
 * @param baselines named selections of its requirements
 */
public record Framework(
        String id,
        String title,
        String version,
        String publisher,
        String source,
        String date,
        String text,
        List<Requirement> requirements,
        List<Baseline> baselines) {

    /** Takes copies of the lists. */
    public Framework {
        requirements = List.copyOf(requirements);
        baselines = List.copyOf(baselines);
    }

    /**
     * One requirement.
     *
     * @param id id within the framework
     * @param title short title
     * @param parent id of the requirement that this one refines, or of its group; null at the top
     * @param group whether this is a heading that groups requirements and can't be satisfied itself
     * @param text the requirement's text, where the pack may carry it; null otherwise
     * @param withdrawn whether the publisher has withdrawn it: it keeps its id and binds nobody
     */
    public record Requirement(
            String id,
            String title,
            @CheckForNull String parent,
            boolean group,
            @CheckForNull String text,
            boolean withdrawn) {

        /** A requirement that is in force. */
        public Requirement(
                String id, String title, @CheckForNull String parent, boolean group, @CheckForNull String text) {
            this(id, title, parent, group, text, false);
        }

        /** Whether it can bind an application: it is no heading and not withdrawn. */
        public boolean binding() {
            return !group && !withdrawn;
        }
    }

    /**
     * A named selection of requirements, for instance {@code moderate}.
     *
     * @param id id within the framework
     * @param title name for people
     * @param requirements ids of its requirements
     */
    public record Baseline(String id, String title, List<String> requirements) {
        /** Takes a copy of the ids. */
        public Baseline {
            requirements = List.copyOf(requirements);
        }
    }

    /** The baseline with this id. */
    public Optional<Baseline> baseline(String baselineId) {
        return baselines.stream().filter(each -> each.id().equals(baselineId)).findFirst();
    }
}
