package io.jenkins.plugins.compliance.engine.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.json.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

class PolicyDigestTest {
    private static final String TEXT = PackFolder.HEADER + PackFolder.FRAMEWORKS + """
        crosswalks:
          - id: x
            from: f
            to: g
            mappings: [{from: A-1, to: B-1, relation: subset}]
        archetypes:
          - {id: web, when: "kind in (web, api), exposure = internet", requires: [f/A-2, f/A-1]}
          - {id: any, requires: ["f#low"]}
        procedures:
          - id: review
            statement: Review it.
            role: developer
            phase: code
            satisfies: [{requirement: f/A-1, strength: full}, {requirement: f/A-2, strength: partial}]
            check: {approval: {what: review, approvers: [a, b]}, cadence: every 12 months}
          - id: scan
            statement: Scan it.
            role: security
            phase: build
            satisfies: [{requirement: f/A-2, strength: partial}]
            check: {scan: sast, max: {critical: 0, high: 3}, maxCwe: {89: 0}}
        together:
          - {requirement: f/A-2, procedures: [scan, review]}
        weaknesses:
          - {cwe: 89, requirement: f/A-1, rationale: Query}
        """;

    @Property(tries = 200)
    void digestIsIndependentOfFormattingOrderAndSplitting(@ForAll long seed) throws IOException {
        String expected = digest(Map.of("pack.yaml", TEXT));
        assertThat(digest(rewritten(new Random(seed)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kind in (web, api), exposure = internet|exposure == internet,kind in (api,web)",
                "every 12 months|yearly",
                "every 12 months|P1Y",
                "approvers: [a, b]|approvers: [b, a]",
                "{89: 0}|{CWE-89: 0}",
                "Review it.|'Review it.' # said so",
                "to: B-1, relation: subset|to: [B-1], strength: strong, relation: subset",
                "[{from: A-1, to: B-1, relation: subset}]|[{from: A-1, to: [B-1], relation: subset}]",
                "what: review, approvers: [a|minApprovers: 1, what: review, approvers: [a",
            })
    void otherWordsForTheSameAreTheSame(String one, String other) throws IOException {
        assertThat(TEXT).contains(one);
        assertThat(digest(Map.of("pack.yaml", TEXT.replace(one, other)))).isEqualTo(digest(Map.of("pack.yaml", TEXT)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "high: 3|high: 2",
                "every 12 months|every 11 months",
                "strength: full|strength: partial",
                "Review it.|Review it!",
                "exposure = internet|exposure != internet",
                "relation: subset|relation: superset",
                "cwe: 89|cwe: 90",
                "version: '1'|version: '2'",
                "procedures: [scan, review]|procedures: [scan]",
                "title: First|title: Other",
            })
    void whateverMattersChangesIt(String one, String other) throws IOException {
        assertThat(TEXT).contains(one);
        assertThat(digest(Map.of("pack.yaml", TEXT.replace(one, other))))
                .isNotEqualTo(digest(Map.of("pack.yaml", TEXT)));
    }

    /** A pack that was digested before it could say what an unknown licence counts as keeps its digest. */
    @Test
    void whatAnUnknownLicenceCountsAsIsLeftOutWhereItIsMissing() throws IOException {
        String form = "check: {scan: sast, max: {critical: 0, high: 3}, maxCwe: {89: 0}}";
        assertThat(TEXT).contains(form);
        String sbom = TEXT.replace(form, "check: {sbom: {denyLicences: [GPL-*]}}");
        String unsaid = digest(Map.of("pack.yaml", sbom));
        assertThat(unsaid).isEqualTo("sha256:300766b06ba46946788289e596582b04fae85a5ce94f9cf39fa53bfa8481e7dd");
        for (String said : List.of("missing", "deny", "allow")) {
            String pack = sbom.replace("[GPL-*]", "[GPL-*], unknownLicences: " + said);
            assertThat(digest(Map.of("pack.yaml", pack)).equals(unsaid))
                    .as(said)
                    .isEqualTo(said.equals("missing"));
        }
    }

    @Test
    void playbooksCountWhateverTheirLineEnds() throws IOException {
        String unix = digest(Map.of("pack.yaml", TEXT, "playbooks/p.md", "# A\n\nB\n"));
        assertThat(digest(Map.of("pack.yaml", TEXT, "playbooks/p.md", "\uFEFF# A\r\n\r\nB\r\n")))
                .isEqualTo(unix);
        assertThat(digest(Map.of("pack.yaml", TEXT, "playbooks/p.md", "# A\n\nC\n")))
                .isNotEqualTo(unix);
        assertThat(digest(Map.of("pack.yaml", TEXT))).isNotEqualTo(unix);
    }

    @Test
    void canonicalJsonFollowsRfc8785() {
        // RFC 8785, section 3.2.3: sorting by UTF-16 code units.
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("\u20ac", "Euro Sign");
        members.put("\r", "Carriage Return");
        members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        members.put("1", "One");
        members.put("\ud83d\ude00", "Emoji: Grinning Face");
        members.put("\u0080", "Control");
        members.put("\u00f6", "Latin Small Letter O With Diaeresis");
        assertThat(CanonicalJson.write(members))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
        assertThat(CanonicalJson.write(List.of("\u20ac$\u000f\nA'B\"\\\\\"/", true, 333333333L)))
                .isEqualTo("[\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\",true,333333333]");
    }

    /** The same content with keys and lists shuffled, spread over several files, in YAML of several styles and in JSON. */
    private static Map<String, String> rewritten(Random random) throws IOException {
        Map<String, Object> all = new Yaml().load(TEXT);
        Map<String, Map<String, Object>> files = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : all.entrySet()) {
            if (entry.getValue() instanceof List<?> list) {
                List<Object> items = new ArrayList<>(list);
                Collections.shuffle(items, random);
                for (Object item : items) {
                    String file = "part" + random.nextInt(3);
                    Map<String, Object> content = files.computeIfAbsent(file, key -> new LinkedHashMap<>());
                    @SuppressWarnings("unchecked")
                    List<Object> target =
                            (List<Object>) content.computeIfAbsent(entry.getKey(), key -> new ArrayList<>());
                    target.add(shuffled(item, random));
                }
            } else {
                files.computeIfAbsent("pack", key -> new LinkedHashMap<>()).put(entry.getKey(), entry.getValue());
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, Object>> file : files.entrySet()) {
            Object content = shuffled(file.getValue(), random);
            boolean json = random.nextBoolean();
            texts.put(file.getKey() + (json ? ".json" : ".yaml"), json ? json(content, random) : yaml(content, random));
        }
        return texts;
    }

    private static Object shuffled(Object value, Random random) {
        if (value instanceof Map<?, ?> map) {
            List<Object> keys = new ArrayList<>(map.keySet());
            Collections.shuffle(keys, random);
            Map<Object, Object> copy = new LinkedHashMap<>();
            keys.forEach(key -> copy.put(key, shuffled(map.get(key), random)));
            return copy;
        }
        return value instanceof List<?> list
                ? list.stream().map(item -> shuffled(item, random)).toList()
                : value;
    }

    private static String json(Object content, Random random) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        return random.nextBoolean()
                ? mapper.writerWithDefaultPrettyPrinter().writeValueAsString(content)
                : mapper.writeValueAsString(content);
    }

    private static String yaml(Object content, Random random) {
        DumperOptions options = new DumperOptions();
        DumperOptions.FlowStyle[] flows = DumperOptions.FlowStyle.values();
        options.setDefaultFlowStyle(flows[random.nextInt(flows.length)]);
        options.setIndent(2 + random.nextInt(5));
        options.setWidth(40 + random.nextInt(80));
        return "# " + random.nextInt() + "\n" + new Yaml(options).dump(content);
    }

    private static String digest(Map<String, String> files) throws IOException {
        Path folder = Files.createTempDirectory("pack");
        try {
            PackFolder pack = new PackFolder(folder);
            files.forEach(pack::file);
            if (files.size() == 1) {
                pack.file("README.md", "Not part of it.\n");
            }
            return PolicyPacks.load(folder, Limits.DEFAULTS).orThrow().digest();
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
