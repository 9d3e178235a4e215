package io.jenkins.plugins.compliance.engine.io.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.io.ElementTree;
import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlInputTest {
    private static final int MIB = 1024 * 1024;

    @Test
    void whatAVisitorDoesNotReadIsSkipped() throws IOException {
        XmlCursor xml = open("<r><a><deep><b/></deep></a><b n=' 1 '>text</b><c/>tail</r><!-- end -->");
        List<String> seen = new ArrayList<>();

        xml.children(() -> seen.add(xml.name() + "=" + xml.attribute("n")));
        xml.finish();

        assertThat(seen).containsExactly("a=null", "b=1", "c=null");
    }

    @Test
    void anElementIsATreeOfAttributesAndChildren() throws IOException {
        ElementTree element =
                open("<r x='1'>one<a>A</a><![CDATA[<two>]]><a><skip>s</skip>B</a>&lt;<list><i>1</i><i>2</i></list></r>")
                        .fragment(Set.of("skip"));

        assertThat(element.text()).isEqualTo("one<two><");
        assertThat(element.text("x")).isEqualTo("1");
        assertThat(element.texts("a")).containsExactly("A", "B");
        assertThat(element.texts("list", "i")).containsExactly("1", "2");
    }

    @Test
    void aDetourTakesAChildWhereItStands() throws IOException {
        XmlCursor xml = open("<r><many><i/><i/></many><name>n</name></r>");
        List<String> taken = new ArrayList<>();

        ElementTree rest = xml.fragment(Set.of(), Map.of("many", () -> xml.children(() -> taken.add(xml.name()))));

        assertThat(taken).containsExactly("i", "i");
        assertThat(rest.text("name")).isEqualTo("n");
        assertThat(rest.has("many")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x \"boom\">]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x \"boom\">]><a b='&x;'/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x.dtd'><a>&x;</a>",
                "<a>&undeclared;</a>"
            })
    void noEntityCanBeReferredTo(String text) {
        assertThatThrownBy(() -> open(text).fragment())
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("declared");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a>1</a>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x.dtd'><a>1</a>",
                "<!DOCTYPE a PUBLIC '-//X//Y' 'file:///etc/passwd'><a>1</a>",
                "<!DOCTYPE a [<!ELEMENT a (#PCDATA)>]><a>1</a>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'> %p;]><a>1</a>"
            })
    void aDocumentTypeIsPassedOverUnread(String text) throws IOException {
        assertThat(open(text).fragment().text()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "plain",
                "<a>",
                "<a></b>",
                "<a/><b/>",
                "<a>\u0001</a>",
                "<a b=1/>",
                "<x:a/>",
                "\n<?xml version='1.0'?><a/>"
            })
    void whatIsNotWellFormedSaysWhere(String text) {
        assertThatThrownBy(() -> {
                    XmlCursor xml = open(text);
                    xml.fragment();
                    xml.finish();
                })
                .isInstanceOf(MalformedInputException.class)
                .hasMessageStartingWith("name:");
    }

    @Test
    void nestingIsBounded() {
        assertThatThrownBy(() -> open("<a>".repeat(100_000)).fragment())
                .isInstanceOfSatisfying(
                        LimitExceededException.class, e -> assertThat(e.limit()).isEqualTo("nesting"));
    }

    @Test
    void oneTokenThatNeverEndsIsBounded() {
        for (String start : List.of("<a b='", "<a><!--", "<a><![CDATA[", "<!DOCTYPE a [", "<a><?pi ")) {
            assertThatThrownBy(() ->
                            XmlInput.open(endless(start), "name", limits(MIB)).fragment())
                    .as(start)
                    .isInstanceOfSatisfying(
                            LimitExceededException.class,
                            e -> assertThat(e.limit()).isEqualTo("textLength"));
        }
    }

    @Test
    void textThatIsNotWantedMayBeLong() throws IOException {
        String text = "<r><out>" + "x".repeat(3 * MIB) + "</out><name>n</name></r>";
        XmlCursor xml = XmlInput.open(bytes(text), "name", limits(MIB));

        assertThat(xml.fragment(Set.of("out")).text("name")).isEqualTo("n");
        assertThatThrownBy(() -> XmlInput.open(bytes(text), "name", limits(MIB)).fragment())
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void bytesAreBounded() {
        assertThatThrownBy(() -> {
                    XmlCursor xml = XmlInput.open(
                            bytes("<r>" + "<a/>".repeat(100) + "</r>"), "name", Limits.DEFAULTS.withReportBytes(100));
                    xml.finish();
                })
                .isInstanceOfSatisfying(
                        LimitExceededException.class, e -> assertThat(e.limit()).isEqualTo("reportBytes"));
    }

    @Test
    void aStreamThatFailsIsNotCalledMalformed() {
        InputStream broken = new SequenceInputStream(bytes("<r>"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }
        });

        assertThatThrownBy(() -> XmlInput.open(broken, "name", Limits.DEFAULTS).finish())
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("disk");
    }

    private static XmlCursor open(String text) throws IOException {
        return XmlInput.open(bytes(text), "name", Limits.DEFAULTS);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream endless(String start) {
        return new SequenceInputStream(bytes(start), new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        });
    }

    private static Limits limits(int textLength) {
        return Limits.DEFAULTS.withTextLength(textLength);
    }
}
