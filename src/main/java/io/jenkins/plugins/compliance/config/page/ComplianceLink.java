package io.jenkins.plugins.compliance.config.page;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Functions;
import hudson.model.Descriptor;
import hudson.model.ManagementLink;
import hudson.security.Permission;
import hudson.util.FormApply;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collection;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.kohsuke.stapler.verb.POST;

/** The page under <em>Manage Jenkins</em> that shows and changes what an administrator decides on compliance. */
@Extension(ordinal = Integer.MAX_VALUE - 240)
@Restricted(NoExternalUse.class)
public final class ComplianceLink extends ManagementLink {
    @Override
    public String getIconFileName() {
        return "symbol-shield-checkmark-outline plugin-ionicons-api";
    }

    @Override
    public String getDisplayName() {
        return Messages.ComplianceCategory_displayName();
    }

    @Override
    public String getDescription() {
        return Messages.ComplianceCategory_description();
    }

    @Override
    public String getUrlName() {
        return "configureCompliance";
    }

    @Override
    public Permission getRequiredPermission() {
        return Jenkins.SYSTEM_READ;
    }

    @NonNull
    @Override
    public Category getCategory() {
        return Category.SECURITY;
    }

    /** The sections of the page. */
    public Collection<Descriptor> getSections() {
        Jenkins.get().checkPermission(Jenkins.SYSTEM_READ);
        return sections();
    }

    private static Collection<Descriptor> sections() {
        return Functions.getSortedDescriptorsForGlobalConfigByDescriptor(
                each -> each.getCategory() instanceof ComplianceCategory);
    }

    /** Takes what the form says. */
    @POST
    public void doConfigure(StaplerRequest2 request, StaplerResponse2 response)
            throws IOException, ServletException, Descriptor.FormException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        JSONObject form = request.getSubmittedForm();
        for (Descriptor<?> section : sections()) {
            String name = section.getJsonSafeClassName();
            if (form.has(name)) {
                section.configure(request, form.getJSONObject(name));
            }
        }
        FormApply.success(".").generateResponse(request, response, null);
    }
}
