package io.jenkins.plugins.compliance.engine.io.json;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes values in the one form that equal values share: RFC 8785 (JSON Canonicalization Scheme) without fractions. Objects are
 * {@link Map}, arrays {@link List}, strings {@link String}, numbers {@link Integer} or {@link Long}, truth values
 * {@link Boolean}; members are sorted by UTF-16 code units.
 */
public final class CanonicalJson {
    private static final long LARGEST_EXACT = (1L << 53) - 1;

    private CanonicalJson() {}

    /**
     * The canonical form.
     *
     * @throws IllegalArgumentException when the value is of no such type, or a number that JSON readers can't hold exactly
     */
    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            members(map, out);
        } else if (value instanceof List<?> list) {
            out.append('[');
            String separator = "";
            for (Object item : list) {
                out.append(separator);
                write(item, out);
                separator = ",";
            }
            out.append(']');
        } else if (value instanceof String text) {
            text(text, out);
        } else if (value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            if (number > LARGEST_EXACT || number < -LARGEST_EXACT) {
                throw new IllegalArgumentException(number + " is no exact number in JSON");
            }
            out.append(number);
        } else {
            throw new IllegalArgumentException("no value of JSON: " + value.getClass());
        }
    }

    private static void members(Map<?, ?> map, StringBuilder out) {
        TreeMap<String, Object> sorted = new TreeMap<>();
        map.forEach((key, member) -> sorted.put((String) key, member));
        out.append('{');
        String separator = "";
        for (Map.Entry<String, Object> member : sorted.entrySet()) {
            out.append(separator);
            text(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
