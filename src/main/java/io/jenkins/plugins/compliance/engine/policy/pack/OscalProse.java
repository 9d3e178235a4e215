package io.jenkins.plugins.compliance.engine.policy.pack;

import io.jenkins.plugins.compliance.engine.io.document.Located;
import io.jenkins.plugins.compliance.engine.io.document.Node.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The statement of an OSCAL control as plain text, with each parameter as its label in brackets. */
final class OscalProse {
    private static final Pattern INSERT = Pattern.compile("\\{\\{\\s*+insert:\\s*+param,\\s*+([^\\s}]++)\\s*+\\}\\}");
    private static final int LONGEST_PARAMETER = 300;
    private static final int DEEPEST_PARAMETER = 3;

    private final Map<String, Mapping> parameters = new HashMap<>();

    private OscalProse(Mapping control) {
        for (Mapping parameter : OscalTree.mappings(control, "params")) {
            parameters.put(OscalTree.text(parameter, "id"), parameter);
        }
    }

    /** The statement; empty when there is none. */
    static String statement(Mapping control) {
        OscalProse prose = new OscalProse(control);
        StringBuilder out = new StringBuilder();
        for (Mapping part : OscalTree.mappings(control, "parts")) {
            if (OscalTree.text(part, "name").equals("statement")) {
                prose.append(part, out);
            }
        }
        return out.toString().strip();
    }

    private void append(Mapping part, StringBuilder out) {
        String label = OscalTree.property(part, "label");
        String text = inserted(OscalTree.text(part, "prose"), 0);
        if (!text.isEmpty()) {
            out.append(label).append(label.isEmpty() ? "" : " ").append(text).append('\n');
        }
        OscalTree.mappings(part, "parts").forEach(inner -> append(inner, out));
    }

    private String inserted(String prose, int depth) {
        return INSERT.matcher(prose).replaceAll(found -> Matcher.quoteReplacement(parameter(found.group(1), depth)));
    }

    private String parameter(String id, int depth) {
        Mapping parameter = parameters.get(id);
        String name = "[" + (id.length() > LONGEST_PARAMETER ? "parameter" : id) + "]";
        if (parameter == null || depth == DEEPEST_PARAMETER) {
            return name;
        }
        Mapping select = OscalTree.mapping(parameter, "select");
        String text = OscalTree.text(parameter, "label");
        if (select != null) {
            List<Located<String>> choices = OscalTree.texts(select, "choice");
            text = "Selection: "
                    + choices.stream()
                            .limit(LONGEST_PARAMETER)
                            .map(Located::value)
                            .filter(choice -> choice.length() <= LONGEST_PARAMETER)
                            .map(choice -> inserted(choice, depth + 1))
                            .collect(Collectors.joining("; "));
        }
        // A long label that many places insert would multiply.
        return text.isEmpty() || text.length() > LONGEST_PARAMETER ? name : "[" + text + "]";
    }
}
