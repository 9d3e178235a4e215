package io.jenkins.plugins.compliance.engine.policy.handbook;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.policy.Framework;
import io.jenkins.plugins.compliance.engine.policy.PolicyPack;
import io.jenkins.plugins.compliance.engine.policy.Procedure;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import io.jenkins.plugins.compliance.engine.policy.compare.InWords;
import io.jenkins.plugins.compliance.engine.policy.demand.PolicyIndex;
import io.jenkins.plugins.compliance.engine.prose.Block;
import io.jenkins.plugins.compliance.engine.prose.Block.CodeBlock;
import io.jenkins.plugins.compliance.engine.prose.Block.Heading;
import io.jenkins.plugins.compliance.engine.prose.Block.ItemList;
import io.jenkins.plugins.compliance.engine.prose.Block.Paragraph;
import io.jenkins.plugins.compliance.engine.prose.Span;
import java.util.ArrayList;
import java.util.List;

/** One procedure in full. */
final class ProcedureEntry {
    private final PolicyPack pack;
    private final PolicyIndex index;

    ProcedureEntry(PolicyPack pack) {
        this.pack = pack;
        this.index = PolicyIndex.of(pack);
    }

    List<Block> blocks(Procedure procedure) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Heading.of(4, procedure.title(), "procedure-" + procedure.id()));
        blocks.add(new Paragraph(List.of(Span.Strong.of(procedure.statement()))));
        if (!procedure.why().isEmpty()) {
            blocks.add(Paragraph.of(procedure.why()));
        }
        List<List<Span>> facts = new ArrayList<>();
        fact("Who", procedure.role().id(), facts);
        fact("Due", InWords.due(procedure).toString(), facts);
        fact("Seen by", InWords.check(procedure.check()).toString(), facts);
        if (!procedure.when().terms().isEmpty()) {
            facts.add(List.of(
                    Span.Strong.of("Only for"),
                    new Span.Text(": "),
                    new Span.Code(procedure.when().canonical())));
        }
        fact("Effort", procedure.guidance().effort(), facts);
        fact("Avoid", procedure.guidance().avoid(), facts);
        playbook(procedure.guidance().playbook(), facts);
        facts.add(List.of(Span.Strong.of("Name"), new Span.Text(": "), new Span.Code(procedure.id())));
        blocks.add(ItemList.of(false, facts));
        String example = procedure.guidance().example();
        if (example != null) {
            if (isSentence(example)) {
                blocks.add(Paragraph.of("For example: " + example));
            } else {
                blocks.add(Paragraph.of("For example:"));
                blocks.add(new CodeBlock(example));
            }
        }
        if (!procedure.satisfies().isEmpty()) {
            blocks.add(Paragraph.of("It helps to satisfy:"));
            blocks.add(ItemList.of(
                    false, procedure.satisfies().stream().map(this::claim).toList()));
        }
        if (!procedure.guidance().sources().isEmpty()) {
            blocks.add(Paragraph.of(
                    "Sources: " + String.join("; ", procedure.guidance().sources())));
        }
        return blocks;
    }

    /** Whether an example is words and not a command or code. */
    private static boolean isSentence(String example) {
        char last = example.charAt(example.length() - 1);
        return !example.contains("\n")
                && Character.isUpperCase(example.charAt(0))
                && (last == '.' || last == '?' || last == '!');
    }

    private List<Span> claim(Procedure.Claim claim) {
        RequirementRef ref = claim.requirement();
        String title = index.requirement(ref).map(Framework.Requirement::title).orElse("");
        return List.of(
                new Span.Code(ref.toString()),
                new Span.Text(" " + title + " (" + claim.strength().id() + ")"));
    }

    private void playbook(@CheckForNull String path, List<List<Span>> facts) {
        if (path != null && pack.playbooks().containsKey(path)) {
            facts.add(List.of(
                    Span.Strong.of("When it is not satisfied"),
                    new Span.Text(": "),
                    Span.Link.to(PlaybookSection.anchor(path), "follow the playbook")));
        }
    }

    private static void fact(String name, @CheckForNull String value, List<List<Span>> facts) {
        if (value != null && !value.isEmpty()) {
            facts.add(List.of(Span.Strong.of(name), new Span.Text(": " + value)));
        }
    }
}
