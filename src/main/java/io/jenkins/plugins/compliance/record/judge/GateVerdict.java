package io.jenkins.plugins.compliance.record.judge;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Gate;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.OverallOutcome;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** What a build came to, in a few words: all of it is in the assessment that is archived with the build. */
@Restricted(NoExternalUse.class)
public final class GateVerdict {
    private final String mode;
    private final boolean open;
    private final String policy;
    private final String policyVersion;
    private final String policyDigest;
    private final String asOf;
    private final TreeMap<String, Long> outcomes;
    /** Null in builds of before it was kept. */
    @CheckForNull
    private final String overall;

    GateVerdict(Assessment assessment, Gate.Decision decision) {
        this.mode = decision.mode().id();
        this.open = decision.open();
        this.policy = assessment.policy().id();
        this.policyVersion = assessment.policy().version();
        this.policyDigest = assessment.policy().digest();
        this.asOf = assessment.asOf().toString();
        this.outcomes = new TreeMap<>();
        assessment.procedureCounts().forEach((outcome, count) -> outcomes.put(outcome.id(), count));
        this.overall = assessment.overall().id();
    }

    /** What the build came to as a whole; by its procedures alone where it was judged before that was kept. */
    public Outcome overall() {
        return Outcome.ofId(overall)
                .orElseGet(() -> OverallOutcome.of(
                        outcomes.entrySet().stream()
                                .filter(each -> Outcome.ofId(each.getKey()).isPresent())
                                .collect(Collectors.toMap(
                                        each -> Outcome.ofId(each.getKey()).orElseThrow(), Map.Entry::getValue)),
                        Map.of()));
    }

    /** How strict the gate was: {@code observe}, {@code warn} or {@code enforce}. */
    public String getMode() {
        return mode;
    }

    /** Whether every applicable procedure was satisfied or waived. */
    public boolean isOpen() {
        return open;
    }

    /** Id of the policy. */
    public String getPolicy() {
        return policy;
    }

    /** Version of the policy. */
    public String getPolicyVersion() {
        return policyVersion;
    }

    /** Digest of the policy. */
    public String getPolicyDigest() {
        return policyDigest;
    }

    /** The moment, ISO 8601 in UTC. */
    public String getAsOf() {
        return asOf;
    }

    /** How many applicable procedures had which outcome. */
    public Map<String, Long> getOutcomes() {
        return Collections.unmodifiableMap(outcomes);
    }

    private Object readResolve() {
        boolean known = outcomes != null
                && outcomes.keySet().stream().allMatch(id -> Outcome.ofId(id).isPresent())
                && (overall == null || Outcome.ofId(overall).isPresent());
        if (!known || mode == null || Gate.Mode.ofId(mode).isEmpty()) {
            throw new IllegalArgumentException("not a verdict that a gate reaches");
        }
        return this;
    }
}
