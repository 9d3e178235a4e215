package io.jenkins.plugins.compliance.engine.evidence.form;

import io.jenkins.plugins.compliance.engine.evidence.Origin;
import io.jenkins.plugins.compliance.engine.evidence.Sha256;
import io.jenkins.plugins.compliance.engine.evidence.fact.Observation;
import io.jenkins.plugins.compliance.engine.evidence.fact.ReportFact;
import io.jenkins.plugins.compliance.engine.io.json.JsonOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The subject of a statement: what tools that know in-toto and not us match it by. The reports by digest; the build, where
 * there is no report.
 */
final class Subject {
    /** Hexadecimal digits of a Git commit: SHA-1 or SHA-256. */
    private static final Set<Integer> COMMIT_DIGITS = Set.of(40, 64);

    private Subject() {}

    static void write(JsonOutput json, Observation observation) throws IOException {
        json.beginArray("subject");
        int number = 0;
        for (ReportFact report : observation.reports()) {
            number++;
            String name = report.file() == null ? "report-" + number : report.file();
            write(json, name, "sha256", report.sha256());
        }
        if (observation.reports().isEmpty()) {
            build(json, observation.origin());
        }
        json.endArray();
    }

    private static void build(JsonOutput json, Origin origin) throws IOException {
        String name = origin.job() + "#" + origin.build();
        String revision = origin.revision();
        if (revision != null
                && COMMIT_DIGITS.contains(revision.length())
                && revision.chars().allMatch(Sha256::isHexDigit)) {
            write(json, name, "gitCommit", revision);
        } else {
            String text = origin.controller() + "\n" + origin.job() + "\n" + origin.build();
            write(json, name, "sha256", Sha256.hex(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void write(JsonOutput json, String name, String algorithm, String digest) throws IOException {
        json.beginObject().member("name", name);
        json.beginObject("digest").member(algorithm, digest).endObject().endObject();
    }
}
