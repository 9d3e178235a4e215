package io.jenkins.plugins.compliance.engine.io.document;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import io.jenkins.plugins.compliance.engine.io.Position;
import io.jenkins.plugins.compliance.engine.io.document.Node.Mapping;
import io.jenkins.plugins.compliance.engine.io.document.Node.Scalar;
import io.jenkins.plugins.compliance.engine.io.document.Node.ScalarType;
import io.jenkins.plugins.compliance.engine.io.document.Node.Sequence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    private static final Limits LIMITS = Limits.DEFAULTS;

    @Test
    void yamlNodesKnowTheirPlaces() throws IOException {
        Mapping root = (Mapping) yaml("# pack\nid: acme\nlist:\n  - one\n  - {two: 2}\n");
        assertThat(root.at()).isEqualTo(new Position("p.yaml", 2, 1));
        assertThat(root.entries().get(0).value()).isEqualTo(new Scalar("acme", ScalarType.TEXT, at(2, 5)));
        assertThat(root.entries().get(1).keyAt()).isEqualTo(at(3, 1));
        Sequence list = (Sequence) root.get("list").orElseThrow();
        assertThat(list.items().get(0).at()).isEqualTo(at(4, 5));
        assertThat(((Mapping) list.items().get(1)).get("two").orElseThrow())
                .isEqualTo(new Scalar("2", ScalarType.NUMBER, at(5, 11)));
    }

    @Test
    void jsonNodesKnowTheirPlaces() throws IOException {
        Mapping root = (Mapping) json("{\n  \"id\": \"acme\",\n  \"list\": [1, true, null]\n}");
        assertThat(root.entries().get(0).keyAt()).isEqualTo(new Position("p.json", 2, 3));
        assertThat(root.entries().get(0).value())
                .isEqualTo(new Scalar("acme", ScalarType.TEXT, new Position("p.json", 2, 9)));
        assertThat(((Sequence) root.get("list").orElseThrow()).items())
                .extracting(each -> ((Scalar) each).type()
                        + ((Scalar) each).text()
                        + each.at().column())
                .containsExactly("NUMBER112", "BOOLEANtrue15", "NULL21");
    }

    @ParameterizedTest
    @CsvSource({
        "yes,TEXT", "no,TEXT", "on,TEXT", "Off,TEXT", "2026-11-01,TEXT", "1:30,TEXT", "0x1F,TEXT", "1_000,TEXT",
        "true,BOOLEAN", "FALSE,BOOLEAN", "~,NULL", "null,NULL", "12,NUMBER", "-1.50,NUMBER", "1e3,NUMBER", ".5,NUMBER",
        "2026.10,NUMBER", "1.2.3,TEXT", ".,TEXT", "-,TEXT", "e5,TEXT", "'\"12\"',TEXT", "'\"true\"',TEXT", "nan,TEXT"
    })
    void plainScalarsFollowTheCoreSchema(String written, ScalarType type) throws IOException {
        Scalar scalar = (Scalar) ((Mapping) yaml("k: " + (written.equals("-") ? "'-'" : written)))
                .entries()
                .get(0)
                .value();
        assertThat(scalar.type()).isEqualTo(type);
    }

    @Test
    void numbersKeepWhatWasWritten() throws IOException {
        Scalar scalar =
                (Scalar) ((Mapping) yaml("version: 2026.10")).entries().get(0).value();
        assertThat(scalar.text()).isEqualTo("2026.10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: 1\\nb: 2\\na: 3|p.yaml:3:1: found the key \"a\" again, expected each key once; it stands first in line 1",
                "a: !!java.net.URL x|p.yaml:1:4: found the tag tag:yaml.org,2002:java.net.URL, expected a value without a tag",
                "a: !x {b: c}|p.yaml:1:4: found the tag !x, expected a value without a tag",
                "x: &a {b: c}\\ny: {<<: *a}|p.yaml:2:5: found the merge key <<, expected the entries themselves: merge keys are not part of YAML 1.2",
                "[a]: b|p.yaml:1:1: found a key that is a list, expected a plain or quoted word as key",
                "? {a: b}\\n: c|p.yaml:1:3: found a key that is a mapping, expected a plain or quoted word as key",
                "? \\n: c|p.yaml:1:2: found no key before the colon, expected one",
                "a: *nobody|p.yaml:1:4: found the alias *nobody, expected the anchor &nobody on a value that ends before it",
                "&a [*a]|p.yaml:1:5: found the alias *a, expected the anchor &a on a value that ends before it",
                "a: 1\\n---\\nb: 2|p.yaml:2:1: found a second document, expected one document a file (--- stands once, at the top)",
                "a: b: c|p.yaml:1:5: mapping values are not allowed here",
                "a:\\n\\t- b|p.yaml:2:1: while scanning for the next token: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)",
                "a: [1, 2|p.yaml:1:9: while parsing a flow sequence: expected ',' or ']', but got <stream end>",
                "a: \"\\u12\\nx\"|p.yaml:1:7: while scanning a double-quoted scalar: expected escape sequence of 4 hexadecimal numbers, but found: 12 x",
                "a: \"x|p.yaml:1:6: while scanning a quoted scalar: found unexpected end of stream",
            })
    void malformedYamlSaysWhereAndWhatWasExpected(String escaped, String message) {
        String text = escaped.replace("\\n", "\n").replace("\\t-", "\t-");
        assertThatThrownBy(() -> yaml(text))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1, \"a\": 2}|p.json:1:10: found the key \"a\" again, expected each key once; it stands first in line 1",
                "{\"a\": 1} {}|p.json:1:10: found more after the end of the document, expected nothing",
                "{\"a\": |p.json:1:6: Unexpected end-of-input",
                "[1, 2|p.json:1:6: Unexpected end-of-input",
                "{a: 1}|p.json:1:2: Unexpected character ('a'",
                "[01]|p.json:1:3: Invalid numeric value: Leading zeroes not allowed",
                "[NaN]|p.json:1:5: Non-standard token 'NaN'",
            })
    void malformedJsonSaysWhere(String text, String message) {
        assertThatThrownBy(() -> json(text))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aWordAfterTheDocumentIsMalformed() {
        // Releases of the parser differ by one in the column.
        assertThatThrownBy(() -> json("{\"a\": 1} x"))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageMatching("(?s)p\\.json:1:1[01]: Unrecognized token 'x'.*");
    }

    @Test
    void emptyDocumentsAreNothing() throws IOException {
        for (Node node : new Node[] {yaml(""), yaml("# only a comment\n"), yaml("---\n"), json("  ")}) {
            assertThat(((Scalar) node).type()).isEqualTo(ScalarType.NULL);
        }
    }

    @Test
    void aliasesStandForWhatTheyName() throws IOException {
        Mapping root = (Mapping) yaml("a: &x [1]\nb: *x\n");
        assertThat(root.get("b")).isEqualTo(root.get("a"));
    }

    @Test
    void billionLaughsAreRefusedByName() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [lol]\n");
        for (int i = 1; i <= 9; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("x]\n");
        }
        assertThatThrownBy(() -> yaml(bomb.toString()))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageMatching("p\\.yaml:4:\\d+: over the limit yamlAliases of 100");
    }

    @Test
    void bigValuesCantBeMultipliedByAliases() {
        Limits small = LIMITS.withPolicy(100_000, 1_000, 1, 100);
        String text = "a: &a [" + "x, ".repeat(500) + "x]\nb: [*a, *a]\n";
        assertThatThrownBy(() -> Documents.yaml(text.getBytes(UTF_8), "p.yaml", small))
                .hasMessage("p.yaml:2:5: over the limit policyNodes of 1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p.yaml", "p.json"})
    void limitsAreNamed(String name) {
        Limits small = LIMITS.withPolicy(2_000, 50, 1, 1).withNesting(5).withTextLength(100);
        assertThatThrownBy(() -> Documents.parse(new byte[2_001], name, small))
                .hasMessage(name + ": over the limit policyBytes of 2000");
        assertThatThrownBy(() -> Documents.parse("[[[[[[]]]]]]".getBytes(UTF_8), name, small))
                .hasMessage(name + ":1:6: over the limit nesting of 5");
        assertThatThrownBy(() -> Documents.parse(("[" + "1,".repeat(60) + "1]").getBytes(UTF_8), name, small))
                .hasMessageEndingWith("over the limit policyNodes of 50");
        assertThatThrownBy(() -> Documents.parse(("[\"" + "x".repeat(101) + "\"]").getBytes(UTF_8), name, small))
                .hasMessageEndingWith("over the limit textLength of 100");
        assertThatThrownBy(() -> Documents.parse(("{\"" + "x".repeat(101) + "\": 1}").getBytes(UTF_8), name, small))
                .hasMessageEndingWith("over the limit textLength of 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p.yaml", "p.json"})
    void deepNestingEndsInTheLimitAndNotInAnOverflow(String name) {
        assertThatThrownBy(() -> Documents.parse("[".repeat(1_000_000).getBytes(UTF_8), name, LIMITS))
                .hasMessage(name + ":1:201: over the limit nesting of 200");
        assertThatThrownBy(() -> Documents.parse("{\"a\":".repeat(1_000_000).getBytes(UTF_8), name, LIMITS))
                .hasMessageEndingWith("over the limit nesting of 200");
    }

    @Test
    void encodingsAreRecognised() throws IOException {
        for (Charset charset : new Charset[] {UTF_8, UTF_16BE, UTF_16LE}) {
            Scalar value = (Scalar) ((Mapping) Documents.yaml("name: Zoë 🔒".getBytes(charset), "p", LIMITS))
                    .get("name")
                    .orElseThrow();
            assertThat(value.text()).isEqualTo("Zoë 🔒");
            Scalar marked = (Scalar) ((Sequence) Documents.json(withMark("[\"Zoë\"]", charset), "p", LIMITS))
                    .items()
                    .get(0);
            assertThat(marked.text()).isEqualTo("Zoë");
            assertThat(marked.at().column()).isEqualTo(2);
        }
    }

    @Test
    void bytesThatAreNoTextAreRefusedWithTheirPlace() {
        byte[] bytes = "a: b\nc: dd".getBytes(UTF_8);
        bytes[9] = (byte) 0xFF;
        assertThatThrownBy(() -> Documents.yaml(bytes, "p.yaml", LIMITS))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage("p.yaml:2:5: found the byte 0xFF (MALFORMED[1]), expected text in UTF-8");
        assertThatThrownBy(() -> yaml("a: b\nc: \u0007"))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage("p.yaml:2:4: found the control character U+0007, expected printable text");
    }

    @Test
    void filesAreReadByTheirExtension(@TempDir Path dir) throws IOException {
        Path json = Files.writeString(dir.resolve("a.JSON"), "{\"a\": 1}");
        assertThat(Documents.read(json, "a.JSON", LIMITS)).isInstanceOf(Mapping.class);
        Path yaml = Files.writeString(dir.resolve("a.yml"), "'a': 1");
        assertThat(Documents.read(yaml, "a.yml", LIMITS)).isInstanceOf(Mapping.class);
        assertThatThrownBy(() -> Documents.read(yaml, "a.yml", LIMITS.withPolicy(3, 1, 1, 1)))
                .hasMessage("a.yml: over the limit policyBytes of 3");
    }

    private static byte[] withMark(String text, Charset charset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("\uFEFF".getBytes(charset));
        out.write(text.getBytes(charset));
        return out.toByteArray();
    }

    private static Position at(int line, int column) {
        return new Position("p.yaml", line, column);
    }

    private static Node yaml(String text) throws IOException {
        return Documents.yaml(text.getBytes(UTF_8), "p.yaml", LIMITS);
    }

    private static Node json(String text) throws IOException {
        return Documents.json(text.getBytes(UTF_8), "p.json", LIMITS);
    }
}
