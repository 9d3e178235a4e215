package org.example.ledgerlite.payments;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.example.ledgerlite.billing.Money;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the credits out of the XML account statement that a bank sends each morning. */
public class BankStatementReader {

    /** One incoming payment. */
    public record Credit(String reference, Money amount) {}

    public List<Credit> read(InputStream statement) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            DocumentBuilder builder = factory.newDocumentBuilder();
            Document document = builder.parse(statement);
            NodeList entries = document.getElementsByTagName("Credit");
            List<Credit> credits = new ArrayList<>();
            for (int i = 0; i < entries.getLength(); i++) {
                Element entry = (Element) entries.item(i);
                credits.add(new Credit(
                        entry.getAttribute("reference"),
                        Money.of(entry.getAttribute("amount"), entry.getAttribute("currency"))));
            }
            return credits;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("this is no account statement", e);
        }
    }
}
