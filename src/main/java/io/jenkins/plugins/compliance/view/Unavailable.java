package io.jenkins.plugins.compliance.view;

import hudson.model.ModelObject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** Nothing can be shown: there is no policy, or the ledger can't be read. */
final class Unavailable {
    private static final Logger LOGGER = Logger.getLogger(Unavailable.class.getName());

    private Unavailable() {}

    /** What to throw so that the request is answered with status 503 and the reason. */
    static HttpResponses.HttpResponseException because(IOException e) {
        LOGGER.log(Level.WARNING, "a compliance page can't be shown", e);
        return HttpResponses.errorWithoutStack(503, Messages.Unavailable_because(e.getMessage()));
    }

    /**
     * Shows a page again that says itself why what was asked of it could not be done, with status 503: a program must not take it for
     * done.
     */
    static HttpResponse again(ModelObject page) {
        return new Again(page);
    }

    private record Again(ModelObject page) implements HttpResponse {
        @Override
        public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
                throws IOException, ServletException {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            request.getView(page, "index").forward(request, response);
        }
    }
}
