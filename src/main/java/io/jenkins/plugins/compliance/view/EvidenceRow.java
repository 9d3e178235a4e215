package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.export.FactText;
import io.jenkins.plugins.compliance.engine.export.FindingText;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import io.jenkins.plugins.compliance.engine.wording.Wording;
import io.jenkins.plugins.compliance.record.clock.MomentText;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * A piece of evidence in a table.
 *
 * @param sequence its place in the ledger
 * @param name its name
 * @param kind what sort of thing was observed
 * @param what what was observed, one sentence
 * @param contents what its reports hold, in words; empty when it has none
 * @param build the build that it is of; empty when it is of none
 * @param buildUrl address of that build's page, relative to the root of Jenkins; null when the build is gone or there is none
 * @param observed when it was observed
 * @param recorded when it was recorded
 * @param digest digest of its envelope
 * @param reasons why it can't be verified; empty when it was
 * @param procedures the procedures about which it decided
 * @param url its address, relative to the root of Jenkins
 */
@ExportedBean(defaultVisibility = 9)
@Restricted(NoExternalUse.class)
public record EvidenceRow(
        @Exported long sequence,
        @Exported String name,
        @Exported String kind,
        Phrase what,
        String contents,
        @Exported String build,
        @Exported @CheckForNull String buildUrl,
        MomentText observed,
        MomentText recorded,
        @Exported String digest,
        List<Phrase> reasons,
        @Exported List<Link> procedures,
        @Exported String url) {

    /** Takes copies of the lists. */
    public EvidenceRow {
        reasons = List.copyOf(reasons);
        procedures = List.copyOf(procedures);
    }

    static EvidenceRow of(Evidence evidence, AssessmentViewModel shown) {
        String build = BuildLink.number(evidence.origin().build());
        return new EvidenceRow(
                evidence.sequence(),
                evidence.name(),
                evidence.kind().id(),
                FactText.of(evidence.fact()),
                ReportRow.contents(evidence.reports()),
                build,
                BuildLink.of(shown.job(), build),
                new MomentText(evidence.observedAt()),
                new MomentText(evidence.recordedAt()),
                evidence.digest(),
                evidence.integrity() instanceof Evidence.Integrity.Broken broken ? broken.reasons() : List.of(),
                shown.chain().proceduresOf(evidence).stream().map(shown::link).toList(),
                shown.urls().evidence(evidence.sequence()));
    }

    /** What was observed, in the reader's language. */
    public String whatWords() {
        return FindingText.shortened(FindingText.oneLine(PageWording.of(what)));
    }

    /** What was observed, in English. */
    @Exported(name = "what")
    public String whatText() {
        return FindingText.shortened(FindingText.oneLine(what.toString()));
    }

    /** Why it can't be verified, in English. */
    @Exported(name = "reasons")
    public List<String> reasonTexts() {
        return Wording.ENGLISH.of(reasons);
    }

    /** Why it can't be verified, for programs. */
    @Exported
    public List<PhraseBean> reasonCodes() {
        return PhraseBean.of(reasons);
    }

    /** Why it can't be verified, in the reader's language. */
    public List<String> reasonWords() {
        return PageWording.of(reasons);
    }

    /** Whether signature, chain and files hold. */
    @Exported
    public boolean verified() {
        return reasons.isEmpty();
    }

    /** When it was observed, ISO 8601. */
    @Exported
    public String observedAt() {
        return observed.moment().toString();
    }

    /** When it was recorded, ISO 8601. */
    @Exported
    public String recordedAt() {
        return recorded.moment().toString();
    }

    /** The kind in the reader's language. */
    public String kindWords() {
        return Words.kind(kind);
    }

    /** The first digits of its digest. */
    public String shortDigest() {
        return digest.length() > 12 ? digest.substring(0, 12) : digest;
    }
}
