package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.engine.wording.Phrase;
import io.jenkins.plugins.compliance.engine.wording.Wording;
import io.jenkins.plugins.compliance.record.clock.MomentText;
import java.util.List;
import java.util.Locale;
import org.jvnet.localizer.LocaleProvider;

/** What the engine says, in the reader's language, with moments as everywhere on the pages. */
final class PageWording {
    private PageWording() {}

    /** The phrase in the reader's language. */
    static String of(Phrase phrase) {
        return wording().of(phrase);
    }

    /** All of the phrases in the reader's language. */
    static List<String> of(List<Phrase> phrases) {
        return wording().of(phrases);
    }

    /** A word of the engine in the reader's language. */
    static String term(String id) {
        return wording().term(id);
    }

    private static Wording wording() {
        Locale locale = LocaleProvider.getLocale();
        return Wording.of(locale == null ? Locale.ENGLISH : locale, moment -> new MomentText(moment).words());
    }
}
