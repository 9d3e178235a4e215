package io.jenkins.plugins.compliance.engine.report.licence;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.compliance.engine.report.licence.LicenceAnswer.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class LicenceTextFuzzTest {
    private static final String DENIED = "GPL-3.0-only";
    private static final LicenceRules RULES = new LicenceRules(List.of("GPL-3.0*"), List.of());
    /** Lets pass all that a policy can: what is denied must be denied all the same. */
    private static final LicenceRules GENEROUS =
            new LicenceRules(List.of("GPL-3.0*"), List.of("*", "LicenseRef-*", "Acme"));

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "MIT and GPL-3.0-only",
                        "(MIT OR Apache-2.0) AND(BSD-3-Clause)",
                        "GPL-2.0-or-later WITH Classpath-exception-2.0",
                        "DocumentRef-a:LicenseRef-b OR MIT WITH AdditionRef-c",
                        "Apache License, Version 2.0",
                        "GNU General Public License <https://www.gnu.org/licenses/gpl.html>",
                        "https://opensource.org/licenses/MIT#",
                        "CDDL + GPLv2 with classpath exception",
                        "((((((((((MIT))))))))))",
                        "\u00A0MIT\u200BAnd\u2011")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void nothingEscapesAndNothingTakesAwayFromADenial(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        LicenceText.at(text, text);
        assertThat(LicenceText.defining("LicenseRef-a AND " + DENIED, Map.of("LicenseRef-a", text)))
                .satisfies(defined ->
                        assertThat(GENEROUS.answer(List.of(defined)).verdict()).isEqualTo(Verdict.DENIED));
        LicencePattern.of(text).isKnown();
        RULES.allows(List.of(text));
        RULES.answer(List.of(text));
        assertThat(RULES.answer(List.of(text, DENIED)).verdict()).isEqualTo(Verdict.DENIED);
        assertThat(GENEROUS.answer(List.of(text, DENIED)).verdict()).isEqualTo(Verdict.DENIED);
        // What is an expression by itself goes together with another; what is none is no choice.
        String joined = isExpression(text) ? "(" + text + ") AND " + DENIED : text + " AND " + DENIED;
        if (isExpression(text) || !isExpression(joined)) {
            assertThat(RULES.answer(List.of(joined)).verdict()).as(joined).isEqualTo(Verdict.DENIED);
            assertThat(GENEROUS.answer(List.of(joined)).verdict()).as(joined).isEqualTo(Verdict.DENIED);
        }
    }

    private static boolean isExpression(String text) {
        try {
            LicenceParser.parse(text);
            return true;
        } catch (LicenceSyntaxException e) {
            return false;
        }
    }
}
