package io.jenkins.plugins.compliance.view;

import static io.jenkins.plugins.compliance.view.ShopPages.BUILD;
import static io.jenkins.plugins.compliance.view.ShopPages.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.json.JSONObject;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What docs/jenkins/rest.md promises: each address, and each field of what it answers. */
class RestDocTest {
    private static final Path DOC = Path.of("docs/jenkins/rest.md");
    private static final Pattern HEADING = Pattern.compile("### (?:In `(\\w+)` of )?`((?:JOB|BUILD)/[^`]+)`");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @RegisterExtension
    private static final ShopPages pages = new ShopPages();

    private static String waiver;

    @BeforeAll
    static void askForAWaiver() throws Exception {
        String asked = pages.post(
                        "dev",
                        JOB + "waivers/request/submit?procedure=findings-mended&until=2099-01-01&when=&reason=later")
                .getWebRequest()
                .getUrl()
                .getPath();
        waiver = asked.replaceAll(".*/(w-[^/]+)/", "$1");
    }

    @Test
    void eachAddressAnswersWithTheFieldsThatAreNamed() throws Exception {
        List<String> sections = sections("### ");
        assertThat(sections).hasSizeGreaterThan(20);
        for (String section : sections) {
            Matcher heading = HEADING.matcher(section);
            assertThat(heading.lookingAt()).as(section).isTrue();
            String address = filled(heading.group(2));
            JSONObject answer = heading.group().contains("evidence/verify/")
                    ? posted(address)
                    : pages.json(address.replaceAll("api/json$", ""));
            String part = heading.group(1);
            if (part != null) {
                Object inside = answer.get(part);
                answer = inside instanceof JSONObject one
                        ? one
                        : answer.getJSONArray(part).getJSONObject(0);
            }
            Set<String> fields = new TreeSet<>(answer.keySet());
            fields.remove("_class");
            assertThat(fields).as(section.lines().findFirst().orElse("")).isEqualTo(firstColumn(section));
        }
    }

    private static JSONObject posted(String address) throws Exception {
        WebResponse answer = pages.post("reader", address);
        assertThat(answer.getStatusCode()).as(address).isEqualTo(200);
        assertThat(answer.getContentType()).as(address).isEqualTo("application/json");
        return JSONObject.fromObject(answer.getContentAsString());
    }

    @Test
    void eachFileIsThere() throws Exception {
        String files = sections("## ").stream()
                .filter(each -> each.startsWith("## Files"))
                .findFirst()
                .orElseThrow();
        Set<String> addresses = firstColumn(files);
        assertThat(addresses).hasSize(3);
        for (String address : addresses) {
            WebResponse answer = pages.get("reader", filled(address));
            assertThat(answer.getStatusCode()).as(address).isEqualTo(200);
            assertThat(answer.getContentType()).as(address).isIn("application/zip", "application/json");
        }
    }

    @Test
    void whatChangesSomethingIsThereForPostAlone() throws Exception {
        String changing = sections("## ").stream()
                .filter(each -> each.startsWith("## What changes"))
                .findFirst()
                .orElseThrow();
        for (String address : firstColumn(changing)) {
            String whole = address.startsWith("JOB") ? address : "JOB/compliance/waivers/WAIVER/" + address;
            assertThat(pages.status("admin", filled(whole))).as(whole).isIn(404, 405);
            assertThat(pages.post("nobody", filled(whole)).getStatusCode())
                    .as(whole)
                    .isIn(403, 404);
        }
    }

    /** The parts of the document that begin with such a heading. */
    private static List<String> sections(String mark) throws IOException {
        return Arrays.stream(Files.readString(DOC).split("(?m)^(?=#{1,3} )"))
                .filter(each -> each.startsWith(mark))
                .toList();
    }

    private static String filled(String address) {
        return address.replace("JOB/compliance/", JOB)
                .replace("BUILD/compliance/", BUILD)
                .replace("PROCEDURE", "tests-pass")
                .replace("FRAMEWORK", "house")
                .replace("REQUIREMENT", "H-1")
                .replace("SEQUENCE", "3")
                .replace("WAIVER", waiver);
    }

    /** The words in code of the first column of the tables of a section. */
    private static Set<String> firstColumn(String section) {
        Set<String> names = new TreeSet<>();
        section.lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            Matcher name = CODE.matcher(line.substring(0, line.indexOf(" | ", 2)));
            while (name.find()) {
                names.add(name.group(1));
            }
        });
        return names;
    }
}
