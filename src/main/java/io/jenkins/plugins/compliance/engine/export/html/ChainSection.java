package io.jenkins.plugins.compliance.engine.export.html;

import java.io.IOException;

/** A picture of the chain from requirement over procedure to evidence. */
final class ChainSection implements Section {
    @Override
    public String anchor() {
        return "chain";
    }

    @Override
    public String heading() {
        return "From requirement to evidence";
    }

    @Override
    public boolean in(Page page) {
        return !page.assessment().requirements().isEmpty()
                && !page.assessment().applicable().isEmpty();
    }

    @Override
    public void write(Html html, Page page) throws IOException {
        ChainSample sample = ChainSample.of(page.chain(), page.options().picture());
        int requirements = page.assessment().requirements().size();
        int procedures = page.assessment().applicable().size();
        html.open("p").text("What demands, what is done about it, and what shows that it is done. Shown: ");
        html.text(sample.requirements().size() + " of " + requirements + " requirements, "
                + sample.procedures().size() + " of " + procedures
                + " procedures, of each outcome in turn, and their evidence. "
                + "All of them stand in the table of ");
        html.to("requirements", "requirements").text(", with the procedures that claim each and their evidence.");
        html.close();
        html.open("figure");
        html.block("div", "class", "scroll", "role", "region", "aria-label", "Picture of the chain", "tabindex", "0");
        new ChainPicture(html, page.chain(), sample).write();
        html.close();
        html.open("figcaption")
                .text("A thick line is a claim to satisfy the requirement in full, a thin line a part of it, a ");
        html.text("dotted line support that never counts. Colour and shape are those of the procedure's outcome.")
                .close();
        html.close();
    }
}
