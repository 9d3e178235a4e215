package io.jenkins.plugins.compliance.view;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * A value with its name.
 *
 * @param label the name
 * @param value the value, plain text
 */
@Restricted(NoExternalUse.class)
public record Labelled(String label, String value) {
    static void add(List<Labelled> to, String label, @CheckForNull String value) {
        if (value != null && !value.isEmpty()) {
            to.add(new Labelled(label, value));
        }
    }
}
