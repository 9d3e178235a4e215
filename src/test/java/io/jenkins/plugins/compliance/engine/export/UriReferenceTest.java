package io.jenkins.plugins.compliance.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriReferenceTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.org/a?b=c, https://example.org/a?b=c",
        "pkg:maven/g/n@1, pkg:maven/g/n@1",
        "src/a b.py, src/a%20b.py",
        "C:/x, C%3A/x",
        "//host/x, /.//host/x",
        "javascript:alert(1), javascript%3Aalert(1)",
        "JavaScript:alert(1), JavaScript%3Aalert(1)",
        "data:text/html;x, data%3Atext/html%3Bx",
        "https://not a uri, https%3A//not%20a%20uri",
    })
    void aPlaceIsAnAddressOrAPathAndNeverAScript(String place, String reference) {
        assertThat(UriReference.ofPlace(place)).isEqualTo(reference);
    }
}
