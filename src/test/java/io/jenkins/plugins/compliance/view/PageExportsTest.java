package io.jenkins.plugins.compliance.view;

import static io.jenkins.plugins.compliance.view.ShopPages.BUILD;
import static io.jenkins.plugins.compliance.view.ShopPages.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.sf.json.JSONObject;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can be taken away: one archive of the evidence, and each page for programs. */
class PageExportsTest {
    @RegisterExtension
    private static final ShopPages pages = new ShopPages();

    @Test
    void theLedgerIsVerifiedOnDemand() throws Exception {
        assertThat(pages.open("reader", JOB + "evidence/").querySelectorAll("form[action=verify][method=post]"))
                .hasSize(1);

        assertThat(pages.post("reader", JOB + "evidence/verify").getContentAsString())
                .contains("Everything holds")
                .contains("entries");
        assertThat(pages.status("reader", JOB + "evidence/verify")).isIn(404, 405);
    }

    @Test
    void aScriptIsToldWhetherTheLedgerHolds() throws Exception {
        for (String address : List.of(JOB + "evidence/verify/api/json", BUILD + "evidence/verify/api/json")) {
            JSONObject answer =
                    JSONObject.fromObject(pages.post("reader", address).getContentAsString());
            assertThat(answer.getString("verdict")).isEqualTo("held");
            assertThat(answer.getInt("entries")).isPositive();
            assertThat(answer.getInt("signatures")).isGreaterThanOrEqualTo(answer.getInt("entries"));
            assertThat(answer.getInt("files")).isPositive();
            assertThat(answer.getString("head")).matches("[0-9a-f]{64}");
            assertThat(pages.status("reader", address)).isIn(404, 405);
        }
        assertThat(pages.post("reader", JOB + "evidence/verify/api/xml").getStatusCode())
                .isEqualTo(404);

        Path ledger = pages.job().getRootDir().toPath().resolve("compliance/ledger/ledger.jsonl");
        byte[] whole = Files.readAllBytes(ledger);
        byte[] changed = whole.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(ledger, changed);
        try {
            JSONObject answer = JSONObject.fromObject(
                    pages.post("reader", JOB + "evidence/verify/api/json").getContentAsString());
            assertThat(answer.getString("verdict")).isEqualTo("broken");
            assertThat(answer.getString("head")).isEmpty();
            assertThat(answer.getInt("problemCount")).isPositive();
            assertThat(answer.getJSONArray("problems").getJSONObject(0).keySet())
                    .contains("sequence", "url", "what", "detail");
            assertThat(pages.post("reader", JOB + "evidence/verify").getContentAsString())
                    .contains("Something does not hold");
        } finally {
            Files.write(ledger, whole);
        }
    }

    @Test
    void evidenceIsTakenAwayInOneArchive() throws Exception {
        WebResponse build = pages.get("reader", BUILD + "evidence/download");
        assertThat(build.getContentType()).isEqualTo("application/zip");
        assertThat(build.getResponseHeaderValue("Content-Disposition"))
                .isEqualTo("attachment; filename=\"compliance-shop-2.zip\"");
        assertThat(entries(build)).anyMatch(each -> each.contains("000003")).noneMatch(each -> each.contains("000001"));

        WebResponse none = pages.get("reader", JOB + "evidence/download?to=2026-01-01");
        assertThat(entries(none)).isNotEmpty().noneMatch(each -> each.contains("000001"));
    }

    @Test
    void programsGetTheSame() throws Exception {
        JSONObject build = pages.json(BUILD);
        assertThat(build.getJSONObject("gate").getBoolean("open")).isFalse();
        assertThat(build.getJSONObject("assessment")
                        .getJSONArray("frameworks")
                        .getJSONObject(0)
                        .getInt("satisfied"))
                .isEqualTo(2);
        assertThat(build.getJSONObject("changes").getJSONArray("procedures").size())
                .isEqualTo(2);
        JSONObject procedures = pages.json(JOB + "procedures/");
        assertThat(procedures.getInt("total")).isEqualTo(3);
        assertThat(procedures.getJSONArray("procedures").getJSONObject(0).getString("outcome"))
                .isIn("not-satisfied", "waived");
        assertThat(pages.json(JOB + "requirements/house/H-1/")
                        .getJSONObject("row")
                        .getString("outcome"))
                .isEqualTo("satisfied");
        assertThat(pages.json(JOB + "evidence/?kind=attestation").getInt("total"))
                .isEqualTo(1);
        assertThat(pages.json(JOB + "evidence/5/").getJSONObject("row").getBoolean("verified"))
                .isTrue();
        assertThat(pages.json(BUILD + "findings/").getJSONArray("findings").size())
                .isEqualTo(3);
        assertThat(pages.json(JOB + "history/").getJSONArray("builds").size()).isEqualTo(2);
        assertThat(pages.json(JOB).getJSONObject("newestBuild").getInt("build")).isEqualTo(2);
        assertThat(pages.json("job/shop/").toString()).doesNotContain("frameworks");
    }

    private static List<String> entries(WebResponse zip) throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(
                new ByteArrayInputStream(zip.getContentAsStream().readAllBytes()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
