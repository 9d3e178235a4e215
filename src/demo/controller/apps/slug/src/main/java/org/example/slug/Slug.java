package org.example.slug;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.commons.text.StringEscapeUtils;

/** Part of an address that people can read, made out of a title. */
public final class Slug {
    private static final int LONGEST = 80;

    private Slug() {}

    /**
     * Makes the slug of a title.
     *
     * @param title may have entities of HTML, accents and punctuation
     * @return lower-case letters and digits of ASCII with single hyphens between; empty when the title has none
     */
    public static String of(String title) {
        String plain = Normalizer.normalize(StringEscapeUtils.unescapeHtml4(title), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder(Math.min(plain.length(), LONGEST));
        boolean gap = false;
        for (int i = 0; i < plain.length() && slug.length() < LONGEST; i++) {
            char c = plain.charAt(i);
            if (isKept(c)) {
                if (gap && slug.length() > 0) {
                    slug.append('-');
                }
                slug.append(c);
                gap = false;
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                gap = true;
            }
        }
        return slug.toString();
    }

    private static boolean isKept(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
}
