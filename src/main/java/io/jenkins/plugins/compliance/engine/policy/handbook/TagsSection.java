package io.jenkins.plugins.compliance.engine.policy.handbook;

import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Heading;
import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Paragraph;
import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Span;
import io.jenkins.plugins.compliance.engine.policy.handbook.Block.Table;
import io.jenkins.plugins.compliance.engine.policy.tag.TagDefinition;
import java.util.ArrayList;
import java.util.List;

/** The part of a handbook that says which tags there are, and what each value means. */
final class TagsSection {
    private TagsSection() {}

    /** The section; nothing when the policy defines no tag. */
    static List<Block> blocks(List<TagDefinition> tags, String anchor) {
        if (tags.isEmpty()) {
            return List.of();
        }
        List<List<List<Span>>> rows = new ArrayList<>();
        for (TagDefinition tag : tags) {
            if (tag.values().isEmpty()) {
                rows.add(row(tag.key() + "=...", tag.title(), "any value"));
            }
            tag.values().forEach((value, meaning) -> rows.add(row(tag.key() + "=" + value, tag.title(), meaning)));
        }
        return List.of(
                new Heading(2, "Say what your application is", anchor),
                Paragraph.of(
                        "Tags decide which procedures apply. They stand in the pipeline, or are set for a whole folder."),
                new Table(List.of("Tag", "Says", "Meaning"), rows));
    }

    private static List<List<Span>> row(String tag, String says, String meaning) {
        return List.of(List.of(new Span.Code(tag)), List.of(new Span.Text(says)), List.of(new Span.Text(meaning)));
    }
}
