package io.jenkins.plugins.compliance.config.page;

import hudson.BulkChange;
import hudson.model.Descriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

/** Takes what the form says of one section of the page: all of it or nothing. */
public final class SectionForm {
    private SectionForm() {}

    /**
     * Sets what the form says.
     *
     * @throws Descriptor.FormException with what is wrong, for the one who filled it in; the section is as it was
     */
    public static void bind(GlobalConfiguration section, StaplerRequest2 request, JSONObject json)
            throws Descriptor.FormException {
        try (BulkChange change = new BulkChange(section)) {
            request.bindJSON(section, json);
            change.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | LinkageError e) {
            section.load();
            throw new Descriptor.FormException(reason(e), e, "");
        }
    }

    /** What the setter said, below what Stapler says of its call. */
    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
