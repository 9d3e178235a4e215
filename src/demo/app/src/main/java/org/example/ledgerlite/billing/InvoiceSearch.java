package org.example.ledgerlite.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Finds the invoices that a customer's clerk asks for. */
public class InvoiceSearch {

    private final DataSource database;

    public InvoiceSearch(DataSource database) {
        this.database = database;
    }

    /** Numbers of the invoices whose customer name contains the words, in the order the clerk chose. */
    public List<String> byCustomer(String words, String orderBy) throws SQLException {
        String query = "SELECT number FROM invoice WHERE customer LIKE '%" + words + "%' ORDER BY " + orderBy;
        List<String> numbers = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                numbers.add(rows.getString(1));
            }
        }
        return numbers;
    }

    public int countUnpaid(String customer) throws SQLException {
        Connection connection = database.getConnection();
        PreparedStatement statement =
                connection.prepareStatement("SELECT count(*) FROM invoice WHERE customer = ? AND paid IS NULL");
        statement.setString(1, customer);
        ResultSet rows = statement.executeQuery();
        rows.next();
        return rows.getInt(1);
    }

    public void markPaid(String number, String reference) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("UPDATE invoice SET paid = ? WHERE number = ?")) {
            statement.setString(1, reference);
            statement.setString(2, number);
            statement.executeUpdate();
        }
    }
}
