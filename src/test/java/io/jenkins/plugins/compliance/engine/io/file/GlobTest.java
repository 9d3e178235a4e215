package io.jenkins.plugins.compliance.engine.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**/*.py | a.py | true",
                "**/*.py | a/b/c.py | true",
                "**/*.py | a/b/c.pyc | false",
                "*.py | a/b.py | false",
                "src/**/x.c | src/x.c | true",
                "src/**/x.c | src/a/b/x.c | true",
                "src/**/x.c | srcs/x.c | false",
                "**/*.{c,h,cc} | lib/a.h | true",
                "**/*.{c,h,cc} | lib/a.hh | false",
                "target/ | target/classes/A.class | true",
                "target/ | targets/A.class | false",
                "**/Dockerfile* | deploy/Dockerfile.prod | true",
                "**/node_modules/** | web/node_modules/x/y.js | true",
                "**/node_modules/** | web/node_modulesx/y.js | false",
                "a?c | abc | true",
                "a?c | a/c | false",
                "[x].js | [x].js | true",
                "a/**/b/**/c | a/x/b/y/z/b/c | true",
                "a/**/b/**/c | a/x/c | false",
            })
    void matchesPathsAsPeopleExpect(String pattern, String path, boolean expected) {
        assertThat(Glob.of(pattern).matches(path)).isEqualTo(expected);
    }

    @Test
    void hostilePatternTakesNoExponentialTime() {
        Glob glob = Glob.of("**/".repeat(30) + "*a".repeat(60) + "b");
        String path = "a/".repeat(200) + "a".repeat(4000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(glob.matches(path)).isFalse());
    }

    @Test
    void refusesWhatLeavesTheDirectoryOrIsNoPattern() {
        for (String pattern : new String[] {"", "/etc/*", "../x", "a/../../b", "a\\b", "{a,b"}) {
            assertThatThrownBy(() -> Glob.of(pattern)).isInstanceOf(IllegalArgumentException.class);
        }
        String bomb = "{a,b}".repeat(12);
        assertThatThrownBy(() -> Glob.of(bomb)).hasMessageContaining("256 alternatives");
    }
}
