package io.jenkins.plugins.compliance.config.page;

import hudson.BulkChange;
import hudson.XmlFile;
import hudson.model.Descriptor;
import io.jenkins.plugins.compliance.record.unwritten.Unwritten;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.StaplerRequest2;

/** Takes what the form says of one section of the page: all of it or nothing. */
@Restricted(NoExternalUse.class)
public final class SectionForm {
    private SectionForm() {}

    /**
     * Sets what the form says.
     *
     * @throws Descriptor.FormException with what is wrong, for the one who filled it in; the section is as it was. That it can't be
     *     written down is wrong too: Jenkins itself would say so in its log alone, and forget the section when it ends
     */
    public static void bind(GlobalConfiguration section, StaplerRequest2 request, JSONObject json)
            throws Descriptor.FormException {
        try {
            Path file = Files.createTempFile("compliance-section", ".xml");
            try {
                XmlFile before = new XmlFile(Jenkins.XSTREAM2, file.toFile());
                before.write(section);
                set(section, request, json, before);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new Descriptor.FormException(Unwritten.sentence(e), "");
        }
    }

    private static void set(GlobalConfiguration section, StaplerRequest2 request, JSONObject json, XmlFile before)
            throws IOException, Descriptor.FormException {
        try (BulkChange change = new BulkChange(section)) {
            request.bindJSON(section, json);
            new XmlFile(new File(Jenkins.get().getRootDir(), section.getId() + ".xml")).write(section);
            change.commit();
        } catch (IOException e) {
            restore(section, before);
            throw e;
        } catch (RuntimeException | LinkageError e) {
            restore(section, before);
            throw new Descriptor.FormException(reason(e), e, "");
        }
    }

    private static void restore(GlobalConfiguration section, XmlFile before) throws IOException {
        before.unmarshalNullingOut(section);
        section.save();
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
