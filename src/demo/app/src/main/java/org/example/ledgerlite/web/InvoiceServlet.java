package org.example.ledgerlite.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.example.ledgerlite.billing.InvoiceSearch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists a customer's invoices, as JSON for the page's script or as a plain page. */
public class InvoiceServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(InvoiceServlet.class);

    private final transient InvoiceSearch search;
    private final transient ObjectMapper json = new ObjectMapper();

    public InvoiceServlet(InvoiceSearch search) {
        this.search = search;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String customer = request.getParameter("customer");
        String order = request.getParameter("order");
        LOG.info("invoices of {} in order {}", customer, order);
        try {
            List<String> numbers = search.byCustomer(customer, order == null ? "number" : order);
            if ("json".equals(request.getParameter("format"))) {
                response.setContentType("application/json");
                json.writeValue(response.getOutputStream(), numbers);
            } else {
                response.setContentType("text/html");
                response.getWriter().println("<h1>Invoices of " + customer + "</h1>");
                for (String number : numbers) {
                    response.getWriter().println("<p>" + number + "</p>");
                }
            }
        } catch (SQLException e) {
            e.printStackTrace();
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, e.getMessage());
        }
    }
}
