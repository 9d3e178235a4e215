package io.jenkins.plugins.compliance.engine.report.licence;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Ambiguous;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Named;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a single licence of an expression is: an id of the list, a reference that its author defines, a name that is known, or unknown. */
final class LicenceTerm {
    private static final String LICENCE_REF = "LicenseRef-";
    private static final String DOCUMENT_REF = "DocumentRef-";
    private static final String WITH = " WITH ";

    private LicenceTerm() {}

    /** The licence of one word. */
    static Licence of(String word) {
        return of(word, Map.of());
    }

    /**
     * The licence of one word.
     *
     * @param definitions names of licences by the references that stand for them, these in lower case
     */
    static Licence of(String word, Map<String, String> definitions) {
        if (isReference(word, LICENCE_REF)) {
            return reference(word, definitions.get(word.toLowerCase(Locale.ROOT)));
        }
        LicenceList list = LicenceList.standard();
        Optional<LicenceList.Entry> listed = list.licence(word);
        if (listed.isPresent()) {
            return listed(listed.get().current());
        }
        if (word.endsWith("+")) {
            Optional<LicenceList.Entry> base = list.licence(word.substring(0, word.length() - 1));
            if (base.isPresent() && !base.get().current().contains(WITH)) {
                return orLater(base.get());
            }
        }
        return LicenceName.meaning(word).orElseGet(() -> unknown(word));
    }

    /** A licence that is written so today: an id in use, or one and an exception. */
    static Named listed(String current) {
        int with = current.indexOf(WITH);
        Set<String> names = LicenceList.standard().spellings(current);
        if (with < 0) {
            return new Named(current, names, Set.of(), true);
        }
        Set<String> wider = LicenceList.standard().spellings(current.substring(0, with));
        return added(
                current.substring(0, with),
                new Named("", wider, Set.of(), true),
                current.substring(with + WITH.length()),
                true);
    }

    /** The licences in use that any of several patterns matches. */
    static List<Named> matching(String... patterns) {
        Set<String> ids = new LinkedHashSet<>();
        for (String pattern : patterns) {
            ids.addAll(LicenceList.standard().inUse(pattern));
        }
        return ids.stream().map(LicenceTerm::listed).toList();
    }

    /**
     * A licence with an exception or another addition.
     *
     * @throws LicenceSyntaxException when it has one already, or is no single licence
     */
    static Licence with(Licence licence, String addition) throws LicenceSyntaxException {
        Optional<String> exception = LicenceList.standard().exception(addition);
        boolean known = exception.isPresent();
        String written = exception.orElse(addition);
        if (licence instanceof Unknown) {
            return unknown(licence.text() + WITH + written);
        }
        if (licence instanceof Ambiguous ambiguous) {
            List<Named> candidates = new ArrayList<>();
            for (Named candidate : ambiguous.candidates()) {
                candidates.add(added(candidate.text(), candidate, written, known));
            }
            String text = ambiguous.text() + WITH + written;
            return new Ambiguous(text, Set.of(LicenceName.plain(text)), candidates);
        }
        if (licence instanceof Named named && !named.text().contains(WITH)) {
            return added(named.text(), named, written, known);
        }
        throw new LicenceSyntaxException("WITH follows more than one licence", false);
    }

    /** Whether a word is written as a reference of this kind, in this document or in another. */
    static boolean isReference(String word, String prefix) {
        int colon = word.startsWith(DOCUMENT_REF) ? word.indexOf(':') : -1;
        if (colon >= 0 && !isIdString(word, DOCUMENT_REF.length(), colon)) {
            return false;
        }
        return word.startsWith(prefix, colon + 1) && isIdString(word, colon + 1 + prefix.length(), word.length());
    }

    /** Whether a word refers to a licence that the same document defines. */
    static boolean isLocalReference(String word) {
        return word.startsWith(LICENCE_REF) && isReference(word, LICENCE_REF);
    }

    /** A text that nobody knows, with the licences that it mentions. */
    static Unknown unknown(String text) {
        return new Unknown(text, Set.of(LicenceName.plain(text)), MentionedLicences.in(text), null, null);
    }

    /** What only its author can define: in another document, it is still a reference of this name. */
    private static Licence reference(String word, @CheckForNull String definition) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (definition != null) {
            return new Unknown(word, Set.of(lower), List.of(), LicenceText.alone(definition), null);
        }
        return new Named(word, Set.of(lower), Set.of(lower.substring(lower.indexOf(':') + 1)), false);
    }

    private static Named orLater(LicenceList.Entry base) {
        LicenceList list = LicenceList.standard();
        String current = base.current();
        String later = current.endsWith("-only")
                ? current.substring(0, current.length() - "only".length()) + "or-later"
                : current.endsWith("-or-later") ? current : "";
        if (list.licence(later).isEmpty()) {
            return new Named(
                    current + "+", Set.of(current.toLowerCase(Locale.ROOT) + "+"), list.spellings(current), true);
        }
        // "-only" and "+" contradict each other, so a denial of either holds; a deprecated id says neither.
        boolean only = base.id().equals(current) && !later.equals(current);
        return new Named(later, list.spellings(later), only ? list.spellings(current) : Set.of(), true);
    }

    private static Named added(String text, Named licence, String addition, boolean known) {
        String whole = text + WITH + addition;
        Set<String> names = new LinkedHashSet<>(LicenceList.standard().spellings(whole));
        licence.names().forEach(name -> names.add(LicenceName.plain(name + WITH + addition)));
        Set<String> wider = new LinkedHashSet<>(licence.names());
        wider.addAll(licence.wider());
        return new Named(whole, names, wider, known && licence.listed());
    }

    private static boolean isIdString(String word, int begin, int end) {
        for (int i = begin; i < end; i++) {
            char c = word.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.')) {
                return false;
            }
        }
        return begin < end;
    }
}
