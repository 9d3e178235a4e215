package io.jenkins.plugins.compliance.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A SARIF report of any size, the same for the same number of results: 300 rules with tags of weaknesses and a
 * {@code security-severity}, about 0.9 KB a result.
 */
final class GeneratedSarif {
    private static final int RULES = 300;
    private static final int[] CWES = {20, 22, 78, 79, 89, 94, 119, 120, 200, 287, 295, 327, 352, 416, 434, 476, 502, 798};
    private static final String[] LEVELS = {"error", "warning", "warning", "note"};

    private GeneratedSarif() {}

    /** The report with this many results; written unless it is there. */
    static Path of(Path directory, int results) throws IOException {
        Path file = directory.resolve("results-" + results + ".sarif");
        if (!Files.exists(file)) {
            Files.createDirectories(directory);
            Path part = directory.resolve(file.getFileName() + ".part");
            try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                write(out, results);
            }
            Files.move(part, file);
        }
        return file;
    }

    private static void write(Writer out, int results) throws IOException {
        Random random = new Random(42);
        out.write("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{"
                + "\"tool\":{\"driver\":{\"name\":\"generated\",\"semanticVersion\":\"1.0.0\",\"rules\":[");
        for (int rule = 0; rule < RULES; rule++) {
            out.write(rule == 0 ? "" : ",");
            rule(out, rule);
        }
        out.write("]}},\"originalUriBaseIds\":{\"%SRCROOT%\":{\"uri\":\"file:///builds/project/\"}},\"results\":[");
        for (int result = 0; result < results; result++) {
            out.write(result == 0 ? "\n" : ",\n");
            result(out, result, random);
        }
        out.write("],\"columnKind\":\"utf16CodeUnits\"}]}\n");
    }

    private static void rule(Writer out, int rule) throws IOException {
        out.write(String.format(
                "{\"id\":\"gen/rule-%03d\",\"name\":\"Rule%03d\",\"shortDescription\":{\"text\":\"Rule %d of the generated tool\"},"
                        + "\"fullDescription\":{\"text\":\"A longer text on what rule %d finds, why that is a weakness and how to mend it.\"},"
                        + "\"defaultConfiguration\":{\"level\":\"%s\"},\"helpUri\":\"https://example.org/rules/%d\","
                        + "\"properties\":{\"tags\":[\"security\",\"external/cwe/cwe-%03d\"],\"precision\":\"high\","
                        + "\"security-severity\":\"%d.%d\"}}",
                rule, rule, rule, rule, LEVELS[rule % LEVELS.length], rule, CWES[rule % CWES.length], rule % 10, rule % 7));
    }

    private static void result(Writer out, int result, Random random) throws IOException {
        int rule = random.nextInt(RULES);
        int line = 1 + random.nextInt(5000);
        int file = random.nextInt(4000);
        out.write(String.format(
                "{\"ruleId\":\"gen/rule-%03d\",\"ruleIndex\":%d,\"level\":\"%s\",\"message\":{\"text\":\"The value of variable v%d flows from "
                        + "the parameter p%d of the request into a call that is not safe for input from outside (finding %d).\"},"
                        + "\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"src/main/java/org/example/module%02d/Class%04d.java\","
                        + "\"uriBaseId\":\"%%SRCROOT%%\"},\"region\":{\"startLine\":%d,\"startColumn\":%d,\"endLine\":%d,\"endColumn\":%d,"
                        + "\"snippet\":{\"text\":\"        statement.execute(\\\"select * from t where id = \\\" + v%d);\"}}}}],"
                        + "\"partialFingerprints\":{\"primaryLocationLineHash\":\"%016x:1\",\"primaryLocationStartColumnFingerprint\":\"%d\"},"
                        + "\"relatedLocations\":[{\"id\":1,\"physicalLocation\":{\"artifactLocation\":{\"uri\":"
                        + "\"src/main/java/org/example/module%02d/Class%04d.java\",\"uriBaseId\":\"%%SRCROOT%%\"},\"region\":{\"startLine\":%d,"
                        + "\"startColumn\":9,\"endColumn\":31}},\"message\":{\"text\":\"user-provided value\"}}],"
                        + "\"properties\":{\"confidence\":\"medium\",\"issue\":%d}}",
                rule, rule, LEVELS[rule % LEVELS.length], random.nextInt(100), random.nextInt(20), result, file % 50, file,
                line, 9, line, 60, random.nextInt(100), random.nextLong(), random.nextInt(80), file % 50, file, Math.max(1, line - 20),
                result));
    }
}
