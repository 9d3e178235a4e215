package io.jenkins.plugins.compliance.engine.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReaderTest {
    @ParameterizedTest
    @MethodSource
    void blocksAreThoseOfCommonMark(String markdown, String html) {
        assertThat(RenderedProse.html(markdown).replace("\n", "")).isEqualTo(html);
    }

    static Stream<Arguments> blocksAreThoseOfCommonMark() {
        return Stream.of(
                Arguments.of("", ""),
                Arguments.of(" \n\t\n", ""),
                Arguments.of("# A #\n## B#\n#C\n####### D", "<h1>A</h1><h2>B#</h2><p>#C ####### D</p>"),
                Arguments.of("A\nb\n===\nC\n---\nD\n\n---", "<h1>A b</h1><h2>C</h2><p>D</p><hr/>"),
                Arguments.of("one\n  two  \nthree\\\nfour", "<p>one two<br/>three<br/>four</p>"),
                Arguments.of("* * *\n_____\n- - x", "<hr/><hr/><ul><li><ul><li>x</li></ul></li></ul>"),
                Arguments.of(
                        "- a\n- b\n* c\n1. d\n2) e",
                        "<ul><li>a</li><li>b</li></ul><ul><li>c</li></ul><ol><li>d</li></ol>"
                                + "<ol start=\"2\"><li>e</li></ol>"),
                Arguments.of(
                        "7. a\n   b\nc\n\n   d\n8. e\n\n9. f\n\ng",
                        "<ol start=\"7\"><li>a b c<p>d</p></li><li>e</li><li>f</li></ol><p>g</p>"),
                Arguments.of(
                        "1. a\n   - b\n     - c\n   - d\n2. e",
                        "<ol><li>a<ul><li>b<ul><li>c</li></ul></li><li>d</li></ul></li><li>e</li></ol>"),
                Arguments.of("-\n  a\n-\n\n  b", "<ul><li>a</li><li></li></ul><p>b</p>"),
                Arguments.of("In the year\n2019. and\n1. x", "<p>In the year 2019. and</p><ol><li>x</li></ol>"),
                Arguments.of(
                        "```sh\n a\n\n<b>\n``\n```\nx",
                        "<pre><code> a<b>``</code></pre><p>x</p>".replace("<b>", "&lt;b&gt;")),
                Arguments.of("  ~~~~\n  a\n ~~~\n", "<pre><code>a~~~</code></pre>"),
                Arguments.of("- ```\n  a\n  ```\nb", "<ul><li><pre><code>a</code></pre></li></ul><p>b</p>"),
                Arguments.of("a\n    b\n\n    c\n\n      d\n", "<p>a b</p><pre><code>c  d</code></pre>"),
                Arguments.of("\ta\n-\tb", "<pre><code>a</code></pre><ul><li>b</li></ul>"),
                Arguments.of(
                        "> a\nb\n> > c\n\n> d",
                        "<blockquote><p>a b</p><blockquote><p>c</p></blockquote></blockquote><blockquote><p>d</p></blockquote>"),
                Arguments.of(">\n- >x", "<blockquote></blockquote><ul><li><blockquote><p>x</p></blockquote></li></ul>"),
                Arguments.of(
                        "| a | b |\n|---|:-:|\n| `x\\|y` | \\| |\n| c |\n| d | e | f |\nend\n\nx",
                        "<table><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead><tbody><tr><td><code>x|y</code></td><td>|</td></tr>"
                                + "<tr><td>c</td></tr><tr><td>d</td><td>e</td></tr><tr><td>end</td></tr></tbody></table><p>x</p>"),
                Arguments.of("a | b\n--- | --- | ---", "<p>a | b --- | --- | ---</p>"),
                Arguments.of(
                        "<script>alert(1)</script>\n\n<!-- x -->",
                        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><p>&lt;!-- x --&gt;</p>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '$',
            value = {
                "*a* _b_ **c** __d__ ***e*** ~ <em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong> <em><strong>e</strong></em>",
                "2 * 3 * 4 and snake_case_name and a_ b_ ~ 2 * 3 * 4 and snake_case_name and a_ b_",
                "in*tra*word, **a*b**, *a **b* c ~ in<em>tra</em>word, <strong>a*b</strong>, *a *<em>b</em> c",
                "**bold *and* more** *foo**bar**baz* ~ <strong>bold <em>and</em> more</strong> <em>foo<strong>bar</strong>baz</em>",
                "`a` ``b ` c`` ` `` ` `d ~ <code>a</code> <code>b ` c</code> <code>``</code> `d",
                "`*a*` *`b*` \\`c` \\*d\\* \\q ~ <code>*a*</code> *<code>b*</code> `c` *d* \\q",
                "\\``d` \\```e`` ~ `<code>d</code> `<code>e</code>",
                "[a](https://x.example/) [b](<https://x.example/(1)> 'title') ~ <a href=\"https://x.example/\">a</a> <a href=\"https://x.example/(1)\">b</a>",
                "[*a* `]`](https://x.example/a(b)c \"t\") ~ <a href=\"https://x.example/a(b)c\"><em>a</em> <code>]</code></a>",
                "[a [b](https://x.example) c](https://y.example) ~ [a <a href=\"https://x.example\">b</a> c](https://y.example)",
                "![alt](https://x.example/p.png) [![in](https://x.example/p.png)](https://y.example) ~ <a href=\"https://x.example/p.png\">alt</a> <a href=\"https://y.example\">in</a>",
                "<https://x.example/?a=1&b=2> <a@x.example> <b> ~ <a href=\"https://x.example/?a=1&amp;b=2\">https://x.example/?a=1&amp;b=2</a> <a href=\"mailto:a@x.example\">a@x.example</a> &lt;b&gt;",
                "[m](mailto:sec@x.example) [n](mailto:a@b?bcc=c@d) ~ <a href=\"mailto:sec@x.example\">m</a> n (mailto:a@b?bcc=c@d)",
                "[a](javascript:alert(1)) [b](data:text/html,x) [c](//x.example) [d](../e.md) [f]() ~ a (javascript:alert(1)) b (data:text/html,x) c (//x.example) d (../e.md) f",
                "[a](https://user@x.example) [b](HTTPS://x.example/\u00e4) [c](https://) ~ a (https://user@x.example) <a href=\"HTTPS://x.example/%C3%A4\">b</a> c (https://)",
                "[a] (https://x.example) [b](https://x.example c) \\[d](https://x.example) ~ [a] (https://x.example) [b](https://x.example c) [d](https://x.example)",
                "https://x.example &lt; &amp; ~ https://x.example &amp;lt; &amp;amp;",
                "*[a](https://x.example)* **see `x`** ~ <em><a href=\"https://x.example\">a</a></em> <strong>see <code>x</code></strong>",
            })
    void spansAreThoseOfCommonMark(String markdown, String html) {
        String rel = " rel=\"noopener noreferrer nofollow\"";
        assertThat(RenderedProse.html(markdown).replace(rel, "")).isEqualTo("<p>" + html + "</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*a ",
                "a* ",
                "*a _b ",
                "_*",
                "**a*",
                "[",
                "![",
                "[]",
                "[](",
                "[a](b ",
                "[a](\"",
                "[a](<",
                "`",
                "`` `",
                "<",
                "<a",
                "\\",
                "> ",
                "- ",
                "1. ",
                ">- ",
                "-\t",
                "* * ",
                "|a",
                "|a|\n|-|\n",
                "a\n-\n",
                "    x\n\n",
                "```\n",
                "~~~\n```\n",
                "# ",
                "a\n",
                "a  \n",
                "\n",
                "[a][b] ",
                "*_`[<",
                "[a](\\("
            })
    void timeGrowsWithLengthAlone(String piece) {
        String text = piece.repeat(100_000 / piece.length());
        List<Block> blocks = assertTimeout(Duration.ofSeconds(20), () -> MarkdownReader.read(text));
        assertTimeout(Duration.ofSeconds(20), () -> MarkdownWriter.write(blocks));
        assertTimeout(Duration.ofSeconds(20), () -> RenderedProse.html(blocks));
        assertTimeout(Duration.ofSeconds(20), () -> PlainTextWriter.lines(blocks));
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "1. ", "> - "})
    void nestsToABound(String container) {
        String text = container.repeat(5_000) + "x";
        RenderedProse.check(MarkdownReader.read(text));
        assertThat(RenderedProse.html(text)).contains(container.strip().replace(">", "&gt;") + " ");
    }
}
