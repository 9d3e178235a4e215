package io.jenkins.plugins.compliance.view;

import hudson.model.Api;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/**
 * What verifying a ledger found, for a program.
 *
 * @param found what was found
 */
record VerificationJson(VerificationView found) implements HttpResponse {
    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
            throws IOException, ServletException {
        new Api(found).doJson(request, response);
    }
}
