package io.jenkins.plugins.compliance.engine.io.xml;

import io.jenkins.plugins.compliance.engine.io.LimitExceededException;
import io.jenkins.plugins.compliance.engine.io.Limits;
import io.jenkins.plugins.compliance.engine.io.MalformedInputException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Opens XML from outside. Nothing outside of the document is ever loaded, and no entity can be declared: a document type
 * declaration is passed over whatever it says, and a reference to an entity that XML itself does not define is refused. Bytes,
 * nesting and the length of texts are bounded by {@link Limits}.
 */
public final class XmlInput {
    private static final int BYTES_OF_A_CHARACTER = 3;
    private static final int BUFFERED = 64 * 1024;

    private XmlInput() {}

    /**
     * Opens a document and goes to its root element. The encoding is found as XML 1.0 appendix F says: byte order mark, then
     * the XML declaration, else UTF-8.
     *
     * @param in the document from its first byte; the caller closes it
     * @param name name of the document in messages
     * @param limits bounds to hold
     * @throws MalformedInputException when there is no root element to go to
     */
    public static XmlCursor open(InputStream in, String name, Limits limits) throws IOException {
        Guard guard = new Guard(in, limits);
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(guard);
            return new XmlCursor(reader, guard, name, limits);
        } catch (XMLStreamException | RuntimeException e) {
            throw XmlCursor.failure(e, guard, name);
        }
    }

    private static XMLInputFactory factory() {
        // The JDK's own: a parser that happens to be on the class path may not know these properties.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXMLReporter((message, type, information, location) -> {
            // The JDK's parser would print what it throws a moment later.
        });
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("refers to something outside of the document");
        });
        return factory;
    }

    /** Counts what the parser takes: in all, and for one event, since one event is one token in memory. */
    static final class Guard extends FilterInputStream {
        private final Limits limits;
        private final long bytesOfAnEvent;
        private long total;
        private long event;
        private IOException failure = new IOException("none");
        private boolean failed;

        Guard(InputStream in, Limits limits) {
            super(in);
            this.limits = limits;
            this.bytesOfAnEvent = (long) BYTES_OF_A_CHARACTER * limits.textLength() + BUFFERED;
        }

        /** The parser finished an event. */
        void eventRead() {
            event = 0;
        }

        /** Throws again what reading the bytes themselves threw: parsers wrap it beyond recognition. */
        void rethrow() throws IOException {
            if (failed) {
                throw failure;
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int count = super.read(buffer, offset, length);
                if (count > 0) {
                    total += count;
                    event += count;
                }
                if (total > limits.reportBytes()) {
                    throw new LimitExceededException("reportBytes", limits.reportBytes());
                }
                if (event > bytesOfAnEvent) {
                    throw new LimitExceededException("textLength", limits.textLength());
                }
                return count;
            } catch (IOException e) {
                failure = e;
                failed = true;
                throw e;
            }
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
