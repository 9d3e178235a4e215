package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.engine.wording.Argument;
import io.jenkins.plugins.compliance.engine.wording.Parameter;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * A phrase for programs, as exports have it.
 *
 * @param code what is said
 * @param arguments about what, by name; what says nothing is left out
 */
@ExportedBean(defaultVisibility = 9)
@Restricted(NoExternalUse.class)
public record PhraseBean(@Exported String code, @Exported Map<String, Object> arguments) {
    static PhraseBean of(Phrase phrase) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        List<Parameter> parameters = phrase.code().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Argument argument = phrase.arguments().get(i);
            if (!(argument instanceof Argument.None)) {
                arguments.put(parameters.get(i).name(), value(argument));
            }
        }
        return new PhraseBean(phrase.code().id(), arguments);
    }

    static List<PhraseBean> of(List<Phrase> phrases) {
        return phrases.stream().map(PhraseBean::of).toList();
    }

    private static Object value(Argument argument) {
        if (argument instanceof Argument.Count count) {
            return count.count();
        }
        if (argument instanceof Argument.Nested nested) {
            return of(nested.phrase());
        }
        if (argument instanceof Argument.Several several) {
            return several.each().stream().map(PhraseBean::value).toList();
        }
        if (argument instanceof Argument.Reference reference) {
            return Map.of("ledger", reference.ledger(), "sequence", reference.sequence());
        }
        if (argument instanceof Argument.Text text) {
            return text.text();
        }
        if (argument instanceof Argument.Term term) {
            return term.id();
        }
        if (argument instanceof Argument.Day day) {
            return day.day().toString();
        }
        return argument instanceof Argument.Moment moment ? moment.moment().toString() : "";
    }
}
