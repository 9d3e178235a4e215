package io.jenkins.plugins.compliance.engine.report.licence;

import io.jenkins.plugins.compliance.engine.io.Wildcard;
import io.jenkins.plugins.compliance.engine.io.file.TsvResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The SPDX License List: ids of licences and of exceptions, and what deprecated ids are written as today. See {@code NOTICE}. */
final class LicenceList {
    private static final class Standard {
        private static final LicenceList LIST = new LicenceList();
    }

    private final Map<String, Entry> licences = new LinkedHashMap<>();
    private final Map<String, String> exceptions = new HashMap<>();
    private final Map<String, Set<String>> spellings = new HashMap<>();

    /**
     * A licence of the list.
     *
     * @param id its id
     * @param name its full name; empty when our source has none
     * @param instead the expression that a deprecated id is written as today; empty for an id that is in use
     */
    record Entry(String id, String name, String instead) {
        /** How it is written today. */
        String current() {
            return instead.isEmpty() ? id : instead;
        }
    }

    private LicenceList() {
        for (String[] row : TsvResource.rows(LicenceList.class, "licences.tsv")) {
            Entry entry = new Entry(row[0], row[1], row[2]);
            licences.put(lower(entry.id()), entry);
            spellings
                    .computeIfAbsent(lower(entry.current()), key -> new LinkedHashSet<>(List.of(key)))
                    .add(lower(entry.id()));
        }
        for (String[] row : TsvResource.rows(LicenceList.class, "licence-exceptions.tsv")) {
            exceptions.put(lower(row[0]), row[0]);
        }
    }

    /** The list; read when it is first asked for. */
    static LicenceList standard() {
        return Standard.LIST;
    }

    /** The licence of an id, without regard to case. */
    Optional<Entry> licence(String id) {
        return Optional.ofNullable(licences.get(lower(id)));
    }

    /** The id of an exception as the list writes it, without regard to case. */
    Optional<String> exception(String id) {
        return Optional.ofNullable(exceptions.get(lower(id)));
    }

    /** The licences in the order of the list, deprecated ones among them. */
    Collection<Entry> licences() {
        return licences.values();
    }

    /** Ids of exceptions, in lower case. */
    Collection<String> exceptions() {
        return exceptions.keySet();
    }

    /** Ids in use that match a pattern, without regard to case. */
    List<String> inUse(String pattern) {
        List<String> ids = new ArrayList<>();
        licences.forEach((key, entry) -> {
            if (entry.instead().isEmpty() && Wildcard.matches(lower(pattern), key)) {
                ids.add(entry.id());
            }
        });
        return ids;
    }

    /** Each way of writing what is written so today, in lower case: itself, and the deprecated ids that stand for it. */
    Set<String> spellings(String current) {
        return spellings.getOrDefault(lower(current), Set.of(lower(current)));
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
