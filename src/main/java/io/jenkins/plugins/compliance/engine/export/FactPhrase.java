package io.jenkins.plugins.compliance.engine.export;

import static io.jenkins.plugins.compliance.engine.wording.Parameter.count;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.day;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.list;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.phrase;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.term;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.text;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.wording.Parameter;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import io.jenkins.plugins.compliance.engine.wording.PhraseCode;
import java.util.List;

/** What was observed, one sentence for each kind of fact. */
enum FactPhrase implements PhraseCode {
    SCAN_RAN(
            text("tool"),
            text("version"),
            text("category"),
            text("directory"),
            count("files"),
            count("all"),
            phrase("took"),
            count("exitCode"),
            term("meaning"),
            list("reasons")),
    LESS_THAN_A_SECOND(),
    FOR_SECONDS(count("seconds")),
    FOR_MINUTES(count("minutes")),
    MADE_BY(text("tool"), text("version"), list("reasons")),
    MADE_ELSEWHERE(list("reasons")),
    ATTESTS(text("issuer"), text("type"), day("issued"), day("expires"), text("statement"), text("reference")),
    APPROVED(text("approver"), text("what"), text("comment")),
    FACTS(list("facts")),
    PLANNED(count("tools"), list("absent"));

    private final List<Parameter> parameters;

    FactPhrase(Parameter... parameters) {
        this.parameters = List.of(parameters);
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    Phrase of(@CheckForNull Object... arguments) {
        return Phrase.of(this, arguments);
    }
}
