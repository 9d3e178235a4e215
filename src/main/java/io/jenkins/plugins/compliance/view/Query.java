package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerRequest2;

/** What the address of a page asks for after its question mark. What it can't ask for is answered with status 400. */
final class Query {
    /** Name of the parameter that says as of when. */
    static final String AS_OF = "asOf";

    private static final int TEXT_LENGTH = 100;
    private static final int LAST_PAGE = 1_000_000;

    @CheckForNull
    private final StaplerRequest2 request;

    private Query(@CheckForNull StaplerRequest2 request) {
        this.request = request;
    }

    /** That of the request that is being answered. */
    static Query current() {
        return new Query(Stapler.getCurrentRequest2());
    }

    /** A free text, stripped; empty when there is none. */
    String text(String name) {
        String value = request == null ? null : request.getParameter(name);
        String text = value == null ? "" : value.strip();
        if (text.length() > TEXT_LENGTH) {
            throw refused(Messages.Query_tooLong(name, TEXT_LENGTH));
        }
        return text;
    }

    /** One of some values; null when none was chosen. */
    @CheckForNull
    <E> E choice(String name, Iterable<E> values, Function<E, String> id) {
        String chosen = text(name);
        if (chosen.isEmpty()) {
            return null;
        }
        for (E value : values) {
            if (id.apply(value).equals(chosen)) {
                return value;
            }
        }
        throw refused(Messages.Query_unknown(name));
    }

    /** Number of the page, from 1. */
    int page() {
        String page = text("page");
        if (page.isEmpty()) {
            return 1;
        }
        try {
            int number = Integer.parseInt(page);
            if (number >= 1 && number <= LAST_PAGE) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refused(Messages.Query_unknown("page"));
        }
        throw refused(Messages.Query_unknown("page"));
    }

    /** The moment that a day or moment means: a day means its end in UTC. Null when the text is empty. */
    @CheckForNull
    Instant moment(String name) {
        String written = text(name);
        if (written.isEmpty()) {
            return null;
        }
        try {
            return written.contains("T")
                    ? Instant.parse(written)
                    : LocalDate.parse(written)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minusMillis(1);
        } catch (DateTimeException e) {
            throw refused(Messages.Query_noMoment(name));
        }
    }

    /** The first moment that a day or moment means, in UTC. Null when the text is empty. */
    @CheckForNull
    Instant start(String name) {
        String written = text(name);
        try {
            return written.isEmpty() || written.contains("T")
                    ? moment(name)
                    : LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw refused(Messages.Query_noMoment(name));
        }
    }

    /** What to throw so that the request is answered with status 400 and this text. */
    static RuntimeException refused(String message) {
        return HttpResponses.errorWithoutStack(400, message);
    }
}
