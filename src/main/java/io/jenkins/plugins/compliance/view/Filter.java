package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import java.util.List;
import java.util.function.Function;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * A choice by which a list is narrowed.
 *
 * @param name name of its parameter
 * @param label what it asks
 * @param options what can be chosen
 * @param chosen what was chosen; null for all
 * @param <E> what is chosen
 */
@Restricted(NoExternalUse.class)
public record Filter<E>(
        String name,
        String label,
        List<Option> options,
        @CheckForNull E chosen,
        String chosenId) {
    /** Takes a copy of the options. */
    public Filter {
        options = List.copyOf(options);
    }

    /**
     * One that can be chosen.
     *
     * @param id value of the parameter
     * @param label its name for people
     * @param selected whether it is chosen
     */
    public record Option(String id, String label, boolean selected) {}

    /**
     * Makes one.
     *
     * @throws RuntimeException answered with status 400 when the query asks for a value that is none of these
     */
    static <E> Filter<E> of(
            Query query, String name, String label, List<E> values, Function<E, String> id, Function<E, String> words) {
        E chosen = query.choice(name, values, id);
        return new Filter<>(
                name,
                label,
                values.stream()
                        .map(each -> new Option(id.apply(each), words.apply(each), each.equals(chosen)))
                        .toList(),
                chosen,
                chosen == null ? "" : id.apply(chosen));
    }

    /** Whether a value is what was chosen, or nothing was. */
    boolean admits(E value) {
        return chosen == null || chosen.equals(value);
    }

    /** The choice as it stands in an address; empty for all. */
    String query() {
        return chosenId.isEmpty() ? "" : name + '=' + Util.rawEncode(chosenId);
    }
}
