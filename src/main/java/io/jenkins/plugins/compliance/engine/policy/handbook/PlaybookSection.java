package io.jenkins.plugins.compliance.engine.policy.handbook;

import io.jenkins.plugins.compliance.engine.prose.Block;
import io.jenkins.plugins.compliance.engine.prose.Block.Heading;
import io.jenkins.plugins.compliance.engine.prose.MarkdownReader;
import java.util.ArrayList;
import java.util.List;

/** A playbook as a part of a handbook. */
final class PlaybookSection {
    private static final int BELOW = 2;
    private static final int LAST_HEADING = 4;

    private PlaybookSection() {}

    /**
     * The blocks of a playbook with its headings two levels lower; a heading is in front where it has none.
     *
     * @param path its path in the policy pack
     */
    static List<Block> of(String path, String markdown) {
        String anchor = anchor(path);
        List<Block> blocks = new ArrayList<>();
        int headings = 0;
        for (Block block : MarkdownReader.read(markdown)) {
            if (blocks.isEmpty() && !(block instanceof Heading)) {
                blocks.add(Heading.of(1 + BELOW, path, anchor));
                headings++;
            }
            if (block instanceof Heading heading) {
                blocks.add(new Heading(
                        Math.min(LAST_HEADING, heading.level() + BELOW),
                        heading.spans(),
                        headings == 0 ? anchor : anchor + "-" + headings));
                headings++;
            } else {
                blocks.add(block);
            }
        }
        return blocks.isEmpty() ? List.of(Heading.of(1 + BELOW, path, anchor)) : blocks;
    }

    /** The anchor of a playbook: its path with hyphens for what an anchor may not have. */
    static String anchor(String path) {
        StringBuilder anchor = new StringBuilder();
        path.chars().forEach(c -> {
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            anchor.append(plain ? (char) c : '-');
        });
        return anchor.toString();
    }
}
