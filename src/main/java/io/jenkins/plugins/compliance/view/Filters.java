package io.jenkins.plugins.compliance.view;

import hudson.Util;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * All that a list is narrowed by.
 *
 * @param choices the choices
 * @param text what a row must hold; empty for anything
 * @param asOf the moment that the page speaks of, as the address has it; empty for now
 */
@Restricted(NoExternalUse.class)
public record Filters(List<Filter<?>> choices, String text, String asOf) {
    /** Takes a copy of the choices. */
    public Filters {
        choices = List.copyOf(choices);
    }

    static Filters of(Query query, Filter<?>... choices) {
        return new Filters(List.of(choices), query.text("q"), query.text(Query.AS_OF));
    }

    /** The word of an outcome. */
    static String words(Outcome outcome) {
        return new OutcomeView(outcome).words();
    }

    /** Whether anything is narrowed. */
    public boolean active() {
        return !text.isEmpty() || choices.stream().anyMatch(each -> each.chosen() != null);
    }

    /** The address of the whole list, relative to the list. */
    public String cleared() {
        return asOf.isEmpty() ? "." : "?" + Query.AS_OF + '=' + Util.rawEncode(asOf);
    }

    /** Whether one of some texts holds the text that is looked for. */
    boolean admits(String... texts) {
        if (text.isEmpty()) {
            return true;
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        return Stream.of(texts).anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** The address of a page of the list, relative to the list. */
    String address(int page) {
        List<String> parts = new ArrayList<>();
        choices.stream().map(Filter::query).filter(each -> !each.isEmpty()).forEach(parts::add);
        if (!text.isEmpty()) {
            parts.add("q=" + Util.rawEncode(text));
        }
        if (!asOf.isEmpty()) {
            parts.add(Query.AS_OF + '=' + Util.rawEncode(asOf));
        }
        if (page > 1) {
            parts.add("page=" + page);
        }
        return "?" + String.join("&", parts);
    }
}
