package io.jenkins.plugins.compliance.engine.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceExpressionTest {
    private static final List<String> COPYLEFT = List.of("GPL-*", "AGPL-*");
    private static final List<String> PERMISSIVE = List.of("MIT", "Apache-2.0", "BSD-*");

    @Test
    void theIdsOfAnExpressionAreNamedWithoutItsOperators() {
        assertThat(LicenceExpression.ids("(MIT OR (GPL-2.0-only WITH Classpath-exception-2.0)) AND BSD-3-Clause"))
                .containsExactly("MIT", "GPL-2.0-only", "Classpath-exception-2.0", "BSD-3-Clause");
        assertThat(LicenceExpression.ids("Apache License, Version 2.0")).containsExactly("Apache License, Version 2.0");
        assertThat(LicenceExpression.ids("(GPL-3.0-only)")).containsExactly("GPL-3.0-only");
    }

    @ParameterizedTest
    @CsvSource({
        "MIT, true",
        "GPL-3.0-only, false",
        "(GPL-3.0-only), false",
        "MIT OR GPL-3.0-only, true",
        "GPL-3.0-only OR MIT, true",
        "GPL-2.0-only OR AGPL-3.0-only, false",
        "MIT AND GPL-3.0-only, false",
        "GPL-3.0-only AND MIT, false",
        "MIT AND Zlib, true",
        "GPL-2.0-only WITH Classpath-exception-2.0, false",
        "MIT WITH GPL-exception OR GPL-2.0-only, true",
        "MIT OR GPL-2.0-only AND AGPL-3.0-only, true",
        "(MIT OR GPL-2.0-only) AND AGPL-3.0-only, false",
        "(MIT OR GPL-2.0-only) AND (AGPL-3.0-only OR Zlib), true",
    })
    void aDeniedLicenceIsAvoidableWhereAChoiceIsOffered(String licence, boolean avoidable) {
        assertThat(LicenceExpression.avoidable(licence, COPYLEFT)).isEqualTo(avoidable);
    }

    @ParameterizedTest
    @CsvSource({
        "MIT, true",
        "(MIT), true",
        "Zlib, false",
        "MIT OR Zlib, true",
        "Zlib OR MIT, true",
        "Zlib OR ISC, false",
        "MIT AND Zlib, false",
        "MIT AND BSD-3-Clause, true",
        "MIT AND BSD-3-Clause AND Zlib, false",
        "Apache-2.0 WITH LLVM-exception, true",
        "Zlib WITH LLVM-exception, false",
        "(MIT OR Zlib) AND (ISC OR Apache-2.0), true",
        "(MIT OR Zlib) AND (ISC OR Zlib), false",
    })
    void anAllowedLicenceIsEnoughWhereAChoiceIsOffered(String licence, boolean satisfiable) {
        assertThat(LicenceExpression.satisfiable(licence, PERMISSIVE)).isEqualTo(satisfiable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIT GPL-3.0-only OR Zlib",
                "MIT OR (GPL-3.0-only",
                "(MIT OR GPL-3.0-only",
                "MIT OR GPL-3.0-only)",
                "MIT OR OR GPL-3.0-only",
                "MIT OR GPL-3.0-only AND ",
                "MIT OR GPL-3.0-only WITH ",
                "MIT OR AND GPL-3.0-only",
            })
    void whatCannotBeParsedOffersNoChoice(String licence) {
        assertThat(LicenceExpression.avoidable(licence, COPYLEFT)).isFalse();
        assertThat(LicenceExpression.satisfiable(licence, PERMISSIVE)).isFalse();
        assertThat(LicenceExpression.satisfiable(licence, List.of("MIT*"))).isEqualTo(licence.startsWith("MIT"));
        assertThat(LicenceExpression.avoidable(licence, List.of("AGPL-*"))).isTrue();
    }

    @Test
    void parenthesesAreFollowedToABound() {
        assertThat(LicenceExpression.satisfiable(nested(100), PERMISSIVE)).isTrue();
        assertThat(LicenceExpression.satisfiable(nested(101), PERMISSIVE)).isFalse();
        assertThat(LicenceExpression.avoidable(nested(100_000), COPYLEFT)).isTrue();
    }

    private static String nested(int depth) {
        return "(".repeat(depth) + "MIT OR Zlib" + ")".repeat(depth);
    }
}
