package io.jenkins.plugins.compliance.engine.policy.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorTest {
    private static final Tags INTERNET_WEB = Tags.of(Map.of("exposure", "internet", "kind", "web"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exposure in (internet, partner), kind = web|true",
                "exposure==internet|true",
                "exposure!=internet|false",
                "zone!=dmz|true",
                "zone notin (dmz,core)|true",
                "exposure notin (internet)|false",
                "kind|true",
                "!kind|false",
                "! zone|true",
                "zone|false",
                "exposure in (partner)|false",
                "zone =|false",
                "kind=web,exposure=partner|false",
            })
    void matchesAsKubernetesDoes(String selector, boolean expected) {
        assertThat(Selector.parse(selector).matches(INTERNET_WEB)).isEqualTo(expected);
    }

    @Test
    void emptySelectorMatchesEverything() {
        assertThat(Selector.parse("  ").matches(Tags.NONE)).isTrue();
        assertThat(Selector.parse("").matches(INTERNET_WEB)).isTrue();
    }

    @Test
    void equalsNothingAsksForTheEmptyValue() {
        assertThat(Selector.parse("owner=").matches(Tags.of(Map.of("owner", ""))))
                .isTrue();
        assertThat(Selector.parse("owner=, kind=web").terms()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exposure is internet|10|found \"is\", expected =, ==, !=, in (...), notin (...) or a comma after the tag exposure",
                "exposure in internet|13|found \"internet\", expected ( after in",
                "exposure in (internet|22|found the end of the selector, expected a comma or ) in the values of the tag exposure",
                "exposure in ()|14|found \")\", expected a value of the tag exposure",
                "exposure in (a,)|16|found \")\", expected a value of the tag exposure",
                "a=b,|5|found nothing, expected a term after the comma",
                ",a=b|1|found \",\", expected the name of a tag",
                "a=b c=d|5|found \"c\", expected a comma or the end of the selector",
                "a > 1|3|found \">\", expected =, ==, !=, in (...), notin (...) or a comma after the tag a",
                "a ! b|4|found \" \", expected = after ! (as in a != value)",
                "!|2|found the end of the selector, expected the name of a tag",
            })
    void errorsNameTheColumnWhatWasFoundAndWhatWasExpected(String selector, int column, String message) {
        PolicySyntaxException error = catchThrowableOfType(PolicySyntaxException.class, () -> Selector.parse(selector));
        assertThat(error).hasMessage(message);
        assertThat(error.column()).isEqualTo(column);
    }

    @Test
    void keysWithAPrefixAndOverlongTextsAreRefused() {
        assertThatThrownBy(() -> Selector.parse("example.org/kind=web")).hasMessageContaining("the name of a tag");
        assertThatThrownBy(() -> Selector.parse("a=" + "b".repeat(64))).hasMessageContaining("1 to 63");
        assertThatThrownBy(() -> Selector.parse(" ".repeat(5000))).hasMessageContaining("at most 4096");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=b, a!=b|false",
                "a=b, a=c|false",
                "a in (b,c), a notin (c), a!=b|false",
                "a, !a|false",
                "!a, a=b|false",
                "a in (b,c), a!=b|true",
                "a, a!=b|true",
                "!a, a!=b|true",
                "''|true",
            })
    void knowsWhenNothingCanMatch(String selector, boolean expected) {
        assertThat(Selector.parse(selector).canMatch()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=b, c=d|a=b|true",
                "a=b|a=b, c=d|false",
                "a=b|a in (b,c)|true",
                "a in (b,c)|a=b|false",
                "a=b|a|true",
                "a=b|a!=c|true",
                "!a|a!=c|true",
                "a!=c|!a|false",
                "a notin (c,d)|a!=c|true",
                "a=b|''|true",
                "''|a!=b|false",
            })
    void knowsWhatImpliesWhat(String left, String right, boolean expected) {
        assertThat(Selector.parse(left).implies(Selector.parse(right))).isEqualTo(expected);
    }

    @Test
    void canonicalFormForgetsOrderRepetitionAndSpelling() {
        assertThat(Selector.parse("kind==web,exposure in (partner,internet , partner),kind = web")
                        .canonical())
                .isEqualTo("exposure in (internet, partner), kind=web");
    }

    @Property
    void canonicalFormSelectsTheSame(@ForAll("selectors") String text, @ForAll("tags") Tags tags) {
        Selector selector = Selector.parse(text);
        Selector canonical = Selector.parse(selector.canonical());
        assertThat(canonical.matches(tags)).isEqualTo(selector.matches(tags));
        assertThat(canonical.canonical()).isEqualTo(selector.canonical());
    }

    @Property
    void implicationAndEmptinessAgreeWithMatching(
            @ForAll("selectors") String left, @ForAll("selectors") String right, @ForAll("tags") Tags tags) {
        Selector a = Selector.parse(left);
        Selector b = Selector.parse(right);
        if (a.matches(tags)) {
            assertThat(a.canMatch()).isTrue();
            assertThat(a.implies(b) && !b.matches(tags)).isFalse();
        }
    }

    @Provide
    Arbitrary<String> selectors() {
        Arbitrary<String> key = Arbitraries.of("a", "b");
        Arbitrary<String> value = Arbitraries.of("x", "y", "z");
        Arbitrary<String> term = Arbitraries.oneOf(
                key,
                key.map(k -> "!" + k),
                Combinators.combine(key, Arbitraries.of("=", "==", "!="), value).as((k, op, v) -> k + " " + op + v),
                Combinators.combine(
                                key,
                                Arbitraries.of("in", "notin"),
                                value.list().ofMinSize(1).ofMaxSize(3))
                        .as((k, op, v) -> k + " " + op + " (" + String.join(",", v) + ")"));
        return term.list().ofMaxSize(4).map(terms -> String.join(",", terms));
    }

    @Provide
    Arbitrary<Tags> tags() {
        List<String> states = List.of("", "x", "y", "z", "w");
        return Combinators.combine(Arbitraries.of(states), Arbitraries.of(states))
                .as((a, b) -> {
                    Map<String, String> values = new HashMap<>();
                    values.put("a", a);
                    values.put("b", b);
                    values.values().removeIf(String::isEmpty);
                    return Tags.of(values);
                });
    }
}
