package io.jenkins.plugins.compliance.engine.evidence;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.VerifyProblem.What;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

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
            LedgerHead claimed = head;
            if (claimed != null && !identity(observation.origin()).equals(claimed.identity())) {
                String reason = "is evidence of " + identity(observation.origin()) + ", not of " + claimed.identity();
                problems.add(link.sequence(), What.REPLAYED, reason);
                broken(entry.index(), reason);
            }
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

    /** The evidence, each piece with its integrity. */
    List<Evidence> evidence(ChainWalk walk) {
        List<Evidence> evidence = new ArrayList<>();
        for (Collected each : collected) {
            List<String> why = new ArrayList<>(reasons.getOrDefault(each.index(), List.of()));
            String unbound = walk.unbound(each.index());
            if (unbound != null) {
                why.add(unbound);
            }
            evidence.add(why.isEmpty() ? each.evidence() : broken(each.evidence(), why));
        }
        return evidence;
    }

    /** The evidence that an entry is. */
    static Evidence evidence(ChainLink link, Observation observation, String digest) {
        return new Evidence(
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

    private static Evidence broken(Evidence evidence, List<String> why) {
        return new Evidence(
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

    private static LedgerIdentity identity(Origin origin) {
        return new LedgerIdentity(origin.controller(), origin.job());
    }
}
