package io.jenkins.plugins.compliance.record.ledger;

import hudson.model.Job;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.ledger.IntegrityReason;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerReader;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verdict;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verification;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyProblem;
import io.jenkins.plugins.compliance.engine.io.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * Tells a ledger that was copied to a job from one that moved with it: both state another name than the job has, but the one that
 * was copied is still where it was.
 */
final class ForeignLedger {
    private static final int ID_DIGITS = 12;

    /** Of two builds that move a ledger away at the same moment, one waits; builds of other jobs hardly ever do. */
    private static final Object[] LOCKS = Stream.generate(Object::new).limit(64).toArray();

    private ForeignLedger() {}

    /** What to hold while a ledger is looked at and moved out of the way. */
    static Object lock(Path folder) {
        return LOCKS[Math.floorMod(folder.hashCode(), LOCKS.length)];
    }

    /** Why the ledger of a job is another one's; empty when it is its own. */
    static Optional<String> of(Job<?, ?> job) throws IOException {
        LedgerHead head = JobLedger.of(job).claimedHead();
        if (head == null || head.identity().job().equals(job.getFullName())) {
            return Optional.empty();
        }
        Job<?, ?> named;
        try (ACLContext everything = ACL.as2(ACL.SYSTEM2)) {
            named = Jenkins.get().getItemByFullName(head.identity().job(), Job.class);
        }
        if (named == null || named == job) {
            return Optional.empty();
        }
        LedgerHead other = JobLedger.of(named).claimedHead();
        return other != null && other.ledger().equals(head.ledger())
                ? Optional.of(
                        "this is a copy of the ledger of job " + head.identity().job())
                : Optional.empty();
    }

    /** Moves a ledger out of the way; nothing of it is lost. */
    static Path putAside(Path folder) throws IOException {
        synchronized (lock(folder)) {
            return move(folder);
        }
    }

    private static Path move(Path folder) throws IOException {
        String id = LedgerReader.claimedHead(folder, Limits.DEFAULTS)
                .map(LedgerHead::ledger)
                .filter(ledger -> ledger.matches("[0-9a-f]{32}"))
                .map(ledger -> ledger.substring(0, ID_DIGITS))
                .orElse("unknown");
        for (int number = 1; ; number++) {
            Path aside = folder.resolveSibling("aside-" + id + "-" + number);
            if (!Files.exists(aside)) {
                return Files.move(folder, aside);
            }
        }
    }

    /** What was verified, of which nothing holds for this job. */
    static Verification broken(Verification verification, String why) {
        List<VerifyProblem> problems = new ArrayList<>(verification.problems());
        problems.add(0, new VerifyProblem(0, VerifyProblem.What.REPLAYED, why));
        List<Evidence> evidence = verification.evidence().stream()
                .map(each -> each.broken(IntegrityReason.FOUND.of(why)))
                .toList();
        return new Verification(
                Verdict.BROKEN,
                verification.head(),
                verification.checked(),
                problems,
                verification.problemCount() + 1,
                evidence);
    }
}
