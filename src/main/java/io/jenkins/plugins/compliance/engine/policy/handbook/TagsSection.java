package io.jenkins.plugins.compliance.engine.policy.handbook;

import io.jenkins.plugins.compliance.engine.policy.tag.TagDefinition;
import io.jenkins.plugins.compliance.engine.prose.Block;
import io.jenkins.plugins.compliance.engine.prose.Block.Heading;
import io.jenkins.plugins.compliance.engine.prose.Block.Paragraph;
import io.jenkins.plugins.compliance.engine.prose.Block.Table;
import io.jenkins.plugins.compliance.engine.prose.Span;
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
                Heading.of(2, "Say what your application is", anchor),
                Paragraph.of(
                        "Tags decide which procedures apply. They stand in the pipeline, or are set for a whole folder."),
                Table.of(List.of("Tag", "Says", "Meaning"), rows));
    }

    private static List<List<Span>> row(String tag, String says, String meaning) {
        return List.of(List.of(new Span.Code(tag)), List.of(new Span.Text(says)), List.of(new Span.Text(meaning)));
    }
}
