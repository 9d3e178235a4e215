package org.example.ledgerlite.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.example.ledgerlite.billing.InvoiceSearch;
import org.example.ledgerlite.payments.ReceiptPrinter;

/** Puts the portal together when the server starts it. */
@WebListener
public class Portal implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        try {
            DataSource database = (DataSource) new InitialContext().lookup("java:comp/env/jdbc/ledger");
            context.addServlet("invoices", new InvoiceServlet(new InvoiceSearch(database)))
                    .addMapping("/invoices");
            context.addServlet("attachments", new AttachmentServlet(new ReceiptPrinter("lp")))
                    .addMapping("/attachments");
        } catch (NamingException e) {
            throw new IllegalStateException("no database is configured for the portal", e);
        }
    }
}
