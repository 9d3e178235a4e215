package io.jenkins.plugins.compliance.record.waiver;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.policy.tag.PolicySyntaxException;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What somebody did about a waiver, as an entry of the ledger says it. The state of a waiver is nowhere but in the steps that were
 * signed.
 */
enum WaiverStep {
    REQUEST(JobWaiver.State.REQUESTED, "requested"),
    APPROVE(JobWaiver.State.APPROVED, "approved"),
    REJECT(JobWaiver.State.REJECTED, "rejected"),
    REVOKE(JobWaiver.State.REVOKED, "revoked");

    private static final String STEP = "waiver.step";
    private static final String ID = "waiver.id";
    private static final String BY = "waiver.by";
    private static final String NOTE = "waiver.note";
    private static final String PROCEDURE = "waiver.procedure";
    private static final String WHEN = "waiver.when";
    private static final String REASON = "waiver.reason";
    private static final String UNTIL = "waiver.until";

    private final JobWaiver.State state;
    private final String word;

    WaiverStep(JobWaiver.State state, String word) {
        this.state = state;
        this.word = word;
    }

    /** The fact of a request. */
    static Fact request(String id, JobWaivers.Request request, String by) {
        Map<String, String> facts = facts(REQUEST, id, by, null);
        facts.put(PROCEDURE, request.procedure());
        facts.put(WHEN, request.when().toString());
        facts.put(REASON, request.reason());
        facts.put(UNTIL, request.until().toString());
        return new Fact.Pipeline(facts);
    }

    /** The fact of this decision. */
    Fact decision(String id, String by, @CheckForNull String note) {
        return new Fact.Pipeline(facts(this, id, by, note));
    }

    private static Map<String, String> facts(WaiverStep step, String id, String by, @CheckForNull String note) {
        Map<String, String> facts = new TreeMap<>();
        facts.put(STEP, step.word);
        facts.put(ID, id);
        facts.put(BY, by);
        if (note != null) {
            facts.put(NOTE, note);
        }
        return facts;
    }

    /** Why a decision can't be taken; empty when it can. */
    Optional<String> obstacle(JobWaiver waiver, String by) {
        boolean open = waiver.state() == JobWaiver.State.REQUESTED;
        return switch (this) {
            case REQUEST -> Optional.of("was requested already");
            case APPROVE -> {
                if (!open) {
                    yield Optional.of("was " + waiver.state().id() + " already");
                }
                yield waiver.requester().strip().equalsIgnoreCase(by.strip())
                        ? Optional.of("was requested by " + waiver.requester() + "; somebody else must approve it")
                        : Optional.empty();
            }
            case REJECT ->
                open ? Optional.empty() : Optional.of("was " + waiver.state().id() + " already");
            case REVOKE ->
                waiver.state() == JobWaiver.State.APPROVED
                        ? Optional.empty()
                        : Optional.of("is not approved, but " + waiver.state().id());
        };
    }

    /** The waivers that come of the entries of a ledger, by id. An entry that does not hold, or that could not have been, counts not. */
    static Map<String, JobWaiver> fold(List<Evidence> evidence) {
        Map<String, JobWaiver> waivers = new LinkedHashMap<>();
        for (Evidence each : evidence) {
            if (each.fact() instanceof Fact.Pipeline pipeline
                    && pipeline.facts().containsKey(STEP)
                    && each.integrity() instanceof Evidence.Integrity.Verified) {
                apply(pipeline.facts(), each.recordedAt(), waivers);
            }
        }
        return waivers;
    }

    private static void apply(Map<String, String> facts, Instant at, Map<String, JobWaiver> waivers) {
        String id = facts.getOrDefault(ID, "");
        String by = facts.getOrDefault(BY, "");
        JobWaiver known = waivers.get(id);
        for (WaiverStep step : values()) {
            if (step.word.equals(facts.get(STEP)) && !by.isBlank()) {
                if (step == REQUEST && known == null) {
                    requested(id, by, at, facts).ifPresent(waiver -> waivers.put(id, waiver));
                } else if (known != null && step.obstacle(known, by).isEmpty()) {
                    waivers.put(id, step.after(known, by, at, facts.get(NOTE)));
                }
            }
        }
    }

    private static Optional<JobWaiver> requested(String id, String by, Instant at, Map<String, String> facts) {
        try {
            return Optional.of(new JobWaiver(
                    id,
                    facts.getOrDefault(PROCEDURE, ""),
                    Selector.parse(facts.getOrDefault(WHEN, "")),
                    facts.getOrDefault(REASON, ""),
                    by,
                    at,
                    Instant.parse(facts.getOrDefault(UNTIL, "")),
                    JobWaiver.State.REQUESTED,
                    null,
                    null,
                    null,
                    null,
                    null));
        } catch (PolicySyntaxException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private JobWaiver after(JobWaiver known, String by, Instant at, @CheckForNull String note) {
        boolean approved = this == APPROVE;
        return new JobWaiver(
                known.id(),
                known.procedure(),
                known.when(),
                known.reason(),
                known.requester(),
                known.requestedAt(),
                known.until(),
                state,
                by,
                at,
                note,
                approved ? by : known.approver(),
                approved ? at : known.approvedAt());
    }
}
