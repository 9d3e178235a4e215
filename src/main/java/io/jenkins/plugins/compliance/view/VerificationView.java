package io.jenkins.plugins.compliance.view;

import hudson.model.ModelObject;
import io.jenkins.plugins.compliance.engine.evidence.form.LedgerHead;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verdict;
import io.jenkins.plugins.compliance.engine.evidence.ledger.Verification;
import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyProblem;
import java.util.List;
import java.util.Locale;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * What verifying a ledger found.
 *
 * @param home the pages that it belongs to
 * @param verification what was found
 */
@ExportedBean
@Restricted(NoExternalUse.class)
public record VerificationView(CompliancePages home, Verification verification) implements ModelObject {
    private static final int SHOWN = 50;

    static VerificationView of(CompliancePages home, Verification verification) {
        return new VerificationView(home, verification);
    }

    @Override
    public String getDisplayName() {
        return Messages.Verification_displayName();
    }

    /** What it comes to: {@code held}, {@code undecided} or {@code broken}. */
    @Exported
    public String verdict() {
        return verification.verdict().name().toLowerCase(Locale.ROOT);
    }

    /** How many entries were checked. */
    @Exported
    public long entries() {
        return verification.checked().entries();
    }

    /** How many signatures were checked. */
    @Exported
    public long signatures() {
        return verification.checked().signatures();
    }

    /** How many files were checked. */
    @Exported
    public long files() {
        return verification.checked().files();
    }

    /** What it comes to, in a few words. */
    public String headline() {
        return switch (verification.verdict()) {
            case HELD -> Messages.Verification_held();
            case UNDECIDED -> Messages.Verification_undecided();
            case BROKEN -> Messages.Verification_broken();
        };
    }

    /** How much was looked at. */
    public String checked() {
        Verification.Checked checked = verification.checked();
        return Messages.Verification_checked(checked.entries(), checked.signatures(), checked.files());
    }

    /** Which kind of notice it is. */
    public String style() {
        return switch (verification.verdict()) {
            case HELD -> "success";
            case UNDECIDED -> "warning";
            case BROKEN -> "danger";
        };
    }

    /** Digest of the last entry; empty when it can't be believed. */
    @Exported
    public String head() {
        LedgerHead head = verification.head();
        return verification.verdict() == Verdict.HELD && head != null ? head.digest() : "";
    }

    /** The first problems, and what else was noted. */
    @Exported
    public List<Problem> problems() {
        return verification.problems().stream()
                .limit(SHOWN)
                .map(each -> new Problem(
                        each.sequence(),
                        each.sequence() == 0 ? "" : home.urls().evidence(each.sequence()),
                        each.what().id(),
                        FoundWords.of(each.what()),
                        each.detail()))
                .toList();
    }

    /** How many problems and notes there are. */
    @Exported
    public long problemCount() {
        return verification.problemCount();
    }

    /** How many problems are not shown. */
    public long more() {
        return verification.problemCount() - problems().size();
    }

    /**
     * Something that was found.
     *
     * @param sequence the entry that it is about; 0 for the ledger as a whole
     * @param url address of that entry; empty for the ledger as a whole
     * @param what what sort of thing, see {@link VerifyProblem.What}
     * @param words the same in a few words for people
     * @param detail what exactly
     */
    @ExportedBean(defaultVisibility = 9)
    public record Problem(
            @Exported long sequence,
            @Exported String url,
            @Exported String what,
            String words,
            @Exported String detail) {}
}
