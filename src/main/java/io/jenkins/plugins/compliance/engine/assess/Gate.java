package io.jenkins.plugins.compliance.engine.assess;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns an assessment into what a build is to do about it. */
public final class Gate {
    private Gate() {}

    /** How strict a gate is, least first. A nearer level may only be stricter than a farther one. */
    public enum Mode {
        /** Says what it found; the build goes on as it was. */
        OBSERVE,
        /** Makes the build unstable. */
        WARN,
        /** Fails the build. */
        ENFORCE;

        /** The mode with this {@link #id()}. */
        public static Optional<Mode> ofId(String id) {
            for (Mode mode : values()) {
                if (mode.id().equals(id)) {
                    return Optional.of(mode);
                }
            }
            return Optional.empty();
        }

        /** The word used in configuration. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The stricter of two modes. */
        public Mode stricter(Mode other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /**
     * What a gate decided.
     *
     * @param mode its mode
     * @param open whether the build may pass
     * @param failing the applicable procedures that keep it closed, worst first
     */
    public record Decision(Mode mode, boolean open, List<ProcedureResult> failing) {
        /** Takes a copy of the procedures. */
        public Decision {
            failing = List.copyOf(failing);
        }
    }

    /** Decides. A gate is open when every applicable procedure is satisfied or waived; in {@code observe} nothing follows from it. */
    public static Decision decide(Assessment assessment, Mode mode) {
        List<ProcedureResult> failing = assessment.applicable().stream()
                .filter(each -> each.outcome().waivable())
                .sorted((a, b) -> a.outcome().compareTo(b.outcome()))
                .toList();
        return new Decision(mode, failing.isEmpty(), failing);
    }
}
