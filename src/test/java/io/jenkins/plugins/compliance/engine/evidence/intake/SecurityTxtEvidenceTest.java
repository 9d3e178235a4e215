package io.jenkins.plugins.compliance.engine.evidence.intake;

import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.KEY;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.assess.AssessmentInput;
import io.jenkins.plugins.compliance.engine.assess.Assessor;
import io.jenkins.plugins.compliance.engine.assess.DetailsSource;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.intake.DocumentRecorder.Documents;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Ledger;
import io.jenkins.plugins.compliance.engine.evidence.ledger.LedgerLayout;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Samples;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled procedure on {@code security.txt}, from the files that a job fetched to the outcome on a day. */
class SecurityTxtEvidenceTest {
    private static final Tags TAGS = Tags.of(Map.of("exposure", "internet", "kind", "web"));
    private static final Instant FETCHED = Instant.parse("2026-07-02T06:00:00Z");

    private static PolicyIndex policy;

    @TempDir
    Path folder;

    @TempDir
    Path work;

    @BeforeAll
    static void load() throws IOException {
        policy = PolicyIndex.of(
                PolicyPacks.load("bundled:compliance-stages", Limits.DEFAULTS).orThrow());
    }

    @Test
    void bothHoldAndSatisfyUntilAMonthBeforeTheFirstOfThemEnds() throws IOException {
        assertThat(outcome(FETCHED)).isEqualTo(Outcome.MISSING);
        record("security-txt/report.txt", "openpgp-key/report.asc");

        assertThat(outcome(FETCHED.plusSeconds(60))).isEqualTo(Outcome.SATISFIED);
        assertThat(outcome(FETCHED.minusSeconds(60))).isEqualTo(Outcome.MISSING);
        assertThat(outcome(Instant.parse("2026-07-10T00:00:00Z"))).isEqualTo(Outcome.STALE);
        // The signature of the file ends on 30 August.
        assertThat(outcome(Instant.parse("2026-08-01T00:00:00Z"))).isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void anExpiredKeyIsSeen() throws IOException {
        record("security-txt/report.txt", "openpgp-key/expired.asc");
        assertThat(outcome(FETCHED.plusSeconds(60))).isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void aRevokedKeyIsSeen() throws IOException {
        record("security-txt/report.txt", "openpgp-key/revoked.asc");
        assertThat(outcome(FETCHED.plusSeconds(60))).isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void aFileWithoutItsKeyDoesNotSatisfy() throws IOException {
        record("security-txt/report.txt");
        assertThat(outcome(FETCHED.plusSeconds(60))).isEqualTo(Outcome.NOT_SATISFIED);
    }

    @Test
    void aToolThatFailedBesideThemMakesThemUnverifiable() throws IOException {
        record("security-txt/report.txt", "pmd/report.xml", "openpgp-key/report.asc");
        assertThat(outcome(FETCHED.plusSeconds(60))).isEqualTo(Outcome.UNVERIFIABLE);
    }

    private void record(String... resources) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String resource : resources) {
            Path file = work.resolve(resource.replace('/', '-'));
            try (InputStream in = ReportReaders.class.getResourceAsStream(resource)) {
                Files.write(file, in.readAllBytes());
            }
            files.add(file);
        }
        try (Ledger ledger = Samples.open(folder, SHOP, KEY, InstantSource.fixed(FETCHED))) {
            new DocumentRecorder(
                            ledger, ReportReaders.standard(), Limits.DEFAULTS, Samples.origin(SHOP, "1"), Tags.NONE)
                    .record(new Documents(EvidenceKind.REPORT, "security-txt", null, files, null), FETCHED);
        }
    }

    private Outcome outcome(Instant asOf) throws IOException {
        List<Evidence> evidence = Files.exists(folder.resolve(LedgerLayout.LEDGER))
                ? Samples.verify(folder, KEY).evidence()
                : List.of();
        AssessmentInput input =
                new AssessmentInput(policy, SHOP.job(), null, TAGS, evidence, DetailsSource.NONE, List.of(), asOf);
        return Assessor.assess(input).procedures().stream()
                .filter(each -> each.procedure().id().equals("security-txt-valid"))
                .findFirst()
                .orElseThrow()
                .outcome();
    }
}
