package io.jenkins.plugins.compliance.engine.report.licence;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.report.licence.LicenceAnswer.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceRulesTest {
    private static final List<String> NONE = List.of();

    private static Verdict denied(List<String> denied, String... licences) {
        return new LicenceRules(denied, NONE).answer(List.of(licences)).verdict();
    }

    private static boolean allowed(List<String> allowed, String... licences) {
        return new LicenceRules(NONE, allowed).allows(List.of(licences));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GPL-3.0-only",
                "gpl-3.0-only",
                "Gpl-3.0-Or-Later",
                "GPL-3.0",
                "GPL-3.0+",
                "(GPL-3.0-only)",
                "((GPL-3.0-only))",
                "MIT AND GPL-3.0-only",
                "GPL-3.0-only AND MIT",
                "MIT and GPL-3.0-only",
                "MIT\tAND\tGPL-3.0-only",
                "MIT\nAND\r\nGPL-3.0-only",
                "MIT\u00A0AND\u00A0GPL-3.0-only",
                "MIT\u3000AND\u2003GPL-3.0-only",
                "MIT AND(GPL-3.0-only)",
                "(MIT)AND(GPL-3.0-only)",
                "MIT And GPL-3.0-only",
                "MIT aND GPL-3.0-only",
                "MIT Or GPL-3.0-only",
                "MIT oR GPL-3.0-only",
                "MIT\u200BAND\u200BGPL-3.0-only",
                "MIT AND GPL\u200B-3.0-only",
                "MIT AND GPL\u20113.0\u2010only",
                "MIT AND ＧＰＬ-3.0-only",
                "MIT, GPL-3.0-only",
                "MIT/GPL-3.0-only",
                "MIT;GPL-3.0-only",
                "MIT & GPL-3.0-only",
                "MIT && GPL-3.0-only",
                "MIT+GPL-3.0-only/x",
                "MIT GPL-3.0-only OR Zlib",
                "MIT OR (GPL-3.0-only",
                "(MIT OR GPL-3.0-only",
                "MIT OR GPL-3.0-only)",
                "MIT OR OR GPL-3.0-only",
                "MIT OR GPL-3.0-only AND ",
                "MIT OR GPL-3.0-only WITH ",
                "MIT OR AND GPL-3.0-only",
                "GPL-3.0 +",
                "something under the terms of GPL-3.0-only.",
                "GPL-3.0-only OR AGPL-3.0-only AND GPL-3.0-only",
                "(MIT OR GPL-3.0-only) AND GPL-3.0-or-later",
                "GPL-3.0-only WITH GCC-exception-3.1",
                "GPL-3.0-only with gcc-exception-3.1",
                "GPL-3.0-with-GCC-exception",
                "GPL-3.0-only WITH AdditionRef-whatever",
                "GPL-3.0-only WITH unheard-of",
                "GPL-3.0-only+",
                "GPLv3",
                "GPLv3+",
                "GPL v3",
                "GNU GPL v3",
                "GNU General Public License, version 3",
                "GNU General Public License v3 or later (GPLv3+)",
                "The GNU General Public Licence Version 3.0",
                "Apache License 2.0 and GNU General Public License v3",
                "https://www.gnu.org/licenses/gpl-3.0.html",
                "https://spdx.org/licenses/GPL-3.0-only",
                "GPL <https://www.gnu.org/licenses/gpl-3.0.txt>",
                "the GPL of <https://acme.example/x> GPL-3.0-only <https://opensource.org/licenses/MIT>",
                "LicenseRef-1 <LicenseRef-1: GPLv3>",
                "MIT AND LicenseRef-1 <LicenseRef-1: GPL-3.0-only>",
                "LicenseRef-1 AND LicenseRef-2 <LicenseRef-2: GPL v3> <LicenseRef-1: MIT>",
                "the usual <https://www.gnu.org/licenses/gpl-3.0.txt>",
                "what GPL-3.0-only says <https://opensource.org/licenses/MIT>",
                "GPL-3.0-only <https://opensource.org/licenses/MIT>",
            })
    void aDeniedLicenceIsDeniedHoweverItIsWritten(String licence) {
        assertThat(denied(List.of("AGPL-*", "GPL-3.0*"), licence)).as(licence).isEqualTo(Verdict.DENIED);
        assertThat(denied(List.of("agpl-*", "gpl-3.0*"), licence)).as(licence).isEqualTo(Verdict.DENIED);
        assertThat(allowed(List.of("MIT*", "Apache*", "Zlib"), licence))
                .as(licence)
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIT",
                "mit",
                "MIT OR GPL-3.0-only",
                "MIT or GPL-3.0-only",
                "GPL-3.0-only OR (MIT AND Zlib)",
                "GPL-3.0-only OR Unheard-1.0 OR MIT",
                "MIT OR GPL-3.0-only AND AGPL-3.0-only",
                "(MIT OR GPL-3.0-only) AND (AGPL-3.0-only OR Zlib)",
                "GPL-2.0-only",
                "GPL-2.0+",
                "GPL-2.0-or-later",
                "GPL-2.0-or-later WITH Classpath-exception-2.0",
                "LGPL-3.0-only",
                "Apache License, Version 2.0",
                "BSD",
                "LGPL",
                "CDDL + GPLv2 with classpath exception",
                "Public Domain",
                "http://www.apache.org/licenses/LICENSE-2.0.txt",
                "GNU General Public License <http://www.gnu.org/licenses/old-licenses/gpl-2.0.html>",
                "whatever we took <https://opensource.org/licenses/MIT>",
                "LicenseRef-1 <LicenseRef-1: New BSD License>",
                "MIT AND (LicenseRef-1 OR GPL-3.0-only) <LicenseRef-1: New BSD License>",
                "Apache-2.0+",
            })
    void whatObeysIsPermitted(String licence) {
        assertThat(new LicenceRules(List.of("AGPL-*", "GPL-3.0*"), NONE).answer(List.of(licence)))
                .as(licence)
                .isEqualTo(LicenceAnswer.PERMITTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acme Public Licence | Acme Public Licence",
                "Unheard-1.0 | Unheard-1.0",
                "MIT AND Unheard-1.0 | Unheard-1.0",
                "GPL-3.0-only OR Unheard-1.0 | Unheard-1.0",
                "MIT, Zlib | MIT, Zlib",
                "MIT / Apache-2.0 | MIT / Apache-2.0",
                "MIT Or Apache-2.0 | MIT Or Apache-2.0",
                "LicenseRef-acme | LicenseRef-acme",
                "DocumentRef-a:LicenseRef-b AND MIT | DocumentRef-a:LicenseRef-b",
                "LicenseRef-1 AND LicenseRef-2 <LicenseRef-1: MIT> | LicenseRef-2",
                "LicenseRef-1 <LicenseRef-2: MIT> | LicenseRef-1",
                "LicenseRef-1 WITH AdditionRef-x <LicenseRef-1: MIT> | LicenseRef-1 WITH AdditionRef-x",
                "MIT WITH unheard-of | MIT WITH unheard-of",
                "MIT WITH AdditionRef-x | MIT WITH AdditionRef-x",
                "NOASSERTION | NOASSERTION",
                "MIT AND NONE | NONE",
                "GPL | GPL, which may be GPL-3.0-only",
                "GNU GPL | GNU GPL, which may be GPL-3.0-only",
                "GPL AND MIT | GPL AND MIT: GPL, which may be GPL-3.0-only",
                "GNU General Public License <https://acme.example/gpl> |"
                        + " GNU General Public License <https://acme.example/gpl>, which may be GPL-3.0-only",
                "SEE LICENSE IN LICENCE.txt | SEE LICENSE IN LICENCE.txt",
                "UNLICENSED | UNLICENSED",
                "() | ()",
                "AND | AND",
                "МIT | МIT",
            })
    void whatNobodyCanTellIsUnknown(String licence, String because) {
        assertThat(new LicenceRules(List.of("GPL-3.0*"), NONE).answer(List.of(licence)))
                .as(licence)
                .isEqualTo(new LicenceAnswer(Verdict.UNKNOWN, because));
        assertThat(allowed(List.of("M*", "U*", "NO*", "Acme*", "DocumentRef-x:*"), licence))
                .as(licence)
                .isFalse();
    }

    @Test
    void severalLicencesApplyTogether() {
        assertThat(denied(List.of("GPL-*"), "MIT", "GPL-3.0-only")).isEqualTo(Verdict.DENIED);
        assertThat(denied(List.of("GPL-*"), "Acme", "GPL-3.0-only")).isEqualTo(Verdict.DENIED);
        assertThat(denied(List.of("GPL-*"), "Acme", "MIT")).isEqualTo(Verdict.UNKNOWN);
        assertThat(denied(List.of("GPL-*"), "Zlib", "MIT")).isEqualTo(Verdict.PERMITTED);
        assertThat(denied(List.of("GPL-*"))).isEqualTo(Verdict.PERMITTED);
        assertThat(allowed(List.of("MIT", "Zlib"), "MIT", "Zlib")).isTrue();
        assertThat(allowed(List.of("MIT"), "MIT", "Zlib")).isFalse();
        assertThat(allowed(List.of("MIT"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GPL-3.0-only, GPL-3.0",
        "GPL-3.0, GPL-3.0-only",
        "GPL-3.0-or-later, GPL-3.0+",
        "GPL-3.0+, GPL-3.0-or-later",
        "GPL-2.0-with-classpath-exception, GPL-2.0-only WITH Classpath-exception-2.0",
        "GPL-2.0-only WITH Classpath-exception-2.0, GPL-2.0-with-classpath-exception",
        "gpl-2.0 with classpath-exception-2.0, GPL-2.0-only WITH Classpath-exception-2.0",
        "GPL-2.0-with-*, GPL-2.0-only WITH Classpath-exception-2.0",
        "GPL-2.0-only, GPL-2.0-with-classpath-exception",
        "SSPL-1.0, SSPL-1.0+",
        "CDDL-1.0, CDDL-1.0+",
        "AGPL-3.0-or-later, AGPL-3.0+",
        "AGPL-3.0-only, AGPL-3.0-only+",
        "AGPL-3.0-or-later, AGPL-3.0-only+",
        "StandardML-NJ, SMLNJ",
        "eCos-2.0, GPL-2.0-or-later WITH eCos-exception-2.0",
        "GPLv3+, GPL-3.0-or-later",
        "Apache License 2.0, Apache-2.0",
        "'Apache License*', 'Apache License, Version 2.0'",
        "'GNU Affero*', GNU Affero General Public License v3",
        "LicenseRef-acme-*, LicenseRef-Acme-1",
        "LicenseRef-acme, DocumentRef-x:LicenseRef-acme",
        "LicenseRef-acme, LicenseRef-Acme <LicenseRef-Acme: MIT>",
        "'acme public*', 'Acme  Public\tLicence'",
        "BSD, BSD",
    })
    void aPatternMatchesEachWayOfWritingTheSame(String pattern, String licence) {
        assertThat(denied(List.of(pattern), licence)).isEqualTo(Verdict.DENIED);
    }

    @ParameterizedTest
    @CsvSource({
        "GPL-3.0-only, GPL-3.0-or-later",
        "GPL-2.0, GPL-2.0+",
        "GPL-2.0-only WITH Classpath-exception-2.0, GPL-2.0-only",
        "GPL-*, LGPL-3.0-only",
        "GPL-3.0, LGPL-3.0",
        "Apache-2.0+, Apache-2.0",
        "CDDL*, CDDL + GPLv2 with classpath exception",
    })
    void aPatternMatchesNothingElse(String pattern, String licence) {
        assertThat(denied(List.of(pattern), licence)).isEqualTo(Verdict.PERMITTED);
    }

    @ParameterizedTest
    @CsvSource({
        "MIT, MIT, true",
        "MIT, mit, true",
        "MIT, The MIT License, true",
        "MIT, (MIT), true",
        "MIT, Zlib, false",
        "MIT, MIT OR Zlib, true",
        "MIT, Zlib OR MIT, true",
        "MIT, Zlib or ISC, false",
        "MIT, MIT AND Zlib, false",
        "Apache-2.0, Apache-2.0 WITH LLVM-exception, true",
        "Apache-2.0, Apache-2.0+, true",
        "Apache-2.0, Apache-2.0 WITH AdditionRef-x, false",
        "Apache*, Apache-2.0 WITH AdditionRef-x, false",
        "Apache-2.0 WITH AdditionRef-x, Apache-2.0 WITH AdditionRef-x, true",
        "Apache-2.0 WITH LLVM-exception, Apache-2.0 with llvm-exception, true",
        "Apache-2.0 WITH LLVM-exception, Apache-2.0, false",
        "GPL-2.0, GPL-2.0-only, true",
        "BSD-*, BSD, false",
        "BSD, BSD, true",
        "GPL-*, GPLv3, true",
        "GPL-3.0-only, GPLv3, false",
        "LicenseRef-acme-*, LicenseRef-acme-1, true",
        "MIT, LicenseRef-1 <LicenseRef-1: The MIT License>, true",
        "Zlib, LicenseRef-1 <LicenseRef-1: The MIT License>, false",
        "LicenseRef-*, DocumentRef-a:LicenseRef-acme-1, false",
        "'Acme Public Licence', 'acme  public licence', true",
        "'Acme*', 'Acme Public Licence', false",
        "MIT*, MIT OR OR GPL-3.0-only, false",
    })
    void anAllowanceHoldsForWhatIsKnownOrNamedWhole(String pattern, String licence, boolean allowed) {
        assertThat(allowed(List.of(pattern), licence)).isEqualTo(allowed);
    }

    @Test
    void aTextThatTheAllowedNameWholeIsKnownToThem() {
        LicenceRules rules = new LicenceRules(List.of("GPL-*"), List.of("Acme Public Licence", "GPL"));
        assertThat(rules.answer(List.of("Acme Public Licence")).verdict()).isEqualTo(Verdict.PERMITTED);
        assertThat(rules.answer(List.of("Acme Private Licence")).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(rules.answer(List.of("Acme Public Licence AND GPL-2.0-only")).verdict())
                .isEqualTo(Verdict.DENIED);
    }

    @Test
    void theLicenceThatDecidesIsNamed() {
        LicenceRules rules = new LicenceRules(List.of("GPL-*"), NONE);
        assertThat(rules.answer(List.of("MIT", "MIT AND GPL-3.0")).because())
                .isEqualTo("MIT AND GPL-3.0: GPL-3.0-only");
        assertThat(rules.answer(List.of("MIT AND GPL-3.0-only")).because()).isEqualTo("GPL-3.0-only");
        assertThat(rules.answer(List.of("gpl-3.0-only")).because()).isEqualTo("GPL-3.0-only");
        assertThat(rules.answer(List.of("GPLv3")).because()).isEqualTo("GPLv3");
        assertThat(rules.answer(List.of("x".repeat(300))).because()).isEqualTo("x".repeat(99) + "…");
        assertThat(rules.answer(List.of("GPL-3.0-only\u202E\u001B[2J")).because())
                .doesNotContain("\u202E", "\u001B");
    }

    @Test
    void parenthesesAreFollowedToABound() {
        LicenceRules rules = new LicenceRules(List.of("GPL-*"), List.of("MIT"));
        assertThat(rules.answer(List.of(nested(LicenceParser.NESTING, "MIT OR GPL-3.0-only")))
                        .verdict())
                .isEqualTo(Verdict.PERMITTED);
        assertThat(rules.allows(List.of(nested(LicenceParser.NESTING, "MIT")))).isTrue();
        LicenceAnswer deep = rules.answer(List.of(nested(LicenceParser.NESTING + 1, "MIT")));
        assertThat(deep.verdict()).isEqualTo(Verdict.UNREADABLE);
        assertThat(deep.because()).startsWith("((((").endsWith("…: parentheses are nested deeper than 100");
        assertThat(rules.allows(List.of(nested(LicenceParser.NESTING + 1, "MIT"))))
                .isFalse();
        assertThat(rules.answer(List.of(nested(30_000, "MIT AND GPL-3.0-only"))).verdict())
                .isEqualTo(Verdict.DENIED);
    }

    @Test
    void aTextIsLookedAtToABound() {
        LicenceRules rules = new LicenceRules(List.of("GPL-*"), List.of("MIT"));
        String longest = "MIT" + " ".repeat(LicenceText.LONGEST - 6) + "MIT";
        assertThat(rules.answer(List.of(longest)).verdict()).isEqualTo(Verdict.UNKNOWN);
        LicenceAnswer longer = rules.answer(List.of(longest + " AND GPL-3.0-only"));
        assertThat(longer.verdict()).isEqualTo(Verdict.UNREADABLE);
        assertThat(longer.because()).endsWith("…: it is longer than 65536 characters");
        assertThat(rules.allows(List.of(longest + " OR MIT"))).isFalse();
    }

    private static String nested(int depth, String inner) {
        return "(".repeat(depth) + inner + ")".repeat(depth);
    }
}
