package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import java.util.Set;
import org.apache.commons.jelly.JellyTagException;
import org.apache.commons.jelly.TagSupport;
import org.apache.commons.jelly.XMLOutput;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Makes all text that is written within it fit to be shown, as Jelly escapes it: wherever a page takes a text from, nothing that a
 * browser would obey or not show gets out. What is in forms and addresses stays as it is, for it is sent and not shown.
 */
@Restricted(NoExternalUse.class)
public final class ShownTag extends TagSupport {
    @Override
    public void doTag(XMLOutput output) throws JellyTagException {
        ShownText shown = new ShownText();
        shown.setContentHandler(output);
        invokeBody(new XMLOutput(shown, output));
    }

    private static final class ShownText extends XMLFilterImpl {
        private static final Set<String> SHOWN = Set.of("alt", "aria-label", "placeholder", "title", "tooltip");

        @Override
        public void characters(char[] text, int start, int length) throws SAXException {
            String written = new String(text, start, length);
            String shown = DisplayText.lines(written);
            if (shown.equals(written)) {
                super.characters(text, start, length);
            } else {
                super.characters(shown.toCharArray(), 0, shown.length());
            }
        }

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
            AttributesImpl shown = null;
            for (int i = 0; i < attributes.getLength(); i++) {
                String value = attributes.getValue(i);
                if (SHOWN.contains(attributes.getQName(i)) && !DisplayText.isPlainLine(value)) {
                    shown = shown == null ? new AttributesImpl(attributes) : shown;
                    shown.setValue(i, DisplayText.line(value));
                }
            }
            super.startElement(uri, localName, name, shown == null ? attributes : shown);
        }
    }
}
