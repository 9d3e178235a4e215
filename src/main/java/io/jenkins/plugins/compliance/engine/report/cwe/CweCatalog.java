package io.jenkins.plugins.compliance.engine.report.cwe;

import io.jenkins.plugins.compliance.engine.io.file.TsvResource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names and parents of weaknesses: the Common Weakness Enumeration 4.20 of The MITRE Corporation, without what is deprecated.
 * See {@code NOTICE} for its terms of use.
 */
public final class CweCatalog {
    private static final class Standard {
        private static final CweCatalog TABLE = load();
    }

    private final Map<Integer, Entry> entries;

    private CweCatalog(Map<Integer, Entry> entries) {
        this.entries = entries;
    }

    private record Entry(int cwe, List<Integer> parents, String name) {}

    /** The table; read when it is first asked for. */
    public static CweCatalog standard() {
        return Standard.TABLE;
    }

    /** How many weaknesses it has. */
    public int size() {
        return entries.size();
    }

    /** The name of a weakness; empty when it is unknown. */
    public Optional<String> name(int cwe) {
        return Optional.ofNullable(entries.get(cwe)).map(Entry::name);
    }

    /** The weaknesses that one is a kind of, directly. */
    public List<Integer> parents(int cwe) {
        Entry entry = entries.get(cwe);
        return entry == null ? List.of() : entry.parents();
    }

    /** The weaknesses that one is a kind of, nearest first, without itself. */
    public List<Integer> ancestors(int cwe) {
        Set<Integer> ancestors = new LinkedHashSet<>();
        List<Integer> generation = parents(cwe);
        while (!generation.isEmpty()) {
            List<Integer> next = new ArrayList<>();
            for (int ancestor : generation) {
                if (ancestors.add(ancestor)) {
                    next.addAll(parents(ancestor));
                }
            }
            generation = next;
        }
        return List.copyOf(ancestors);
    }

    /** Whether a weakness is another one or a kind of it. */
    public boolean isA(int cwe, int wanted) {
        return cwe == wanted || ancestors(cwe).contains(wanted);
    }

    private static CweCatalog load() {
        return new CweCatalog(TsvResource.rows(CweCatalog.class, "cwe.tsv").stream()
                .map(row -> new Entry(Integer.parseInt(row[0]), numbers(row[1]), row[2]))
                .collect(Collectors.toUnmodifiableMap(Entry::cwe, Function.identity())));
    }

    private static List<Integer> numbers(String column) {
        return column.isEmpty()
                ? List.of()
                : Arrays.stream(column.split(",")).map(Integer::valueOf).toList();
    }
}
