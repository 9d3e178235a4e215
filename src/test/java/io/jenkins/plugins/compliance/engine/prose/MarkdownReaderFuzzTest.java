package io.jenkins.plugins.compliance.engine.prose;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownReaderFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of(
                        "# A\n\n1. **B**: c `d`\n   - [e](https://x.example/f \"g\")\n\n> h\n",
                        "| a | b |\n|---|---|\n| `c\\|d` | <https://x.example> |\n\n```sh\ne\n```\n",
                        "*a **b** c*  \nd\\\ne\n===\n![f](https://x.example)\n---\n    g\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyTextBecomesKnownElementsAndIsReadBackAsItWasWritten(byte[] content) {
        List<Block> blocks = MarkdownReader.read(DisplayText.lines(new String(content, StandardCharsets.UTF_8)));
        RenderedProse.check(blocks);
        List<Block> back = MarkdownReader.read(MarkdownWriter.write(blocks));
        assertThat(MarkdownReader.read(MarkdownWriter.write(back))).isEqualTo(back);
        RenderedProse.check(back);
    }
}
