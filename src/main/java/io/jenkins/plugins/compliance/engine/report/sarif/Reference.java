package io.jenkins.plugins.compliance.engine.report.sarif;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.io.json.JsonCursor;
import java.io.IOException;

/**
 * A {@code reportingDescriptorReference} (section 3.52): names a rule, a notification or a taxon.
 *
 * @param id its id; null when not stated
 * @param index its index in its component; -1 when not stated
 * @param guid its guid; null when not stated
 * @param component the component that it is in; null when not stated, which means the driver
 */
record Reference(
        @CheckForNull String id,
        int index,
        @CheckForNull String guid,
        @CheckForNull ComponentReference component) {
    /** Refers to nothing. */
    static final Reference NONE = new Reference(null, -1, null, null);

    /**
     * A {@code toolComponentReference} (section 3.54).
     *
     * @param name its name; null when not stated
     * @param index its index among its kind; -1 when not stated
     * @param guid its guid; null when not stated
     */
    record ComponentReference(
            @CheckForNull String name,
            int index,
            @CheckForNull String guid) {}

    static Reference read(JsonCursor json) throws IOException {
        String id = null;
        int index = -1;
        String guid = null;
        ComponentReference component = null;
        if (!json.beginObject()) {
            return NONE;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "id" -> id = json.text();
                case "index" -> index = json.smallInteger(-1);
                case "guid" -> guid = json.text();
                case "toolComponent" -> component = component(json);
                default -> {}
            }
        }
        return new Reference(id, index, guid, component);
    }

    private static @CheckForNull ComponentReference component(JsonCursor json) throws IOException {
        String componentName = null;
        int index = -1;
        String guid = null;
        if (!json.beginObject()) {
            return null;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "name" -> componentName = json.text();
                case "index" -> index = json.smallInteger(-1);
                case "guid" -> guid = json.text();
                default -> {}
            }
        }
        return new ComponentReference(componentName, index, guid);
    }
}
