package io.jenkins.plugins.compliance.engine.evidence.ledger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.LedgerIdentity;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.form.ChainLink;
import io.jenkins.plugins.compliance.engine.evidence.form.ChainLinkReader;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.form.StatementReader;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyProblem.What;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the entries observed. Whether it can be relied on is known only when the whole ledger was walked. */
final class EvidenceCollector {
    private final @CheckForNull LedgerHead head;
    private final Limits limits;
    private final ProblemLog problems;
    private final List<Collected> collected = new ArrayList<>();
    private final Map<Long, List<String>> reasons = new HashMap<>();

    EvidenceCollector(@CheckForNull LedgerHead head, Limits limits, ProblemLog problems) {
        this.head = head;
        this.limits = limits;
        this.problems = problems;
    }

    private record Collected(long index, Evidence evidence) {}

    /** Reads one entry. One that can't be read is a problem, and no evidence. */
    void add(WalkedEntry entry) throws LimitExceededException {
        try {
            byte[] payload = entry.envelope().payload();
            ChainLink link = ChainLinkReader.read(payload, true);
            Observation observation = StatementReader.read(payload, link, limits);
            String digest = HexFormat.of().formatHex(entry.digest());
            collected.add(new Collected(entry.index(), evidence(link, observation, digest)));
        } catch (BrokenEnvelopeException e) {
            problems.add(entry.link().sequence(), What.DAMAGED, "is damaged: " + e.getMessage());
        }
    }

    /** An entry does not hold, whatever the chain says. */
    void broken(long index, String reason) {
        reasons.computeIfAbsent(index, key -> new ArrayList<>()).add(reason);
    }

    /**
     * The evidence, each piece with its integrity.
     *
     * @param foreign why none of it is what was asked for; null when it is
     */
    List<Evidence> evidence(ChainWalk walk, @CheckForNull String foreign) {
        checkIdentities();
        List<Evidence> evidence = new ArrayList<>();
        for (Collected each : collected) {
            List<String> why = new ArrayList<>(reasons.getOrDefault(each.index(), List.of()));
            if (foreign != null) {
                why.add(foreign);
            }
            String unbound = walk.unbound(each.index());
            if (unbound != null) {
                why.add(unbound);
            }
            evidence.add(why.isEmpty() ? each.evidence() : broken(each.evidence(), why));
        }
        return evidence;
    }

    /** Every entry is of the job that the head names, under the name that it had when it was recorded. */
    private void checkIdentities() {
        LedgerHead claimed = head;
        if (claimed == null) {
            return;
        }
        int last = 0;
        while (last + 1 < collected.size() && collected.get(last + 1).evidence().sequence() <= claimed.last()) {
            last++;
        }
        LedgerIdentity expected = claimed.identity();
        for (int i = Math.min(last, collected.size() - 1); i >= 0; i--) {
            Evidence each = collected.get(i).evidence();
            check(collected.get(i), expected);
            expected = move(each).map(JobMove::from).orElse(expected);
        }
        expected = claimed.identity();
        for (int i = last + 1; i < collected.size(); i++) {
            Evidence each = collected.get(i).evidence();
            LedgerIdentity before = expected;
            expected = move(each)
                    .filter(move -> move.from().equals(before))
                    .map(JobMove::to)
                    .orElse(expected);
            check(collected.get(i), expected);
        }
    }

    private static Optional<JobMove> move(Evidence evidence) {
        return JobMove.of(evidence.name(), evidence.origin(), evidence.fact());
    }

    private void check(Collected entry, LedgerIdentity expected) {
        LedgerIdentity identity = entry.evidence().origin().identity();
        if (!identity.equals(expected)) {
            String reason = "is evidence of " + identity + ", not of " + expected;
            problems.add(entry.evidence().sequence(), What.REPLAYED, reason);
            broken(entry.index(), reason);
        }
    }

    /** The evidence that an entry is. */
    static Evidence evidence(ChainLink link, Observation observation, String digest) {
        return new Evidence(
                link.ledger(),
                link.sequence(),
                observation.name(),
                observation.observedAt(),
                link.recordedAt(),
                observation.origin(),
                observation.tags(),
                observation.reports(),
                observation.fact(),
                digest,
                new Evidence.Integrity.Verified());
    }

    private static Evidence broken(Evidence evidence, List<String> found) {
        List<Phrase> why = found.stream().map(IntegrityReason.FOUND::of).toList();
        return new Evidence(
                evidence.ledger(),
                evidence.sequence(),
                evidence.name(),
                evidence.observedAt(),
                evidence.recordedAt(),
                evidence.origin(),
                evidence.tags(),
                evidence.reports(),
                evidence.fact(),
                evidence.digest(),
                new Evidence.Integrity.Broken(why));
    }
}
