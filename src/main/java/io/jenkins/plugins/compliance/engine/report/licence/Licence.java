package io.jenkins.plugins.compliance.engine.report.licence;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a text about a licence means: one licence, one of several without saying which, something unknown, or a combination of these.
 * Names are in lower case with single spaces, since SPDX compares ids without regard to case.
 */
sealed interface Licence {

    /** As a message shows it. */
    String text();

    /**
     * One licence.
     *
     * @param text its id as the SPDX License List writes it today, with what is added to it
     * @param names each way of writing exactly this licence
     * @param wider each way of writing the licence to which a {@code +} or an exception was added; a denial of it covers this one too
     * @param listed whether the SPDX License List, or our table of names, says what it is
     */
    record Named(String text, Set<String> names, Set<String> wider, boolean listed) implements Licence {
        public Named {
            names = ordered(names);
            wider = ordered(wider);
        }

        /** The same licence, written in one more way. */
        Named alsoWritten(String name) {
            Set<String> more = new LinkedHashSet<>(names);
            more.add(name);
            return new Named(text, more, wider, listed);
        }
    }

    /**
     * One of several licences; the text leaves open which.
     *
     * @param text the text as it is stated
     * @param names the text, and the name in it
     * @param candidates the licences that it may be
     */
    record Ambiguous(String text, Set<String> names, List<Named> candidates) implements Licence {
        public Ambiguous {
            names = ordered(names);
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Neither an expression nor the id or the name of a licence that is known.
     *
     * @param text the text as it is stated
     * @param names the text, and the name in it
     * @param mentioned the licences that are mentioned in it
     * @param beside what the address or the definition that is stated beside it means; null when there is none that is known
     * @param reason what keeps it from being read, where that is a limit; null for any other
     */
    record Unknown(
            String text,
            Set<String> names,
            List<Licence> mentioned,
            @CheckForNull Licence beside,
            @CheckForNull String reason)
            implements Licence {
        public Unknown {
            names = ordered(names);
            mentioned = List.copyOf(mentioned);
        }
    }

    /**
     * All of these apply.
     *
     * @param parts two or more, none of which is of this kind
     */
    record All(List<Licence> parts) implements Licence {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public String text() {
            return joined(parts, " AND ");
        }
    }

    /**
     * Whoever uses the component chooses one of these.
     *
     * @param parts two or more, none of which is of this kind
     */
    record Any(List<Licence> parts) implements Licence {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public String text() {
            return joined(parts, " OR ");
        }
    }

    /** What applies when all of these do; the one there is, or one combination without another of its kind in it. */
    static Licence all(List<Licence> parts) {
        List<Licence> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(part instanceof All all ? all.parts() : List.of(part)));
        return flat.size() == 1 ? flat.get(0) : new All(flat);
    }

    /** What a choice among these means; the one there is, or one combination without another of its kind in it. */
    static Licence any(List<Licence> parts) {
        List<Licence> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(part instanceof Any any ? any.parts() : List.of(part)));
        return flat.size() == 1 ? flat.get(0) : new Any(flat);
    }

    /** Whether all of it is known: nothing in it is ambiguous, unknown or defined elsewhere. */
    static boolean known(Licence licence) {
        if (licence instanceof All all) {
            return all.parts().stream().allMatch(Licence::known);
        }
        if (licence instanceof Any any) {
            return any.parts().stream().allMatch(Licence::known);
        }
        return licence instanceof Named named && named.listed();
    }

    private static String joined(List<Licence> parts, String operator) {
        StringBuilder text = new StringBuilder();
        for (Licence part : parts) {
            boolean grouped = part instanceof All || part instanceof Any;
            text.append(text.length() == 0 ? "" : operator)
                    .append(grouped ? "(" : "")
                    .append(part.text())
                    .append(grouped ? ")" : "");
        }
        return text.toString();
    }

    private static Set<String> ordered(Set<String> names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }
}
