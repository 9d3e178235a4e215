package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import io.jenkins.plugins.compliance.engine.prose.Span;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * A run of text in a playbook, which its view shows.
 *
 * @param kind {@code text}, {@code code}, {@code strong}, {@code emphasis}, {@code link} or {@code break}
 * @param text its text, plain; empty when it has runs
 * @param target where a link leads, an address as {@link io.jenkins.plugins.compliance.engine.prose.WebAddress} gives it; null when it is none
 * @param runs what is stressed or linked
 */
@Restricted(NoExternalUse.class)
public record ProseRun(
        String kind, String text, @CheckForNull String target, List<ProseRun> runs) {
    /** Takes a copy of the runs. */
    public ProseRun {
        runs = List.copyOf(runs);
    }

    static List<ProseRun> of(List<Span> spans) {
        return spans.stream().map(ProseRun::of).toList();
    }

    private static ProseRun of(Span span) {
        if (span instanceof Span.Strong strong) {
            return new ProseRun("strong", "", null, of(strong.spans()));
        }
        if (span instanceof Span.Emphasis emphasis) {
            return new ProseRun("emphasis", "", null, of(emphasis.spans()));
        }
        if (span instanceof Span.Link link) {
            return new ProseRun("link", "", link.target(), of(link.spans()));
        }
        if (span instanceof Span.Code code) {
            return new ProseRun("code", DisplayText.line(code.text()), null, List.of());
        }
        return span instanceof Span.Text text
                ? new ProseRun("text", DisplayText.line(text.text()), null, List.of())
                : new ProseRun("break", "", null, List.of());
    }
}
