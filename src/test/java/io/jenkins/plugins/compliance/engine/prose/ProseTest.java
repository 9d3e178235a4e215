package io.jenkins.plugins.compliance.engine.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of any prose. */
class ProseTest {
    @Property(tries = 1500)
    void anyTextBecomesKnownElementsAndLosesNoText(@ForAll("markdown") String text) {
        RenderedProse.check(MarkdownReader.read(text));
    }

    @Property(tries = 1500)
    void whatIsWrittenAsMarkdownIsReadAsTheSame(@ForAll("markdown") String text) {
        List<Block> blocks = MarkdownReader.read(DisplayText.lines(text));
        List<Block> back = MarkdownReader.read(MarkdownWriter.write(blocks));
        assertThat(plain(back)).isEqualTo(plain(blocks));
        assertThat(links(back)).isEqualTo(links(blocks));
        assertThat(RenderedProse.html(MarkdownReader.read(MarkdownWriter.write(back))))
                .isEqualTo(RenderedProse.html(back));
    }

    @Property(tries = 500)
    void aTextStaysAText(@ForAll("markdown") String text) {
        String line = DisplayText.line(text).strip();
        List<Block> written = List.of(
                Block.Heading.of(2, text, null),
                Block.Paragraph.of(text),
                Block.ItemList.of(false, List.of(List.of(new Span.Text(text)))),
                Block.ItemList.of(true, List.of(List.of(new Span.Code(text)))),
                Block.Table.of(
                        List.of(text, "b"),
                        List.of(List.of(List.of(new Span.Text(text)), List.of(new Span.Code(text))))),
                new Block.CodeBlock(text));
        String markdown = MarkdownWriter.write(written);
        List<Block> back = MarkdownReader.read(markdown);
        if (line.isEmpty()) {
            return;
        }
        assertThat(links(back)).isEmpty();
        assertThat(back).hasSize(6);
        assertThat(((Block.Heading) back.get(0)).spans()).isEqualTo(List.of(new Span.Text(line)));
        assertThat(((Block.Paragraph) back.get(1)).spans()).isEqualTo(List.of(new Span.Text(line)));
        assertThat(((Block.ItemList) back.get(2)).items()).isEqualTo(List.of(List.of(Block.Paragraph.of(line))));
        assertThat(PlainTextWriter.lines(List.of(back.get(3)))).hasSize(1);
        Block.Table table = (Block.Table) back.get(4);
        assertThat(table.header().get(0)).isEqualTo(List.of(new Span.Text(line)));
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).get(0)).isEqualTo(List.of(new Span.Text(line)));
        assertThat(back.get(5)).isInstanceOf(Block.CodeBlock.class);
        RenderedProse.check(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "//x.example",
                "data:,x",
                "file:///etc/passwd",
                "",
                "#",
                "#a b",
                "https://x.example/\u202E",
                "x"
            })
    void aLinkToAnythingElseCannotBeMade(String target) {
        assertThatThrownBy(() -> new Span.Link(List.of(), target)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void plainTextKeepsAddressesAndMarksOfLists() {
        List<Block> blocks = MarkdownReader.read(
                "# *A* title\n\n1. see [it](https://x.example)\n2. b\n   - c\n\n> `q`\n\n```\ncode\n```\n\n"
                        + "| a | b |\n|---|---|\n| c | d |\n\n---");
        assertThat(PlainTextWriter.lines(blocks))
                .containsExactly(
                        "A title",
                        "",
                        "1. see it (https://x.example)",
                        "2. b",
                        "",
                        "   - c",
                        "",
                        "> q",
                        "",
                        "    code",
                        "",
                        "a | b",
                        "c | d",
                        "",
                        "---");
    }

    @Test
    void whatAScreenWouldObeyIsNamedInEveryFormat() {
        List<Block> blocks =
                MarkdownReader.read("a\u202Eb `c\u200Bd` [e\u001Bf](https://x.example)\n\n```\ng\u009Bh\n```\n");
        for (String text : List.of(
                RenderedProse.html(blocks),
                MarkdownWriter.write(blocks),
                String.join("\n", PlainTextWriter.lines(blocks)))) {
            assertThat(text.replace("\\", "")).contains("a[U+202E]b", "c[U+200B]d", "e[U+001B]f", "g[U+009B]h");
        }
    }

    private static List<String> plain(List<Block> blocks) {
        return PlainTextWriter.lines(blocks).stream()
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .toList();
    }

    private static List<String> links(List<Block> blocks) {
        List<String> links = new ArrayList<>();
        java.util.regex.Matcher matcher =
                java.util.regex.Pattern.compile("href=\"([^\"]*)\"").matcher(RenderedProse.html(blocks));
        while (matcher.find()) {
            links.add(matcher.group(1));
        }
        return links;
    }

    @Provide
    Arbitrary<String> markdown() {
        Arbitrary<String> piece = Arbitraries.of(
                "a",
                "b c",
                "word",
                " ",
                "  ",
                "    ",
                "\t",
                "\n",
                "\n\n",
                "  \n",
                "\\\n",
                "*",
                "**",
                "***",
                "_",
                "__",
                "`",
                "``",
                "[",
                "](",
                ")",
                "](https://x.example/y)",
                "![",
                "<",
                ">",
                "<https://z.example>",
                "\\",
                "#",
                "##",
                "# ",
                "-",
                "- ",
                "+ ",
                "* ",
                "1. ",
                "2) ",
                "10. ",
                "> ",
                "```",
                "~~~",
                "---",
                "===",
                "|",
                "| a | b |\n|---|---|\n",
                "\n|",
                "\\|",
                "!",
                ":",
                "&",
                "&amp;",
                "@",
                "\u00e4",
                "\u202E",
                "\uD83D\uDE00",
                "javascript:",
                "(",
                "\"",
                "=",
                "www.",
                ".",
                "1",
                "\u00a0");
        return Arbitraries.oneOf(
                piece.list().ofMaxSize(25).map(parts -> String.join("", parts)),
                Arbitraries.strings().ofMaxLength(60));
    }
}
