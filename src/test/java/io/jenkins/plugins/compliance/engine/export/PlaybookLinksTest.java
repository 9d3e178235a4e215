package io.jenkins.plugins.compliance.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.assess.Assessment;
import io.jenkins.plugins.compliance.engine.assess.Explanation;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.handbook.Handbook;
import io.jenkins.plugins.compliance.engine.policy.handbook.Handbook.Selection;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import io.jenkins.plugins.compliance.engine.policy.tag.Tags;
import io.jenkins.plugins.compliance.engine.prose.MarkdownReader;
import io.jenkins.plugins.compliance.engine.prose.PlainTextWriter;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A playbook says the same in the report and in the handbook, and its links are links in both. */
class PlaybookLinksTest {
    private static final Pattern LINK =
            Pattern.compile("<a href=\"(https?:[^\"]*|mailto:[^\"]*)\" rel=\"noopener noreferrer nofollow\">");
    private static final Pattern MARKDOWN_LINK =
            Pattern.compile("(?<!\\\\)\\]\\(<?((?:https?|mailto):.*?)>?\\)(?=[ .\n])");

    @TempDir
    Path folder;

    @Test
    void everyBundledPlaybookIsShownWhole() throws Exception {
        PolicyPack pack =
                PolicyPacks.load("bundled:compliance-stages", Limits.DEFAULTS).orThrow();
        assertThat(pack.playbooks()).hasSizeGreaterThan(30);
        String report = text(report(pack));
        String handbook = text(Handbook.html(pack, Selection.ALL));
        String markdown = plain(Handbook.markdown(pack, Selection.ALL));
        for (Map.Entry<String, String> playbook : pack.playbooks().entrySet()) {
            String text = plain(playbook.getValue());
            assertThat(report).as(playbook.getKey()).contains(text);
            assertThat(handbook).as(playbook.getKey()).contains(text);
            String body = playbook.getValue().substring(playbook.getValue().indexOf("\n## "));
            for (String section : body.split("\n## ")) {
                assertThat(markdown).as(playbook.getKey()).contains(plain("## " + section));
            }
        }
    }

    /** What a text says, without marks of lists. */
    private static String plain(String markdown) {
        return dense(String.join("\n", PlainTextWriter.lines(MarkdownReader.read(markdown)))
                .replaceAll("(?m)^ *(\\d+\\.|-) ", ""));
    }

    @Test
    void everyLinkOfAPlaybookIsALink() throws Exception {
        Files.createDirectories(folder.resolve("playbooks"));
        Files.writeString(folder.resolve("playbooks/a.md"), """
                # See [the guide](https://guide.example/a?b=1&c=2)

                1. **Developer**: ask [security](mailto:security@guide.example).
                   - or <https://guide.example/(b)>

                | where |
                | --- |
                | [here](http://guide.example/c 'title') |

                > [*not* there](javascript:alert(1)) and [nor there](../b.md).
                """);
        Files.writeString(folder.resolve("pack.yaml"), """
                schema: 1
                id: acme
                version: "1"
                frameworks: [{id: f, title: F, requirements: [{id: A-1, title: A}]}]
                archetypes: [{id: web, title: W, requires: [f/A-1]}]
                procedures:
                  - id: p
                    statement: Do it.
                    role: developer
                    phase: code
                    satisfies: [{requirement: f/A-1, strength: full}]
                    check: {scan: sast}
                    playbook: playbooks/a.md
                """);
        PolicyPack pack = PolicyPacks.load(folder, Limits.DEFAULTS).orThrow();
        List<String> links = List.of(
                "http://guide.example/c",
                "https://guide.example/(b)",
                "https://guide.example/a?b=1&c=2",
                "mailto:security@guide.example");
        String report = report(pack);
        String handbook = Handbook.html(pack, Selection.ALL);
        assertThat(links(report)).containsExactlyElementsOf(links);
        assertThat(links(handbook)).containsExactlyElementsOf(links);
        for (String page : List.of(report, handbook)) {
            assertThat(page)
                    .contains("<em>not</em> there (javascript:alert(1))")
                    .contains("nor there (../b.md)");
        }
        String markdown = Handbook.markdown(pack, Selection.ALL);
        assertThat(MARKDOWN_LINK
                        .matcher(markdown)
                        .results()
                        .map(each -> each.group(1).replace("\\", ""))
                        .sorted()
                        .toList())
                .containsExactlyElementsOf(links);
    }

    private static String report(PolicyPack pack) throws IOException {
        List<ProcedureResult> results = pack.procedures().stream()
                .map(each -> new ProcedureResult(
                        each,
                        Outcome.MISSING,
                        null,
                        null,
                        new Explanation(RunReason.AS_RECORDED.of("Nothing was recorded."), List.of(), List.of()),
                        null))
                .toList();
        Assessment assessment = new Assessment(
                Instant.parse("2026-11-20T17:30:00Z"),
                pack,
                "shop",
                "1",
                Tags.of(Map.of()),
                List.of(),
                results,
                List.of(),
                List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int all = pack.procedures().size();
        Exports.byId("html", new ExportOptions(10, all, 14, List.of()))
                .orElseThrow()
                .write(assessment, FindingsSource.NONE, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> links(String html) {
        return LINK
                .matcher(html)
                .results()
                .map(each -> each.group(1).replace("&amp;", "&"))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private static String text(String html) {
        return dense(html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&"));
    }

    private static String dense(String text) {
        return text.replaceAll("\\s+", "");
    }
}
