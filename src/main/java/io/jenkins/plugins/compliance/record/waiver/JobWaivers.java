package io.jenkins.plugins.compliance.record.waiver;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Job;
import hudson.model.TaskListener;
import io.jenkins.plugins.compliance.engine.assess.Waiver;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.RecordedBy;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.key.KeySet;
import io.jenkins.plugins.compliance.engine.evidence.key.SigningKey;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.policy.tag.Selector;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.record.clock.ControllerClock;
import io.jenkins.plugins.compliance.record.clock.MomentText;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import io.jenkins.plugins.compliance.record.origin.BuildOrigin;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecord;
import io.jenkins.plugins.compliance.record.unwritten.UnwrittenRecords;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The waivers of a job. Each request, approval, rejection and revocation is a signed entry of the job's ledger, and nothing else
 * is kept of them. Whether somebody may do it is for the caller to check: requesting needs {@code Item.CONFIGURE}, deciding the
 * permission to waive. That nobody decides on their own request is checked here, and again whenever the ledger is read.
 */
@Restricted(NoExternalUse.class)
public final class JobWaivers {
    private static final int LONGEST = 2_000;
    private static final String PREFIX = "waiver-";

    private final Job<?, ?> job;
    private final KeySet trusted;

    private JobWaivers(Job<?, ?> job, KeySet trusted) {
        this.job = job;
        this.trusted = trusted;
    }

    /**
     * The waivers of a job.
     *
     * @param trusted the keys whose signatures count
     */
    public static JobWaivers of(Job<?, ?> job, KeySet trusted) {
        return new JobWaivers(job, trusted);
    }

    /**
     * A deviation that somebody asks to have accepted.
     *
     * @param procedure id of the procedure whose outcome it is to cover
     * @param when tags of the applications that it is to cover; {@link Selector#EVERYTHING} for any
     * @param reason why
     * @param until first moment after its validity
     */
    public record Request(String procedure, Selector when, String reason, Instant until) {
        /** @throws IllegalArgumentException when the procedure or the reason is blank or too long */
        public Request {
            require("procedure", procedure);
            require("reason", reason);
        }

        private static void require(String what, String text) {
            if (text.isBlank() || text.length() > LONGEST) {
                throw new IllegalArgumentException(Messages.JobWaivers_length(what, LONGEST));
            }
        }
    }

    /** All waivers of the job, the newest request first. */
    public List<JobWaiver> list() throws IOException {
        List<JobWaiver> all = new ArrayList<>(
                WaiverStep.fold(JobLedger.of(job).evidence(trusted)).values());
        java.util.Collections.reverse(all);
        return all;
    }

    /** One waiver. */
    public Optional<JobWaiver> get(String id) throws IOException {
        return list().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The waivers that judging at a moment takes into account, as far as was recorded by then. */
    public List<Waiver> asOf(Instant moment) throws IOException {
        return asOf(JobLedger.of(job).evidence(trusted), moment);
    }

    /** What was granted by a moment, whether it is in force then or not: judging also says when time will change something. */
    public static List<Waiver> asOf(List<Evidence> evidence, Instant moment) {
        return WaiverStep.fold(RecordedBy.moment(evidence, moment)).values().stream()
                .flatMap(each -> each.waiver().stream())
                .toList();
    }

    /**
     * Asks for a waiver.
     *
     * @param user id of the one who asks
     * @param key signs
     * @return id of the waiver
     * @throws IllegalArgumentException when it would end before it begins, or nobody asks
     */
    public String request(Request request, String user, SigningKey key) throws IOException {
        requireSomebody(user);
        if (!request.until().isAfter(ControllerClock.now())) {
            throw new IllegalArgumentException(Messages.JobWaivers_over(new MomentText(request.until()).words()));
        }
        JobLedger ledger = JobLedger.of(job);
        return UnwrittenRecords.watch(job, UnwrittenRecord.What.LEDGER, () -> {
            try (Ledger open = ledger.open(key, TaskListener.NULL)) {
                String id = "w-" + open.nextSequence();
                append(ledger, open, id, WaiverStep.request(id, request, user));
                return id;
            }
        });
    }

    /**
     * Accepts the deviation from now on.
     *
     * @param user id of the one who decides; never the one who asked
     * @throws IllegalArgumentException when it can't be approved, or not by this user; the message says why
     */
    public void approve(String id, String user, @CheckForNull String note, SigningKey key) throws IOException {
        decide(WaiverStep.APPROVE, id, user, note, key);
    }

    /**
     * Turns a request down.
     *
     * @throws IllegalArgumentException when it was decided on already
     */
    public void reject(String id, String user, @CheckForNull String note, SigningKey key) throws IOException {
        decide(WaiverStep.REJECT, id, user, note, key);
    }

    /**
     * Takes a waiver back from now on.
     *
     * @throws IllegalArgumentException when it is not approved
     */
    public void revoke(String id, String user, @CheckForNull String note, SigningKey key) throws IOException {
        decide(WaiverStep.REVOKE, id, user, note, key);
    }

    private void decide(WaiverStep step, String id, String user, @CheckForNull String note, SigningKey key)
            throws IOException {
        requireSomebody(user);
        String said = Util.fixEmptyAndTrim(note);
        if (said != null && said.length() > LONGEST) {
            throw new IllegalArgumentException(Messages.JobWaivers_length("note", LONGEST));
        }
        UnwrittenRecords.watch(job, UnwrittenRecord.What.LEDGER, () -> decideNow(step, id, user, said, key));
    }

    private boolean decideNow(WaiverStep step, String id, String user, @CheckForNull String said, SigningKey key)
            throws IOException {
        JobLedger ledger = JobLedger.of(job);
        // Held open while it is decided: of two people who decide at the same moment, the second one is told.
        try (Ledger open = ledger.open(key, TaskListener.NULL)) {
            Map<String, JobWaiver> waivers = WaiverStep.fold(ledger.evidence(trusted));
            JobWaiver waiver = waivers.get(id);
            if (waiver == null) {
                throw new IllegalArgumentException(Messages.JobWaivers_unknown(id));
            }
            Optional<String> obstacle = step.obstacle(waiver, user);
            if (obstacle.isPresent()) {
                throw new IllegalArgumentException(Messages.JobWaivers_impossible(id, obstacle.get()));
            }
            append(ledger, open, id, step.decision(id, user, said));
            return true;
        }
    }

    private static void append(JobLedger ledger, Ledger open, String id, Fact fact) throws IOException {
        String name = PREFIX + id;
        open.append(new Observation(
                name,
                ControllerClock.now(),
                BuildOrigin.ofLedger(ledger.identity(), name),
                Tags.NONE,
                List.of(),
                fact));
    }

    private static void requireSomebody(String user) {
        if (user.isBlank() || user.equals("anonymous") || user.equals("SYSTEM")) {
            throw new IllegalArgumentException(Messages.JobWaivers_nobody());
        }
    }
}
