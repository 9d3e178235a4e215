package io.jenkins.plugins.compliance.engine.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.report.finding.Place;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a result is: forms of URIs, bases, indices, regions. */
class SarifPlaceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "src/a.c                          | src/a.c",
                "./src/a.c                        | src/a.c",
                "src\\\\a.c                       | src/a.c",
                "src/a%20b.c                      | src/a b.c",
                "src/%C3%A9.c                     | src/\u00e9.c",
                "src/100%.c                       | src/100%.c",
                "src/%ff.c                        | src/%ff.c",
                "src/%0a%00.c                     | src/%0a%00.c",
                "file:///home/u/a.c               | /home/u/a.c",
                "file:/home/u/a.c                 | /home/u/a.c",
                "file://localhost/home/u/a.c      | /home/u/a.c",
                "file:///C:/p/a.c                 | C:/p/a.c",
                "file://server/share/a.c          | //server/share/a.c",
                "FILE:///a.c                      | /a.c",
                "/home/u/a.c                      | /home/u/a.c",
                "C:\\\\p\\\\a.c                   | C:/p/a.c",
                "demo/Vuln.java                   | demo/Vuln.java",
                "https://example.org/x?y=%20      | https://example.org/x?y=%20",
                "pkg:npm/a@1                      | pkg:npm/a@1",
            })
    void formsOfUris(String uri, String path) throws IOException {
        assertThat(place("", "'uri':'" + uri + "'").path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a.c              | SRC     | src/a.c",
                "a.c              | ROOT    | a.c",
                "a.c              | LOOSE   | loose/a.c",
                "a.c              | LOOP    | loop/pool/a.c",
                "a.c              | NOWHERE | a.c",
                "a.c              | HIDDEN  | a.c",
                "a.c              | BELOW   | below/a.c",
                "file:///p/x/a.c  |         | x/a.c",
                "/p/x/a.c         |         | x/a.c",
                "/q/a.c           |         | /q/a.c",
            })
    void basesOfUris(String uri, String base, String path) throws IOException {
        String bases = "'originalUriBaseIds':{'ROOT':{'uri':'file:///p/'},'SRC':{'uri':'src/','uriBaseId':'ROOT'},"
                + "'SLASH':{'uri':'file:///'},'LOOSE':{'uri':'loose/'},'HIDDEN':{},'BELOW':{'uri':'below','uriBaseId':'HIDDEN'},"
                + "'LOOP':{'uri':'pool/','uriBaseId':'POOL'},'POOL':{'uri':'loop/','uriBaseId':'LOOP'}}";
        String location = "'uri':'" + uri + "'" + (base == null ? "" : ",'uriBaseId':'" + base + "'");
        assertThat(place(bases, location).path()).isEqualTo(path);
    }

    @Test
    void anUnknownBaseLeavesThePathRelative() throws IOException {
        assertThat(place("", "'uri':'a.c','uriBaseId':'%SRCROOT%'").path()).isEqualTo("a.c");
    }

    @Test
    void artifactsByIndex() throws IOException {
        String artifacts = "'artifacts':[{'location':{'uri':'a.zip'}},{'location':{'uri':'b/c.txt'},'parentIndex':0},"
                + "{'parentIndex':2}]";
        assertThat(place(artifacts, "'index':0").path()).isEqualTo("a.zip");
        assertThat(place(artifacts, "'index':1").path()).isEqualTo("a.zip!/b/c.txt");
        assertThat(place(artifacts, "'index':0,'uri':'other'").path()).isEqualTo("other");
        assertThat(finding(artifacts, "'index':2")).isNull();
        assertThat(finding(artifacts, "'index':7")).isNull();
    }

    @Test
    void anIndexWithoutArtifactsCostsThePlaceAlone() throws IOException {
        SarifReading reading =
                SarifReading.ofRun("'tool':{'driver':{'name':'t'}}", "'results':[" + result("'index':4", "") + "]");
        assertThat(reading.only().place()).isNull();
        assertThat(reading.summary().results()).isEqualTo(1);
    }

    @Test
    void regionsAndLogicalLocations() throws IOException {
        SarifReading reading = SarifReading.ofRun(
                "'tool':{'driver':{'name':'t'}}",
                "'results':["
                        + result("'uri':'a.c'", ",'region':{'startLine':3,'startColumn':5,'endLine':4}")
                        + ",{'locations':[{'logicalLocations':[{'name':'f','fullyQualifiedName':'a.b.f'}]}]}"
                        + ",{'locations':[{'physicalLocation':{'artifactLocation':{'uri':'a.c'}},"
                        + "'logicalLocations':[{'index':1}]}]},{'analysisTarget':{'uri':'target.dll'}}]",
                "'logicalLocations':[{'name':'x'},{'name':'y'}]");
        assertThat(reading.findings())
                .extracting(finding -> finding.place())
                .containsExactly(
                        new Place("a.c", 3, 5, 4, null),
                        new Place("a.b.f", 0, 0, 0, "a.b.f"),
                        new Place("a.c", 0, 0, 0, "y"),
                        new Place("target.dll", 0, 0, 0, null));
    }

    @Test
    void theFirstOfSeveralLocationsThatNamesAnArtifact() throws IOException {
        SarifReading reading = SarifReading.ofRun(
                "'tool':{'driver':{'name':'t'}}",
                "'results':[{'locations':[{'message':{'text':'here'}},"
                        + "{'physicalLocation':{'artifactLocation':{'uri':'a.c'},'region':{'startLine':1}}},"
                        + "{'physicalLocation':{'artifactLocation':{'uri':'b.c'},'region':{'startLine':2}}}]}]");
        assertThat(reading.only().place()).isEqualTo(new Place("a.c", 1, 0, 1, null));
    }

    private static Place place(String part, String location) throws IOException {
        Place place = finding(part, location);
        assertThat(place).isNotNull();
        return place;
    }

    // The part before the results and after them must make no difference.
    private static Place finding(String part, String location) throws IOException {
        String tool = "'tool':{'driver':{'name':'t'}}";
        String results = "'results':[" + result(location, "") + "]";
        if (part.isEmpty()) {
            return SarifReading.ofRun(tool, results).only().place();
        }
        Place before = SarifReading.ofRun(tool, part, results).only().place();
        Place after = SarifReading.ofRun(results, part, tool).only().place();
        assertThat(SarifReading.ofRun(tool, results, part).only().place()).isEqualTo(before);
        assertThat(after).isEqualTo(before);
        return before;
    }

    private static String result(String location, String more) {
        return "{'locations':[{'physicalLocation':{'artifactLocation':{" + location + "}" + more + "}}]}";
    }
}
