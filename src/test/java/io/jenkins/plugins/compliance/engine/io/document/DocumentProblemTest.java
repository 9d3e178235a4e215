package io.jenkins.plugins.compliance.engine.io.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblem.Level;
import org.junit.jupiter.api.Test;

class DocumentProblemTest {
    private static final Position AT = new Position("p.yaml", 1, 2);

    // Found by a property test, with a name that is written from right to left.
    @Test
    void whatADocumentHoldsNeitherBreaksALineNorTurnsIt() {
        DocumentProblem problem = new DocumentProblem(
                Level.ERROR, "wrong-value", AT, "found a\nb\u001B[31m", "did you mean \u202Ec\u2028?");

        assertThat(problem)
                .hasToString("p.yaml:1:2: error: found a b[U+001B][31m (did you mean [U+202E]c ?) [wrong-value]");
        assertThat(new MalformedInputException(AT, "found \t")).hasMessage("p.yaml:1:2: found  ");
    }

    @Test
    void otherTextStaysAsItIs() {
        assertThat(new DocumentProblem(Level.WARNING, "c", AT, "früh \uD83D\uDE00", null))
                .hasToString("p.yaml:1:2: warning: früh \uD83D\uDE00 [c]");
    }
}
