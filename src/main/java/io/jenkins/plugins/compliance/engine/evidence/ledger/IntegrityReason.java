package io.jenkins.plugins.compliance.engine.evidence.ledger;

import static io.jenkins.plugins.compliance.engine.wording.Parameter.text;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.wording.Parameter;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import io.jenkins.plugins.compliance.engine.wording.PhraseCode;
import java.util.List;

/** Why a piece of evidence can't be relied on. */
public enum IntegrityReason implements PhraseCode {
    /** What verification found, in its words. */
    FOUND(text("found")),
    /** An artifact of the build is not there. */
    ARTIFACT_GONE(text("artifact")),
    /** An artifact of the build is another one. */
    ARTIFACT_CHANGED(text("artifact"));

    private final List<Parameter> parameters;

    IntegrityReason(Parameter... parameters) {
        this.parameters = List.of(parameters);
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Says so. */
    public Phrase of(@CheckForNull Object... arguments) {
        return Phrase.of(this, arguments);
    }
}
