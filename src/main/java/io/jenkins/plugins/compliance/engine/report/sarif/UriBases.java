package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.KeptText;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The {@code originalUriBaseIds} of a run (section 3.14.14), and the paths of artifacts by them.
 *
 * <p>Paths are for people and for comparing one run with the next, on whatever machine: a base URI that is absolute is the place
 * where the tool happened to run, and the path is made relative to it. Where several are nested, the outermost is taken for the
 * directory that was scanned.
 */
final class UriBases {
    static final UriBases NONE = new UriBases(Map.of());

    private static final int LONGEST_CHAIN = 32;

    private final Map<String, Base> bases;
    private final Map<String, String> prefixes = new HashMap<>();
    private final NavigableSet<String> roots;

    private UriBases(Map<String, Base> bases) {
        this.bases = bases;
        this.roots = outermost(bases);
    }

    /**
     * An entry.
     *
     * @param uri its URI; empty when left out
     * @param base id of the base that it is relative to; null when it is absolute
     */
    private record Base(String uri, @CheckForNull String base) {}

    static UriBases read(JsonCursor json, KeptText kept) throws IOException {
        Map<String, Base> bases = new HashMap<>();
        if (json.beginObject()) {
            for (String id = json.nextName(); id != null; id = json.nextName()) {
                bases.put(kept.keep(id), base(json, kept));
            }
        }
        return new UriBases(bases);
    }

    /** The path of an artifact. */
    String path(String uri, @CheckForNull String baseId) {
        String path = UriPath.of(uri);
        if (UriPath.isAbsolute(path)) {
            return bases.isEmpty() ? path : belowRoot(path);
        }
        if (baseId == null || !bases.containsKey(baseId)) {
            return path;
        }
        String prefix = prefixes.get(baseId);
        if (prefix == null) {
            prefix = belowRoot(resolved(baseId, bases));
            prefixes.put(baseId, prefix);
        }
        return prefix.isEmpty() ? path : prefix + path;
    }

    private static Base base(JsonCursor json, KeptText kept) throws IOException {
        String uri = "";
        String base = null;
        if (json.beginObject()) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                switch (name) {
                    case "uri" -> uri = kept.keep(json.text(""));
                    case "uriBaseId" -> base = kept.keepIfAny(json.text());
                    default -> {}
                }
            }
        }
        return new Base(uri, base);
    }

    // As far as it goes: a base that is not there, or refers to itself in the end, leaves a relative path (section
    // 3.14.14).
    private static String resolved(String baseId, Map<String, Base> bases) {
        StringBuilder resolved = new StringBuilder();
        String id = baseId;
        for (int hop = 0; hop < LONGEST_CHAIN && id != null; hop++) {
            Base base = bases.get(id);
            if (base == null) {
                break;
            }
            String path = UriPath.of(base.uri());
            if (!path.isEmpty() && !path.endsWith("/")) {
                path += "/";
            }
            resolved.insert(0, path);
            id = UriPath.isAbsolute(path) || base.base() == null || base.base().equals(baseId) ? null : base.base();
        }
        return resolved.toString();
    }

    private static NavigableSet<String> outermost(Map<String, Base> bases) {
        NavigableSet<String> all = new TreeSet<>();
        bases.keySet().forEach(id -> all.add(resolved(id, bases)));
        NavigableSet<String> outermost = new TreeSet<>();
        for (String root : all) {
            if (isDirectory(root) && (outermost.isEmpty() || !root.startsWith(outermost.last()))) {
                outermost.add(root);
            }
        }
        return outermost;
    }

    // None of the roots is within another, so that only the nearest one in order can contain the path.
    private String belowRoot(String path) {
        String root = roots.floor(path);
        return root != null && path.startsWith(root) ? path.substring(root.length()) : path;
    }

    // Not the root of a file system: everything is below that.
    private static boolean isDirectory(String root) {
        return UriPath.isAbsolute(root) && root.indexOf('/', 1) > 0 && root.indexOf('/') != root.length() - 1;
    }
}
