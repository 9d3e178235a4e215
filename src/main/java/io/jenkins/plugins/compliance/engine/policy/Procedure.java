package io.jenkins.plugins.compliance.engine.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One actionable statement.
 *
 * @param id id in policy
 * @param title short name
 * @param statement what to do, one or two plain sentences
 * @param why why it matters
 * @param role who does it
 * @param phase when in the life of an application
 * @param when narrows it to applications with these tags; {@link Selector#EVERYTHING} when the requirements alone decide
 * @param satisfies the requirements that it claims, as the pack states them
 * @param check how it is seen to be done
 * @param cadence how fresh the evidence must be
 * @param guidance help for the one who does it
 */
public record Procedure(
        String id,
        String title,
        String statement,
        String why,
        Role role,
        Phase phase,
        Selector when,
        List<Claim> satisfies,
        Check check,
        Cadence cadence,
        Guidance guidance) {

    /** Takes a copy of the claims. */
    public Procedure {
        satisfies = List.copyOf(satisfies);
    }

    /**
     * A requirement that a procedure helps satisfy.
     *
     * @param requirement the requirement
     * @param strength how strongly
     */
    public record Claim(RequirementRef requirement, Strength strength) {}

    /** How strongly a procedure satisfies a requirement, strongest first. */
    public enum Strength {
        /** Alone it satisfies the requirement. */
        FULL,
        /** It satisfies a part. */
        PARTIAL,
        /** It informs and never counts. */
        SUPPORTS;

        private final String id = name().toLowerCase(Locale.ROOT);

        /** The strength with this {@link #id()}. */
        public static Optional<Strength> ofId(String id) {
            return find(values(), id);
        }

        /** The word used in policy. */
        public String id() {
            return id;
        }
    }

    /** Who acts. */
    public enum Role {
        /** Writes and reviews code. */
        DEVELOPER,
        /** Runs systems and pipelines. */
        OPERATIONS,
        /** Security engineering and response. */
        SECURITY,
        /** Owns risk. */
        RISK,
        /** Owns frameworks and audits. */
        COMPLIANCE;

        /** The role with this {@link #id()}. */
        public static Optional<Role> ofId(String id) {
            return find(values(), id);
        }

        /** The word used in policy. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** When in the life of an application, in order. */
    public enum Phase {
        /** What is wanted. */
        REQUIREMENTS,
        /** How it is to be built. */
        DESIGN,
        /** Writing code. */
        CODE,
        /** Building it. */
        BUILD,
        /** Testing it. */
        TEST,
        /** Releasing it. */
        RELEASE,
        /** Running it. */
        OPERATE,
        /** Reacting to what went wrong. */
        RESPOND;

        /** The phase with this {@link #id()}. */
        public static Optional<Phase> ofId(String id) {
            return find(values(), id);
        }

        /** The word used in policy. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Help for the one who does it.
     *
     * @param effort how long it takes, for instance {@code 2 h}; null when not stated
     * @param example a command or a change that does it; null when not stated
     * @param avoid what not to do; null when not stated
     * @param playbook path of the playbook within the pack, for instance {@code playbooks/sast-finding.md}; null when none
     * @param sources where the statement comes from
     */
    public record Guidance(
            @CheckForNull String effort,
            @CheckForNull String example,
            @CheckForNull String avoid,
            @CheckForNull String playbook,
            List<String> sources) {
        /** No help. */
        public static final Guidance NONE = new Guidance(null, null, null, null, List.of());

        /** Takes a copy of the sources. */
        public Guidance {
            sources = List.copyOf(sources);
        }
    }

    private static <E extends Enum<E>> Optional<E> find(E[] values, String id) {
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(id)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
