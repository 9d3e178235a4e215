package org.example.ledgerlite.payments;

import java.io.IOException;

/** Sends a receipt to one of the printers of the branch office. */
public class ReceiptPrinter {

    private final String command;

    public ReceiptPrinter(String command) {
        this.command = command;
    }

    public int print(String printer, String receiptFile) throws IOException, InterruptedException {
        String[] line = {"/bin/sh", "-c", command + " -P " + printer + " " + receiptFile};
        Process process = Runtime.getRuntime().exec(line);
        return process.waitFor();
    }
}
