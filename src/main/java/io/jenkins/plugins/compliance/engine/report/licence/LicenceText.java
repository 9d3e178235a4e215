package io.jenkins.plugins.compliance.engine.report.licence;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Ambiguous;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Named;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Unknown;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A licence as a report states it: an SPDX expression or id, a name, an address, or {@code name <address>} where a name alone leaves
 * open what is meant.
 */
public final class LicenceText {
    private LicenceText() {}

    /**
     * A name with the address that is stated beside it, where that may tell what the name does not.
     *
     * @param address null when none is stated
     */
    public static String of(String name, @CheckForNull String address) {
        return address == null || !LicenceAddress.is(address) || Licence.known(meaning(name))
                ? name
                : name + " <" + address + '>';
    }

    /** What a text means. */
    static Licence meaning(String text) {
        String stated = text.strip();
        int address = stated.endsWith(">") ? stated.lastIndexOf(" <") : -1;
        if (address > 0) {
            String place = stated.substring(address + 2, stated.length() - 1);
            if (LicenceAddress.is(place)) {
                return beside(stated, stated.substring(0, address).strip(), place);
            }
        }
        return alone(stated);
    }

    private static Licence alone(String text) {
        if (LicenceAddress.is(text)) {
            return LicenceAddress.meaning(text).orElseGet(() -> LicenceTerm.unknown(text));
        }
        Licence parsed;
        try {
            parsed = LicenceParser.parse(text);
        } catch (LicenceSyntaxException e) {
            return LicenceName.meaning(text).orElseGet(() -> {
                Unknown unknown = LicenceTerm.unknown(text);
                return e.limit()
                        ? new Unknown(text, unknown.names(), unknown.mentioned(), null, e.getMessage())
                        : unknown;
            });
        }
        return Licence.known(parsed) ? parsed : LicenceName.meaning(text).orElse(parsed);
    }

    /** The name counts; where it leaves something open, the address tells, and never against the name. */
    private static Licence beside(String stated, String name, String address) {
        Licence byName = alone(name);
        Optional<Licence> byAddress = LicenceAddress.meaning(address);
        Set<String> names = new LinkedHashSet<>(List.of(LicenceName.plain(name), LicenceName.plain(stated)));
        if (byName instanceof Ambiguous ambiguous) {
            List<Named> open = ambiguous.candidates();
            List<Named> told = byAddress.map(LicenceText::candidates).orElse(List.of());
            boolean narrower = !told.isEmpty() && texts(open).containsAll(texts(told));
            return new Ambiguous(stated, names, narrower ? told : open);
        }
        if (byName instanceof Unknown unknown) {
            return new Unknown(stated, names, unknown.mentioned(), byAddress.orElse(null), unknown.reason());
        }
        return byName;
    }

    private static List<Named> candidates(Licence licence) {
        if (licence instanceof Named named) {
            return List.of(named);
        }
        return licence instanceof Ambiguous ambiguous ? ambiguous.candidates() : List.of();
    }

    private static Set<String> texts(List<Named> licences) {
        Set<String> texts = new LinkedHashSet<>();
        licences.forEach(each -> texts.add(each.text()));
        return texts;
    }
}
