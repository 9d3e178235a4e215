package io.jenkins.plugins.compliance.engine.evidence.form;

import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.SHOP;
import static io.jenkins.plugins.compliance.engine.evidence.ledger.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.evidence.BrokenEnvelopeException;
import io.jenkins.plugins.compliance.engine.evidence.EvidenceKind;
import io.jenkins.plugins.compliance.engine.evidence.KeptFile;
import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.evidence.fact.ScannedPart;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Samples;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.report.ReportSummary;
import io.jenkins.plugins.compliance.engine.report.finding.Tally;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementTest {
    private static final String LEDGER = "00112233445566778899aabbccddeeff";
    private static final KeptFile REPORT = new KeptFile("000001-a.sarif", 12, "a".repeat(64));
    private static final KeptFile DETAILS = new KeptFile("000001-details.jsonl", 0, "b".repeat(64));
    private static final ChainLink LINK =
            new ChainLink(LEDGER, 1, ChainLink.NONE, START, null, null, List.of(REPORT, DETAILS));

    @Test
    void everyKindOfFactSurvives() throws Exception {
        Instant at = Instant.parse("2026-11-01T08:00:00.123456789Z");
        List<Fact> facts = List.of(
                Samples.scanFact(1),
                new Fact.Scan(
                        "t",
                        null,
                        null,
                        "c",
                        "sha256:0",
                        -1,
                        "timed_out",
                        "error",
                        at,
                        at,
                        false,
                        List.of(RunReason.AS_RECORDED.of("a"), RunReason.FAILED.of(3))),
                new Fact.Scan(
                        "t",
                        null,
                        null,
                        "c",
                        "sha256:0",
                        0,
                        "exited",
                        "ran",
                        at,
                        at,
                        true,
                        List.of(),
                        new ScannedPart("services/\u00e4 \"b\"", 3, 0)),
                new Fact.Document(EvidenceKind.TEST, "surefire", "3.5", true, List.of()),
                new Fact.Document(
                        EvidenceKind.SBOM,
                        null,
                        null,
                        false,
                        List.of(RunReason.IN_FILE.of("a.json", RunReason.NOT_SUCCESSFUL.of()))),
                new Fact.Document(EvidenceKind.REPORT, null, null, true, List.of()),
                new Fact.Attestation(
                        "pen-test",
                        "Aix \"&<>\u2028 \ud83d\ude00",
                        LocalDate.of(2026, 1, 2),
                        LocalDate.of(2027, 1, 2),
                        "all\nwell",
                        "https://example.org"),
                new Fact.Attestation("dpia", "legal", LocalDate.of(2026, 1, 2), null, "", null),
                new Fact.Approval("release", "jo", at, "fine"),
                new Fact.Approval("release", "jo", at, null),
                new Fact.Pipeline(Map.of("b", "2", "a", "1")),
                new Fact.Plan(List.of(
                        new Fact.PlannedTool("pmd", "sast", true, null),
                        new Fact.PlannedTool("zap", "dast", false, RunReason.PROGRAM_NOT_FOUND.of("zap.sh")))));
        for (Fact fact : facts) {
            Observation observation = observation(fact);
            byte[] payload = StatementWriter.write(LINK, observation);
            assertThat(ChainLinkReader.read(payload, true)).isEqualTo(LINK);
            assertThat(StatementReader.read(payload, LINK, Limits.DEFAULTS)).isEqualTo(observation);
            assertThat(StatementWriter.write(LINK, observation)).isEqualTo(payload);
        }
    }

    @Test
    void linksSurviveAndAreReadWithoutTheRest() throws Exception {
        List<KeptFile> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            many.add(new KeptFile("000001-" + i + "x".repeat(40), 1L << i, "c".repeat(64)));
        }
        String key = "d".repeat(64);
        List<ChainLink> links = List.of(
                LINK,
                new ChainLink(LEDGER, 999_999_999_999L, "e".repeat(64), START, Duration.ofMillis(1), key, many),
                new ChainLink(LEDGER, 2, key, START, Duration.ofMillis(3_600_500), null, List.of()),
                new ChainLink(LEDGER, 2, key, Instant.EPOCH, null, key, List.of()));
        Observation observation = new Observation(
                "x", START, Samples.origin(SHOP, "1"), Tags.NONE, List.of(), new Fact.Pipeline(Map.of()));
        for (ChainLink link : links) {
            Envelope envelope = Envelope.seal(StatementWriter.write(link, observation), Samples.KEY);
            assertThat(ChainLinkReader.read(envelope, true)).isEqualTo(link);
            assertThat(ChainLinkReader.read(envelope, false).files()).isEmpty();
            assertThat(ChainLinkReader.read(envelope, false).sequence()).isEqualTo(link.sequence());
        }
    }

    @Test
    void theSubjectIsTheReportsOrTheBuild() {
        String reported = text(observation(Samples.scanFact(1)));
        assertThat(reported)
                .endsWith("\"subject\":[{\"name\":\"000001-a.sarif\",\"digest\":{\"sha256\":\"" + "a".repeat(64)
                        + "\"}},{\"name\":\"report-2\",\"digest\":{\"sha256\":\"" + "f".repeat(64) + "\"}}]}");
        assertThat(text(built("0123456789abcdef0123456789abcdef01234567")))
                .endsWith("\"subject\":[{\"name\":\"team/shop#7\",\"digest\":"
                        + "{\"gitCommit\":\"0123456789abcdef0123456789abcdef01234567\"}}]}");
        String origin = Sha256.hex("https://ci.example.org/\nteam/shop\n7".getBytes(StandardCharsets.UTF_8));
        assertThat(text(built("r4711"))).endsWith("{\"sha256\":\"" + origin + "\"}}]}");
        assertThat(text(built(null))).endsWith("{\"sha256\":\"" + origin + "\"}}]}");
        assertThat(text(built("Z".repeat(40)))).endsWith("{\"sha256\":\"" + origin + "\"}}]}");
    }

    @Test
    void unknownMembersAreLeftOut() throws Exception {
        String text = text(observation(Samples.scanFact(1)));
        String later = text.replace("\"origin\":{", "\"later\":{\"a\":[1,{}]},\"origin\":{\"later\":null,")
                .replace("\"tally\":[{", "\"more\":[[]],\"tally\":[{\"x\":{},");
        assertThat(later).isNotEqualTo(text);
        assertThat(StatementReader.read(later.getBytes(StandardCharsets.UTF_8), LINK, Limits.DEFAULTS))
                .isEqualTo(observation(Samples.scanFact(1)));
    }

    @Test
    void anotherSchemaIsRefusedWithBothNumbers() {
        refusedLink("\"schema\":1", "\"schema\":2", "schema 2", "reads schema 1", "newer");
    }

    @Test
    void aLinkThatIsNotByteForByteInFormIsRefused() {
        refusedLink(
                "\"_type\":\"https://in-toto.io/Statement/v1\"",
                "\"_type\":\"https://in-toto.io/Statement/v9\"",
                "in-toto");
        refusedLink("attestations/evidence/v1", "attestations/evidence/v2", "another type");
        refusedLink("\"schema\":1", "\"schema\":01", "number");
        refusedLink("\"schema\":1", "\"schema\":x", "number");
        refusedLink("\"chain\":{", "\"chain\": {", "place in the chain");
        refusedLink(LEDGER, LEDGER.toUpperCase(java.util.Locale.ROOT), "digests");
        refusedLink("\"sequence\":1", "\"sequence\":1234567890123456789", "number");
        refusedLink("08:00:00.000Z", "08:00:00.00Z0", "time of recording");
        refusedLink("08:00:00.000Z", "25:00:00.000Z", "not a moment");
        refusedLink("2026-11-01T", "2026-11-31T", "not a moment");
        refusedLink("2026-11-01T", "2026-1x-01T", "time of recording");
        refusedLink("\"size\":12", "\"size\":-2", "number");
        refusedLink("000001-a.sarif\",\"size", "../1-a.sarif\",\"size", "list of files");
        refusedLink("},{\"name\":\"000001-d", "};{\"name\":\"000001-d", "list of files");
        byte[] start =
                java.util.Arrays.copyOf(text(observation(Samples.scanFact(1))).getBytes(StandardCharsets.UTF_8), 300);
        assertThatThrownBy(() -> ChainLinkReader.read(start, true)).hasMessageContaining("ends early");
    }

    @Test
    void aStatementThatLacksSomethingIsRefusedWithItsName() {
        refused("\"controller\":\"https://ci.example.org/\",", "", "origin.controller");
        refused("\"name\":\"scan-spotbugs\",", "", "predicate.name");
        refused("\"observedAt\":\"2026", "\"observedAt\":\"x2026", "predicate.observedAt");
        refused("\"kind\":\"scan\"", "\"kind\":\"vibes\"", "kind");
        refused("\"kind\":\"scan\"", "\"kind\":\"test\"", "do not belong together");
        refused("\"kind\":\"scan\",", "", "kind");
        refused("\"type\":\"scan\"", "\"type\":\"vibes\"", "fact.type");
        refused("\"type\":\"scan\"", "\"type\":\"document\"", "do not belong together");
        refused("\"exitCode\":1", "\"exitCode\":\"one\"", "fact.exitCode");
        refused("\"counts\":true", "\"counts\":1", "fact.counts");
        refused("\"reasons\":[]", "\"reasons\":{}", "fact.reasons");
        refused("\"file\":\"000001-a.sarif\"", "\"file\":\"000001-b.sarif\"", "not in its list of files");
        refused("\"sha256\":\"" + "f".repeat(64) + "\",\"format\"", "\"sha256\":\"f\",\"format\"", "sha256");
        refused("\"results\":3", "\"results\":-3", "reports.results");
        refused("\"severity\":\"high\"", "\"severity\":\"dire\"", "tally.severity");
        refused("\"age\":\"new\"", "\"age\":\"old\"", "tally.age");
        refused("[79,89]", "[79,\"x\"]", "tally.cwes");
        refused("\"origin\":{", "\"no\":{", "lacks an origin");
        refused("\"predicate\":{", "\"no\":{", "lacks a predicate");
        refused("\"exposure\":\"internet\"", "\"-\":\"internet\"", "tags");
        refused("\"subject\":[", "\"subject\":", "not JSON");
    }

    private static void refused(String found, String replaced, String why) {
        String text = text(observation(Samples.scanFact(1)));
        assertThat(text).contains(found);
        byte[] wrong = text.replace(found, replaced).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> StatementReader.read(wrong, LINK, Limits.DEFAULTS))
                .isInstanceOf(BrokenEnvelopeException.class)
                .hasMessageContaining(why);
    }

    private static void refusedLink(String found, String replaced, String... why) {
        String text = text(observation(Samples.scanFact(1)));
        assertThat(text).contains(found);
        byte[] wrong = text.replace(found, replaced).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ChainLinkReader.read(wrong, true))
                .isInstanceOf(BrokenEnvelopeException.class)
                .message()
                .contains(why);
    }

    private static String text(Observation observation) {
        return new String(StatementWriter.write(LINK, observation), StandardCharsets.UTF_8);
    }

    private static Observation observation(Fact fact) {
        ReportFact kept = Samples.report(REPORT, DETAILS);
        ReportFact notKept = new ReportFact(
                null,
                "cyclonedx",
                77,
                "f".repeat(64),
                false,
                5,
                0,
                Tally.EMPTY,
                new ReportSummary.ComponentCounts(5, 4, 3, 2, 1, 9),
                new ReportSummary.TestCounts(1, 2, 3, 4, 5),
                List.of(),
                null);
        return new Observation(
                "scan-spotbugs",
                Instant.parse("2026-11-01T07:59:59.123456Z"),
                new Origin("https://ci.example.org/", "team/shop", "7", null, null, "r1", "node-1"),
                Tags.of(Map.of("exposure", "internet", "data", "")),
                List.of(kept, notKept),
                fact);
    }

    private static Observation built(String revision) {
        Origin origin = new Origin(SHOP.controller(), SHOP.job(), "7", null, null, revision, null);
        return new Observation("x", START, origin, Tags.NONE, List.of(), new Fact.Pipeline(Map.of()));
    }
}
