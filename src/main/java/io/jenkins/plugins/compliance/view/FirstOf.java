package io.jenkins.plugins.compliance.view;

import java.util.List;
import java.util.function.Function;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The first of many, where a page shows something beside its own list.
 *
 * @param rows the first ones
 * @param more how many are not among them
 * @param <T> a row
 */
@Restricted(NoExternalUse.class)
public record FirstOf<T>(List<T> rows, int more) {
    /** Takes a copy of the rows. */
    public FirstOf {
        rows = List.copyOf(rows);
    }

    /** As many as fit on a page. Only those are made. */
    static <S, T> FirstOf<T> of(List<S> all, Function<S, T> row) {
        List<T> rows = all.stream().limit(PageOf.SIZE).map(row).toList();
        return new FirstOf<>(rows, all.size() - rows.size());
    }
}
