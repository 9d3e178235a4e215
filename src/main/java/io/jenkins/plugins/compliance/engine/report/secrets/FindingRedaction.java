package io.jenkins.plugins.compliance.engine.report.secrets;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import io.jenkins.plugins.compliance.engine.report.finding.Finding;
import io.jenkins.plugins.compliance.engine.report.finding.Place;
import java.util.List;

/** Takes secrets out of the findings of one reading; remembers titles and rules, which findings share. */
public final class FindingRedaction {
    // Many times the rules that a tool has: two of one place would push each other out with every finding.
    private static final int REMEMBERED = 8192;

    private final String[] cleanTitles = new String[REMEMBERED];
    private final String[] rules = new String[REMEMBERED];
    private final boolean[] looksForSecrets = new boolean[REMEMBERED];

    /** The finding without secrets in what is shown of it, with its weaknesses and its fingerprint. */
    public Finding of(Finding finding, List<CweClaim> weaknesses, String fingerprint) {
        Place place = finding.place();
        String message = Redaction.of(finding.message());
        if (looksForSecrets(finding)) {
            message = SecretStrings.masked(message, place == null ? "" : place.path());
        }
        return new Finding(
                finding.tool(),
                finding.rule(),
                title(finding.title()),
                message,
                finding.severity(),
                finding.score(),
                place == null ? null : of(place),
                weaknesses,
                finding.advisories(),
                finding.component(),
                finding.fixedIn(),
                finding.help(),
                of(finding.state()),
                fingerprint);
    }

    @SuppressWarnings("ReferenceEquality")
    private @CheckForNull String title(@CheckForNull String title) {
        if (title == null) {
            return null;
        }
        int slot = slot(title);
        if (cleanTitles[slot] == title) {
            return title;
        }
        String clean = Redaction.of(title);
        if (clean == title) {
            cleanTitles[slot] = title;
        }
        return clean;
    }

    // A rule is remembered by its id alone: a reading is of one tool, or of runs whose rules of one name look for the
    // same.
    @SuppressWarnings("ReferenceEquality")
    private boolean looksForSecrets(Finding finding) {
        int slot = slot(finding.rule());
        if (rules[slot] != finding.rule()) {
            looksForSecrets[slot] = SecretStrings.looksForSecrets(finding);
            rules[slot] = finding.rule();
        }
        return looksForSecrets[slot];
    }

    private static Place of(Place place) {
        String path = place.path().indexOf(':') < 0 ? place.path() : Redaction.of(place.path());
        String logical = place.logical() == null ? null : Redaction.of(place.logical());
        return same(path, place.path()) && same(logical, place.logical())
                ? place
                : new Place(path, place.line(), place.column(), place.endLine(), logical);
    }

    private static Finding.State of(Finding.State state) {
        String suppression = state.suppression();
        return suppression == null
                ? state
                : new Finding.State(state.kind(), Redaction.of(suppression), state.baseline());
    }

    // Texts are given back themselves where nothing was taken out.
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(@CheckForNull String one, @CheckForNull String other) {
        return one == other;
    }

    private static int slot(String text) {
        return System.identityHashCode(text) & REMEMBERED - 1;
    }
}
