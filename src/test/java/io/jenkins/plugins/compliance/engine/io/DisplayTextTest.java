package io.jenkins.plugins.compliance.engine.io;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTextTest {
    /** Java's own names for what may not be left, beside what is ignorable without being a format character. */
    private static final String OBEYED = "[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\p{IsNoncharacter_Code_Point}"
            + "\\u200B\\u200E\\u200F\\u00AD\\u061C\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0"
            + "\\uFFF9-\\uFFFB\\x{E0000}-\\x{E0FFF}]";

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x08, 0x1B, 0x7F, 0x80, 0x9B, 0xAD, 0x34F, 0x61C, 0x115F, 0x180E, 0x200B, 0x200C, 0x200D,
                0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x2064, 0x2065, 0x2066, 0x2069, 0x206F, 0x3164, 0xD800, 0xDFFF,
                0xFDD0, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0xFFF9, 0xFFFB, 0xFFFE, 0xFFFF, 0x1D173, 0xE0001,
                0xE0041, 0xE0100, 0xE0FFF, 0x1FFFE, 0x10FFFF
            })
    void whatIsObeyedOrNotShownIsNamed(int c) {
        String text = "a" + new String(Character.toChars(c)) + "b";
        String named = String.format("a[U+%04X]b", c);
        assertThat(DisplayText.line(text)).isEqualTo(named);
        assertThat(DisplayText.lines(text)).isEqualTo(named);
        assertThat(DisplayText.isPlainLine(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u000B", "\f", "\u0085", "\u2028", "\u2029"})
    void whatEndsALineIsASpaceInOneLineAndALineFeedInSeveral(String end) {
        assertThat(DisplayText.line("a" + end + "b")).isEqualTo("a b");
        assertThat(DisplayText.lines("a" + end + "\tb")).isEqualTo("a\n\tb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain [text] \u00E9\u00A0\u4E2D\u3000\uE000",
                "\u26A0\uFE0F careful",
                "1\uFE0F\u20E3",
                "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDCBB",
                "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "\u0D28\u0D4D\u200D\u0D2E",
            })
    void whatIsReadStays(String text) {
        assertThat(DisplayText.line(text)).isSameAs(text);
        assertThat(DisplayText.lines(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "pay\u200Dpal, pay[U+200D]pal",
        "a\uFE0F\u200D\u26A0, a[U+FE0F][U+200D]\u26A0",
        "\u26A0\uFE0F\uFE0F, \u26A0\uFE0F[U+FE0F]",
        "x=\uFE0F1, x=[U+FE0F]1",
        "\u0627\u200C, \u0627[U+200C]",
    })
    void joinersThatJoinNothingAreNamed(String text, String shown) {
        assertThat(DisplayText.line(text)).isEqualTo(shown);
    }

    @Test
    void escapeSequencesDoNothing() {
        assertThat(DisplayText.line("\u001B[2J\u001B]0;title\u0007 \u009B31m"))
                .isEqualTo("[U+001B][2J[U+001B]]0;title[U+0007] [U+009B]31m");
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(DisplayText.cut("abcdef", 6)).isEqualTo("abcdef");
        assertThat(DisplayText.cut("abcdef", 5)).isEqualTo("abcd\u2026");
        assertThat(DisplayText.cut("abc\uD83D\uDE00ef", 5)).isEqualTo("abc\u2026");
        assertThat(DisplayText.line("\u202E" + "a".repeat(20), 10)).isEqualTo("[U+202E]a\u2026");
        assertThat(DisplayText.cut("ab", 1)).isEqualTo("\u2026");
    }

    @Test
    void controlsAreToldFromOtherCharacters() {
        assertThat(DisplayText.hasControls("a\tb\nc\u202E")).isFalse();
        assertThat(DisplayText.hasControls("a\u009Bb")).isTrue();
        assertThat(DisplayText.withoutControls("a\t\u001Bb\nc\u202E")).isEqualTo("a  b\nc\u202E");
    }

    @Property(tries = 2000)
    void nothingIsLeftThatIsObeyed(@ForAll("texts") String text) {
        String line = DisplayText.line(text);
        assertThat(line).doesNotContainPattern(OBEYED);
        assertThat(DisplayText.line(line)).isEqualTo(line);
        assertThat(DisplayText.lines(text).replaceAll("[\n\t]", "")).doesNotContainPattern(OBEYED);
        assertThat(DisplayText.lines(DisplayText.lines(text))).isEqualTo(DisplayText.lines(text));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> special = Arbitraries.of(
                "\u200C",
                "\u200D",
                "\uFE0F",
                "\u26A0",
                "\u0627",
                "\u094D",
                "\uD83C\uDFFD",
                "1",
                "\u20E3",
                "\u202E",
                "\r",
                "\n",
                "a",
                "\uD800");
        return Arbitraries.oneOf(
                special.list().ofMaxSize(12).map(parts -> String.join("", parts)),
                Arbitraries.strings().ofMaxLength(40));
    }
}
