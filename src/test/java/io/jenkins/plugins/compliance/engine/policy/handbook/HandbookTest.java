package io.jenkins.plugins.compliance.engine.policy.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Phase;
import io.jenkins.plugins.compliance.engine.policy.Procedure.Role;
import io.jenkins.plugins.compliance.engine.policy.demand.ArchetypeScope;
import io.jenkins.plugins.compliance.engine.policy.handbook.Handbook.Selection;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import io.jenkins.plugins.compliance.engine.prose.Block;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.parser.ParserDelegator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandbookTest {
    private static final String HOSTILE = "<script>alert(1)</script> [x](javascript:y) `a` **b** | c\n# d";

    @TempDir
    Path dir;

    @Test
    void everyProcedureStandsInFullOnceAndEveryLinkLeadsSomewhere() throws IOException {
        PolicyPack pack = bundled();
        String html = Handbook.html(pack, Selection.ALL);
        for (Procedure each : pack.procedures()) {
            assertThat(html).containsOnlyOnce("<h4 id=\"procedure-" + each.id() + "\">");
        }
        Set<String> ids = new HashSet<>(all(html, " id=\"([^\"]+)\""));
        assertThat(all(html, " id=\"([^\"]+)\"")).hasSameSizeAs(ids);
        assertThat(ids).containsAll(all(html, "href=\"#([^\"]+)\""));
        assertThat(html).contains("follow the playbook");

        String markdown = Handbook.markdown(pack, Selection.ALL);
        Set<String> anchors = new HashSet<>(all(markdown, "<a id=\"([^\"]+)\"></a>"));
        assertThat(anchors).containsAll(all(markdown, "\\]\\(#([^)]+)\\)"));
        assertThat(markdown).startsWith("<a id=\"top\"></a>\n\n# ");
    }

    @Test
    void selectionNarrows() throws IOException {
        PolicyPack pack = bundled();
        assertThat(inFull(pack, new Selection(Role.RISK, null, null)))
                .isEqualTo(ids(pack, each -> each.role() == Role.RISK));
        assertThat(inFull(pack, new Selection(null, Phase.CODE, null)))
                .isEqualTo(ids(pack, each -> each.phase() == Phase.CODE));
        Set<String> library = ArchetypeScope.all(pack).get("library").procedures();
        assertThat(inFull(pack, new Selection(null, null, "library")))
                .isEqualTo(ids(pack, each -> library.contains(each.id())))
                .isNotEqualTo(ids(pack, each -> true));
        assertThatThrownBy(() -> Handbook.markdown(pack, new Selection(null, null, "libary")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no archetype \"libary\"; it has ");
    }

    @Test
    void aKindOfApplicationListsWhatItAddsToWhatBindsItAnyway() throws IOException {
        String markdown = Handbook.markdown(bundled(), Selection.ALL);
        String everything = section(markdown, "archetype-every-application");
        String library = section(markdown, "archetype-library");
        String web = section(markdown, "archetype-internet-web-service");
        assertThat(everything).contains("(#procedure-secrets-never-in-source)");
        assertThat(library)
                .contains("All that binds [Every application](#archetype-every-application) binds these too")
                .contains("(#procedure-security-fixes-come-alone)")
                .doesNotContain("(#procedure-secrets-never-in-source)", "(#procedure-pen-test-yearly)");
        assertThat(web)
                .contains("(#procedure-pen-test-yearly)", "(#procedure-cookies-protected)")
                .doesNotContain("(#procedure-secrets-never-in-source)", "(#procedure-security-fixes-come-alone)");
        // Alone, a kind of application has everything that binds it.
        assertThat(Handbook.markdown(bundled(), new Selection(null, null, "library")))
                .contains("(#procedure-secrets-never-in-source)");
    }

    private static String section(String markdown, String anchor) {
        int from = markdown.indexOf("<a id=\"" + anchor + "\">");
        return markdown.substring(from, markdown.indexOf("<a id=", from + 1));
    }

    private static List<String> inFull(PolicyPack pack, Selection selection) {
        return all(Handbook.markdown(pack, selection), "<a id=\"procedure-([^\"]+)\"></a>");
    }

    private static List<String> ids(PolicyPack pack, Predicate<Procedure> which) {
        return pack.procedures().stream().filter(which).map(Procedure::id).toList();
    }

    @Test
    void textsOfAPackNeverBecomeMarkup() throws IOException {
        String quoted = "'" + HOSTILE.replace("\n", "\n\n    ") + "'";
        Files.createDirectories(dir.resolve("playbooks"));
        Files.writeString(
                dir.resolve("playbooks/a.md"),
                "# " + HOSTILE + "\n\n1. " + HOSTILE + "\n\n```\n</pre>" + HOSTILE + "\n");
        Files.writeString(dir.resolve("pack.yaml"), """
                schema: 1
                id: acme
                title: X
                version: X
                frameworks: [{id: f, title: X, requirements: [{id: A-1, title: X}]}]
                archetypes: [{id: web, title: X, description: X, requires: [f/A-1]}]
                procedures:
                  - id: p
                    title: X
                    statement: X
                    why: X
                    role: developer
                    phase: code
                    satisfies: [{requirement: f/A-1, strength: full}]
                    check: {scan: X}
                    effort: X
                    example: X
                    avoid: X
                    playbook: playbooks/a.md
                    sources: [X]
                """.replace("X", quoted));
        PolicyPack pack = PolicyPacks.load(dir, Limits.DEFAULTS).orThrow();

        String html = Handbook.html(pack, Selection.ALL);
        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;alert(1)");
        List<String> tags = new java.util.ArrayList<>();
        new ParserDelegator()
                .parse(
                        new StringReader(html.replaceFirst("(?s)<style>.*?</style>", "")),
                        new HTMLEditorKit.ParserCallback() {
                            @Override
                            public void handleStartTag(
                                    javax.swing.text.html.HTML.Tag tag,
                                    javax.swing.text.MutableAttributeSet a,
                                    int at) {
                                tags.add(tag.toString());
                            }
                        },
                        true);
        assertThat(tags).isNotEmpty().doesNotContain("script", "img", "iframe");

        String markdown = Handbook.markdown(pack, Selection.ALL);
        for (String line : outsideOfFences(markdown)) {
            assertThat(line.replaceAll("\\\\.", "").replaceAll("<a id=\"[A-Za-z0-9.-]+\"></a>", ""))
                    .doesNotContain("<");
            assertThat(line.replaceAll("\\\\.", "")).doesNotContain("](javascript");
        }
    }

    @Test
    void playbooksKeepTheirStructure() {
        List<Block> blocks = PlaybookSection.of(
                "playbooks/a.md",
                "# Title\n\nOne **two** `three` ** four\nfive\n\n1. a\n   b\n2. c\n- d\n\n```\nx\n  y\n```\n## Next\nend");
        assertThat(HandbookPage.of("t", blocks))
                .contains("<h3 id=\"playbooks-a-md\">Title</h3>")
                .contains("<p>One <strong>two</strong> <code>three</code> ** four five</p>")
                .contains("<ol>\n<li>a b</li>\n<li>c</li>\n</ol>\n<ul>\n<li>d</li>\n</ul>")
                .contains("<pre><code>x\n  y\n</code></pre>")
                .contains("<h4 id=\"playbooks-a-md-1\">Next</h4>\n<p>end</p>");
        assertThat(PlaybookSection.of("playbooks/a.md", "no heading"))
                .containsExactly(
                        Block.Heading.of(3, "playbooks/a.md", "playbooks-a-md"), Block.Paragraph.of("no heading"));
        assertThat(PlaybookSection.of("a", "")).hasSize(1);
    }

    private static List<String> outsideOfFences(String markdown) {
        List<String> lines = new java.util.ArrayList<>();
        boolean inside = false;
        for (String line : markdown.split("\n")) {
            if (line.startsWith("```")) {
                inside = !inside;
            } else if (!inside) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<String> all(String text, String regex) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static PolicyPack bundled() throws IOException {
        return PolicyPacks.bundled("compliance-stages", Limits.DEFAULTS).orThrow();
    }
}
