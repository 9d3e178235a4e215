package io.jenkins.plugins.compliance.engine.prose;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTextTest {
    @Test
    void disarmsMentionsReferencesAndAddressesInComments() {
        assertThat(MarkdownText.inComment("ask @octocat about #12")).isEqualTo("ask @\u200Boctocat about \\#\u200B12");
        assertThat(MarkdownText.inComment("https://evil.example")).isEqualTo("https\\://evil.example");
        assertThat(MarkdownText.inComment("www.evil.example")).isEqualTo("www\\.evil.example");
        assertThat(MarkdownText.inComment("a\n# b | c")).isEqualTo("a \\#\u200B b \\| c");
        assertThat(MarkdownText.inComment("@\u200Ba")).isEqualTo("@\u200B\\[U+200B\\]a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "|#|",
            value = {
                "1. first |#| 1\\. first",
                "12) second |#| 12\\) second",
                "- item |#| \\- item",
                "+ item |#| \\+ item",
                "=== |#| \\=\\=\\=",
                ": a |#| \\: a",
                "Who: it is 10:30, :tada: |#| Who: it is 10\\:30, \\:tada:",
                "a == b |#| a \\=\\= b",
                "data=personal (really). Yes! |#| data=personal (really). Yes\\!",
                "!7 and !x |#| \\!7 and !x",
                "f(x) [y](z) |#| f(x) \\[y\\](z)",
                "<b> &amp; a_b *c* `d` ~e~ $f$ ^g {h} |#| \\<b\\> \\&amp; a\\_b \\*c\\* \\`d\\` \\~e\\~ \\$f\\$ \\^g \\{h\\}",
            })
    void escapesWhatMeansSomethingWhereItStands(String text, String escaped) {
        assertThat(MarkdownText.of(text)).isEqualTo(escaped);
    }

    @Property(tries = 500)
    void staysInOneLine(@ForAll String text) {
        assertThat(MarkdownText.inComment(text)).doesNotContain("\n").doesNotContain("\r");
    }
}
