package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * A value with its name.
 *
 * @param label the name
 * @param value the value, plain text
 */
public record Labelled(String label, String value) {
    static void add(List<Labelled> to, String label, @CheckForNull String value) {
        if (value != null && !value.isEmpty()) {
            to.add(new Labelled(label, value));
        }
    }
}
