package io.jenkins.plugins.compliance.engine.export.html;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.Waiver;
import java.io.IOException;

/** The waivers that cover an outcome: who accepted what, why, until when. */
final class WaiversSection implements Section {
    @Override
    public String anchor() {
        return "waivers";
    }

    @Override
    public String heading() {
        return "Waivers in force";
    }

    @Override
    public boolean in(Page page) {
        return !page.chain().waived().isEmpty();
    }

    @Override
    public void write(Html html, Page page) throws IOException {
        Table.open(html, "What each waiver covers", "Procedure", "Covers", "Waiver", "Reason", "Who", "Valid");
        for (ProcedureResult each : page.chain().waived()) {
            row(html, page, each);
        }
        Table.close(html);
    }

    private static void row(Html html, Page page, ProcedureResult result) throws IOException {
        String id = result.procedure().id();
        html.block("tr", "id", Anchors.waiver(id)).open("th", "scope", "row");
        html.to(Anchors.procedure(id), result.procedure().title()).close();
        Table.cell(html, "Covers");
        if (result.waived() != null) {
            Badge.outcome(html, result.waived());
        }
        html.close();
        Table.cell(html, "Waiver")
                .element("code", String.valueOf(result.waiver()))
                .close();
        Waiver waiver = waiver(page, result.waiver());
        if (waiver == null) {
            html.element("td", result.explanation().summary().toString(), "colspan", "3");
        } else {
            Table.cell(html, "Reason").text(waiver.reason()).close();
            Table.cell(html, "Who")
                    .text(waiver.requester() + " asked, " + waiver.approver() + " approved")
                    .close();
            Table.cell(html, "Valid");
            Moment.write(html, waiver.from());
            html.text(" until ");
            Moment.write(html, waiver.until());
            html.close();
        }
        html.close();
    }

    private static @CheckForNull Waiver waiver(Page page, @CheckForNull String id) {
        return page.options().waivers().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
