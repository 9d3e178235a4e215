package io.jenkins.plugins.compliance.engine.report.licence;

import io.jenkins.plugins.compliance.engine.io.file.TsvResource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Addresses under which texts of licences are published; nothing is fetched from them. */
final class LicenceAddress {
    private static final int LONGEST = 500;
    private static final List<String> SCHEMES = List.of("https://", "http://");
    private static final List<String> FOLDERS =
            List.of("spdx.org/licenses/", "opensource.org/license/", "opensource.org/licenses/");
    private static final List<String> ENDINGS = List.of(".html", ".htm", ".txt", ".php", ".json", ".en");

    private static final class Table {
        private static final Map<String, String> MEANINGS = load();
    }

    private LicenceAddress() {}

    /** Whether a text is an address. */
    static boolean is(String text) {
        return SCHEMES.stream().anyMatch(scheme -> text.regionMatches(true, 0, scheme, 0, scheme.length()))
                && text.codePoints().noneMatch(c -> LicenceParser.isSpace(c) || c == '<' || c == '>');
    }

    /** The licence that is published at an address; empty when that is not known. */
    static Optional<Licence> meaning(String address) {
        if (!is(address) || address.length() > LONGEST) {
            return Optional.empty();
        }
        String key = key(address.substring(address.indexOf("//") + 2));
        String meaning = Table.MEANINGS.get(key);
        if (meaning != null) {
            return Optional.of(LicenceName.read(address, meaning));
        }
        return FOLDERS.stream()
                .filter(key::startsWith)
                .map(folder -> LicenceTerm.of(key.substring(folder.length())))
                .filter(licence -> !(licence instanceof Licence.Unknown))
                .findFirst();
    }

    private static String key(String address) {
        String key = address.toLowerCase(Locale.ROOT);
        int end = key.indexOf('#');
        key = end < 0 ? key : key.substring(0, end);
        key = key.startsWith("www.") ? key.substring("www.".length()) : key;
        while (key.endsWith("/")) {
            key = key.substring(0, key.length() - 1);
        }
        for (String ending : ENDINGS) {
            key = key.endsWith(ending) ? key.substring(0, key.length() - ending.length()) : key;
        }
        return key;
    }

    private static Map<String, String> load() {
        Map<String, String> meanings = new HashMap<>();
        for (String[] row : TsvResource.rows(LicenceAddress.class, "licence-addresses.tsv")) {
            meanings.put(key(row[0]), row[1]);
        }
        return meanings;
    }
}
