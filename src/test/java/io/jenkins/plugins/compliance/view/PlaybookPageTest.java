package io.jenkins.plugins.compliance.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.handbook.Handbook;
import io.jenkins.plugins.compliance.engine.policy.pack.PolicyPacks;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A playbook on its page: the same words and links as in the handbook, as elements. */
class PlaybookPageTest {
    private static final List<String> LINKS = List.of(
            "https://guide.example/tests?a=1&b=2", "mailto:security@guide.example", "https://guide.example/slow");
    private static final Pattern LINK = Pattern.compile("<a href=\"((?:https?|mailto):[^\"]*)\"");

    @RegisterExtension
    private static final ShopPages pages = new ShopPages();

    @Test
    void aPlaybookIsShownAsItIsWritten() throws Exception {
        HtmlPage page = pages.open("reader", ShopPages.JOB + "procedures/tests-pass/");
        DomElement playbook = page.querySelector("main .compliance-prose");

        assertThat(texts(playbook, "h3")).containsExactly("How to mend a test");
        assertThat(texts(playbook, "p"))
                .containsExactly("Read what failed with mvn test, then:", "Whoever breaks it mends it.");
        assertThat(texts(playbook, "blockquote > p")).containsExactly("Whoever breaks it mends it.");
        assertThat(texts(playbook, "strong")).containsExactly("what failed");
        assertThat(texts(playbook, "p > code")).containsExactly("mvn test");
        assertThat(texts(playbook, "ol > li > ul > li"))
                .containsExactly("and not this one (javascript:alert(7))", "ask security");
        assertThat(playbook.querySelectorAll("ol > li")).hasSize(2);
        assertThat(texts(playbook, "th")).containsExactly("test", "who");
        assertThat(texts(playbook, "td")).containsExactly("https://guide.example/slow", "all");
        assertThat(texts(playbook, "pre")).containsExactly("mvn -q test <img src=x onerror=alert(4)>");
        assertThat(texts(playbook, "a em")).containsExactly("the");
        assertThat(playbook.querySelectorAll("a"))
                .extracting(link -> ((DomElement) link).getAttribute("href"))
                .containsExactlyElementsOf(LINKS);
        assertThat(playbook.querySelectorAll("a"))
                .allSatisfy(link ->
                        assertThat(((DomElement) link).getAttribute("rel")).isEqualTo("noopener noreferrer nofollow"));
    }

    @Test
    void itsLinksAreThoseOfTheHandbook() throws IOException, URISyntaxException {
        Path policy = Path.of(Objects.requireNonNull(PlaybookPageTest.class.getResource("policy"))
                .toURI());
        String handbook =
                Handbook.html(PolicyPacks.load(policy, Limits.DEFAULTS).orThrow(), Handbook.Selection.ALL);

        assertThat(LINK.matcher(handbook).results().map(link -> link.group(1).replace("&amp;", "&")))
                .containsExactlyElementsOf(LINKS);
    }

    @Test
    void everyBundledPlaybookHasTheSameLinksInTheHandbook() throws IOException {
        PolicyPack pack =
                PolicyPacks.load("bundled:compliance-stages", Limits.DEFAULTS).orThrow();
        String handbook = Handbook.html(pack, Handbook.Selection.ALL);
        List<String> shown = new ArrayList<>();
        for (Map.Entry<String, String> playbook : new TreeMap<>(pack.playbooks()).entrySet()) {
            List<ProseBlock> blocks = ProseBlock.of(playbook.getValue());
            assertThat(blocks).as(playbook.getKey()).isNotEmpty();
            addLinks(blocks, shown);
        }
        assertThat(LINK.matcher(handbook).results().map(link -> link.group(1).replace("&amp;", "&")))
                .containsExactlyElementsOf(shown);
    }

    private static void addLinks(List<ProseBlock> blocks, List<String> links) {
        for (ProseBlock block : blocks) {
            for (ProseBlock.Item item : block.items()) {
                addRuns(item.runs(), links);
                addLinks(item.blocks(), links);
                item.cells().forEach(cell -> addRuns(cell, links));
            }
        }
    }

    private static void addRuns(List<ProseRun> runs, List<String> links) {
        for (ProseRun run : runs) {
            if (run.target() != null) {
                links.add(run.target());
            }
            addRuns(run.runs(), links);
        }
    }

    private static List<String> texts(DomElement in, String selector) {
        return in.querySelectorAll(selector).stream()
                .map(DomNode::getTextContent)
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .toList();
    }
}
