package io.jenkins.plugins.compliance.engine.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mapping between the requirements of two frameworks.
 *
 * @param id id in policy
 * @param from id of the framework on the left
 * @param to id of the framework on the right
 * @param source who says so: a publication, or our own judgement
 * @param mappings the pairs
 */
public record Crosswalk(String id, String from, String to, String source, List<Mapping> mappings) {

    /** Takes a copy of the mappings. */
    public Crosswalk {
        mappings = List.copyOf(mappings);
    }

    /**
     * One pair.
     *
     * @param from id of the requirement on the left
     * @param to id of the requirement on the right
     * @param relation how the left relates to the right
     * @param strength how much of the left one has with the right
     * @param rationale why, in a few words; null when not given
     * @param source who says so when it differs from the crosswalk's; null otherwise
     */
    public record Mapping(
            String from,
            String to,
            Relation relation,
            Strength strength,
            @CheckForNull String rationale,
            @CheckForNull String source) {

        /** A pair of whose strength nothing is said but what its relation says. */
        public Mapping(
                String from,
                String to,
                Relation relation,
                @CheckForNull String rationale,
                @CheckForNull String source) {
            this(from, to, relation, Strength.unstated(relation), rationale, source);
        }
    }

    /** How much of what one side demands one has with the other, as whoever made the mapping judges it. */
    public enum Strength {
        /** Most of it. */
        STRONG,
        /** A part that counts. */
        MODERATE,
        /** It touches: it helps, and no more. */
        WEAK;

        /** The strength with this {@link #id()}. */
        public static Optional<Strength> ofId(String id) {
            for (Strength strength : values()) {
                if (strength.id().equals(id)) {
                    return Optional.of(strength);
                }
            }
            return Optional.empty();
        }

        /** The strength of a pair that states none: an overlap that nobody weighed is not taken for a close one. */
        public static Strength unstated(Relation relation) {
            return relation == Relation.INTERSECTS ? MODERATE : STRONG;
        }

        /** The word used in policy. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How the left requirement relates to the right one (NIST IR 8477, section 4.3, set theory relationship mapping). */
    public enum Relation {
        /** Both demand the same. */
        EQUAL,
        /** All that the left demands is demanded by the right, which demands more. */
        SUBSET,
        /** The left demands all that the right does, and more. */
        SUPERSET,
        /** They overlap. */
        INTERSECTS;

        /** The relation with this {@link #id()}. */
        public static Optional<Relation> ofId(String id) {
            for (Relation relation : values()) {
                if (relation.id().equals(id)) {
                    return Optional.of(relation);
                }
            }
            return Optional.empty();
        }

        /** The word used in policy. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How the right relates to the left. */
        public Relation inverse() {
            return switch (this) {
                case SUBSET -> SUPERSET;
                case SUPERSET -> SUBSET;
                case EQUAL, INTERSECTS -> this;
            };
        }
    }
}
