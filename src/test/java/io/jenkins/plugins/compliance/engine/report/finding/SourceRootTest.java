package io.jenkins.plugins.compliance.engine.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceRootTest {
    private static String checkstyle(String path) {
        return "<checkstyle version=\"10.0\"><file name=\"" + path
                + "\"><error line=\"3\" severity=\"error\" message=\"m\" source=\"s.Rule\"/></file></checkstyle>";
    }

    private static Finding read(String path, SourceRoot root) throws IOException {
        List<Finding> findings = new ArrayList<>();
        ReportReaders.standard()
                .about(root)
                .read(
                        ReportSource.ofBytes("r.xml", checkstyle(path).getBytes(StandardCharsets.UTF_8)),
                        "checkstyle",
                        new ReportSink() {
                            @Override
                            public void finding(Finding finding) {
                                findings.add(finding);
                            }
                        },
                        Limits.DEFAULTS);
        return findings.get(0);
    }

    @Test
    void pathsWithinTheScannedDirectoryAreRelativeToIt() throws IOException {
        assertThat(read("/home/ci/w/src/A.java", SourceRoot.of("/home/ci/w")).place())
                .hasToString("src/A.java:3");
        assertThat(read("/home/ci/w2/src/A.java", SourceRoot.of("/home/ci/w")).place())
                .hasToString("/home/ci/w2/src/A.java:3");
    }

    @Test
    void anotherWorkspaceMakesNoNewFinding() throws IOException {
        assertThat(read("/a/src/A.java", SourceRoot.of("/a")).fingerprint())
                .isEqualTo(read("/b/c/src/A.java", SourceRoot.of("/x", "/b/c/")).fingerprint())
                .isNotEqualTo(read("/b/c/src/B.java", SourceRoot.of("/b/c")).fingerprint());
    }
}
