package org.example.ledgerlite.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.example.ledgerlite.payments.ReceiptPrinter;

/** Hands out the files that belong to an invoice, or prints one in the branch office. */
public class AttachmentServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ROOT = "/srv/ledger-lite/attachments";

    private final transient ReceiptPrinter printer;

    public AttachmentServlet(ReceiptPrinter printer) {
        this.printer = printer;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        File file = new File(ROOT, request.getParameter("name"));
        Cookie seen = new Cookie("last-attachment", file.getName());
        response.addCookie(seen);
        try (InputStream in = Files.newInputStream(file.toPath())) {
            in.transferTo(response.getOutputStream());
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            int status = printer.print(request.getParameter("printer"), request.getParameter("name"));
            response.sendRedirect(request.getParameter("next") + "?status=" + status);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
