package io.jenkins.plugins.compliance.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.compliance.config.keys.Keys;
import io.jenkins.plugins.compliance.config.policy.DirectoryPolicy;
import io.jenkins.plugins.compliance.config.policy.PolicyConfiguration;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.report.ReportReaders;
import io.jenkins.plugins.compliance.engine.report.ReportSink;
import io.jenkins.plugins.compliance.engine.report.ReportSource;
import io.jenkins.plugins.compliance.record.ledger.JobLedger;
import io.jenkins.plugins.compliance.steps.ComplianceEvidenceBuilder;
import io.jenkins.plugins.compliance.steps.ComplianceEvidenceStep;
import io.jenkins.plugins.compliance.steps.ComplianceGateRecorder;
import io.jenkins.plugins.compliance.steps.ComplianceGateStep;
import io.jenkins.plugins.compliance.steps.ComplianceTagStep;
import io.jenkins.plugins.compliance.steps.ComplianceTagWrapper;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** One report of each format, with markup in every text of it, on every page that shows something of it. */
@WithJenkins
class HostileReportPagesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Words by which formats tell severities and kinds apart; markup there would only make a report of another kind. */
    private static final Pattern WORD = Pattern.compile("[a-z0-9.]{0,12}", Pattern.CASE_INSENSITIVE);

    private static final Set<String> FORMS = Set.of("json", "xml");

    private static JenkinsRule jenkins;
    private static FreeStyleProject job;
    private static List<String> formats;

    @BeforeAll
    static void runBuild(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Path pack = Path.of(
                HostileReportPagesTest.class.getResource("policy/pack.yaml").toURI());
        PolicyConfiguration.get()
                .setSource(
                        new DirectoryPolicy(String.valueOf(pack.toAbsolutePath().getParent())));
        job = jenkins.createFreeStyleProject("shop");
        ComplianceTagStep tags = new ComplianceTagStep();
        tags.setKind("service");
        job.getBuildWrappersList().add(new ComplianceTagWrapper(tags));
        Path workspace = Files.createDirectories(
                Path.of(jenkins.jenkins.getWorkspaceFor(job).getRemote()));
        formats = new ArrayList<>();
        for (Map.Entry<String, Path> each : samples().entrySet()) {
            String form = form(each.getValue());
            String file = formats.size() + "." + form;
            Files.writeString(workspace.resolve(file), hostile(Files.readString(each.getValue()), form));
            ComplianceEvidenceStep report = new ComplianceEvidenceStep("report");
            report.setName("r-" + formats.size());
            report.setFormat(each.getKey());
            report.setFiles(file);
            job.getBuildersList().add(new ComplianceEvidenceBuilder(report));
            formats.add(each.getKey());
        }
        job.getPublishersList().add(new ComplianceGateRecorder(new ComplianceGateStep()));
        jenkins.buildAndAssertSuccess(job);
    }

    @AfterAll
    static void forget() {
        jenkins = null;
        job = null;
    }

    @Test
    void markupOfReportsIsShownAsText() throws Exception {
        assertThat(formats).hasSizeGreaterThan(25);
        List<Evidence> evidence = JobLedger.of(job).evidence(Keys.get().trusted());
        List<String> shown = new ArrayList<>();
        for (Evidence each : evidence) {
            clean("job/shop/compliance/evidence/" + each.sequence() + "/");
            clean("job/shop/1/compliance/evidence/" + each.sequence() + "/");
            if (clean("job/shop/1/compliance/findings/?evidence=" + each.name()).contains("onerror=alert")) {
                shown.add(each.name());
            }
        }
        assertThat(shown).as("formats whose texts are shown at all").hasSizeGreaterThan(20);
        for (String page : List.of(
                "job/shop/",
                "job/shop/1/",
                "job/shop/compliance/",
                "job/shop/compliance/procedures/",
                "job/shop/compliance/evidence/",
                "job/shop/1/compliance/",
                "job/shop/1/compliance/findings/",
                "job/shop/1/compliance/findings/?page=2",
                "job/shop/1/compliance/procedures/findings-mended/")) {
            clean(page);
        }
    }

    /** The text of a page that has no markup of a report. */
    private static String clean(String address) throws Exception {
        try (JenkinsRule.WebClient browser = jenkins.createWebClient().withJavaScriptEnabled(false)) {
            Page answer = browser.getPage(new URL(jenkins.getURL(), address));
            HtmlPage page = (HtmlPage) answer;
            assertThat(page.querySelectorAll("img[src=x], [onerror], a[href^='javascript:' i]"))
                    .as(address)
                    .isEmpty();
            assertThat(page.querySelectorAll("main script:not([src])"))
                    .as(address)
                    .isEmpty();
            return page.getBody().getTextContent();
        }
    }

    /** A small report of each format. */
    private static Map<String, Path> samples() throws Exception {
        Path folder = Path.of(ReportReaders.class
                        .getResource("/io/jenkins/plugins/compliance/engine/report/bandit")
                        .toURI())
                .getParent();
        Map<String, Path> samples = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> FORMS.contains(form(each)))
                    .sorted()
                    .toList()) {
                String format = format(file);
                if (!format.isEmpty()) {
                    samples.putIfAbsent(format, file);
                }
            }
        }
        return samples;
    }

    private static String format(Path file) throws IOException {
        var summary = ReportReaders.standard()
                .read(
                        ReportSource.ofBytes("sample", Files.readAllBytes(file)),
                        null,
                        new ReportSink() {},
                        Limits.DEFAULTS);
        return summary.complete() && summary.results() > 0 ? summary.format() : "";
    }

    private static String form(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String hostile(String report, String form) throws IOException {
        return form.equals("json") ? hostileJson(report) : hostileXml(report);
    }

    private static String hostileJson(String report) throws IOException {
        StringBuilder text = new StringBuilder();
        try (MappingIterator<JsonNode> documents =
                MAPPER.readerFor(JsonNode.class).readValues(report.getBytes(StandardCharsets.UTF_8))) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                spoil(document);
                text.append(document).append('\n');
            }
        }
        return text.toString();
    }

    private static void spoil(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                if (object.get(name) instanceof TextNode text) {
                    object.put(name, spoilt(text.textValue()));
                } else {
                    spoil(object.get(name));
                }
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof TextNode text) {
                    array.set(i, TextNode.valueOf(spoilt(text.textValue())));
                } else {
                    spoil(array.get(i));
                }
            }
        }
    }

    private static String spoilt(String text) {
        if (WORD.matcher(text).matches() || text.contains("sarif") || text.contains("schema")) {
            return text;
        }
        return text.startsWith("http") ? "javascript:alert(1)//" + text : text + JudgedJob.HOSTILE;
    }

    private static String hostileXml(String report) {
        String markup = JudgedJob.HOSTILE.replace("<", "&lt;").replace(">", "&gt;");
        String attributes = Pattern.compile("(\\s(?!xmlns|xsi|version|encoding)[\\w:-]+=\")([^\"]*)(\")")
                .matcher(report)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(found.group(1)
                        + (WORD.matcher(found.group(2)).matches() ? found.group(2) : found.group(2) + markup)
                        + found.group(3)));
        return Pattern.compile(">([^<>]*[^<>\\s][^<>]*)</")
                .matcher(attributes)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(">"
                        + (WORD.matcher(found.group(1)).matches() ? found.group(1) : found.group(1) + markup) + "</"));
    }
}
