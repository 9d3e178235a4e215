package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.function.Function;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * One page of a list.
 *
 * @param rows its rows
 * @param number its number, from 1
 * @param pages how many pages there are, at least 1
 * @param total how many rows all pages have
 * @param previous address of the page before; null when there is none
 * @param next address of the page after; null when there is none
 * @param <T> a row
 */
@Restricted(NoExternalUse.class)
public record PageOf<T>(
        List<T> rows,
        int number,
        int pages,
        int total,
        @CheckForNull String previous,
        @CheckForNull String next) {
    /** Rows of a page. */
    static final int SIZE = 50;

    /** Takes a copy of the rows. */
    public PageOf {
        rows = List.copyOf(rows);
    }

    /** Number of the first row, from 1; 0 when there is none. */
    public int first() {
        return rows.isEmpty() ? 0 : (number - 1) * SIZE + 1;
    }

    /** Number of the last row. */
    public int last() {
        return (number - 1) * SIZE + rows.size();
    }

    /** The page that a query asks for; the last one when it asks for one beyond it. Only its rows are made. */
    static <S, T> PageOf<T> of(List<S> all, Function<S, T> row, Query query, Filters filters) {
        int number = Math.min(query.page(), pages(all.size()));
        List<T> rows =
                all.stream().skip((number - 1L) * SIZE).limit(SIZE).map(row).toList();
        return of(rows, number, all.size(), filters);
    }

    /** A page of rows that were cut out already. */
    static <T> PageOf<T> of(List<T> rows, int number, int total, Filters filters) {
        int pages = pages(total);
        return new PageOf<>(
                rows,
                number,
                pages,
                total,
                number > 1 ? filters.address(number - 1) : null,
                number < pages ? filters.address(number + 1) : null);
    }

    /** How many pages so many rows have. */
    static int pages(int total) {
        return Math.max(1, (total + SIZE - 1) / SIZE);
    }
}
