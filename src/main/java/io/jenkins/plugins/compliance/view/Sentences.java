package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.record.clock.MomentText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jvnet.localizer.LocaleProvider;

/**
 * Sentences of the engine, which speaks English alone, in the reader's language: those that a file of templates knows. Others stay as they are.
 *
 * <p>A line of the file is {@code English => translation}, with {@code {0}}, {@code {1}} and so on for what differs, in this order in the
 * English part. What stands in these places is looked up in turn. Moments are written as everywhere on the pages, in each language.
 */
final class Sentences {
    private static final String ARROW = " => ";
    private static final int LONGEST = 2000;
    private static final int DEEPEST = 4;
    private static final Pattern MOMENT =
            Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?Z\\b");
    private static final Map<String, List<Template>> KNOWN = new ConcurrentHashMap<>();

    private Sentences() {}

    /** The sentence in the reader's language. */
    static String of(String sentence) {
        Locale locale = LocaleProvider.getLocale();
        return of(sentence, locale == null ? "en" : locale.getLanguage());
    }

    /** All of the sentences in the reader's language. */
    static List<String> of(List<String> sentences) {
        return sentences.stream().map(Sentences::of).toList();
    }

    static String of(String sentence, String language) {
        String said = sentence.length() > LONGEST ? sentence : of(sentence, templates(language), 0);
        return MOMENT.matcher(said).replaceAll(each -> Matcher.quoteReplacement(moment(each.group())));
    }

    /** The engine gives moments as exactly as it knows them; people read them. */
    private static String moment(String iso) {
        try {
            return new MomentText(Instant.parse(iso)).words();
        } catch (DateTimeException e) {
            // It only looks like one.
            return iso;
        }
    }

    private static String of(String sentence, List<Template> templates, int depth) {
        for (Template template : depth < DEEPEST ? templates : List.<Template>of()) {
            List<String> places = template.places(sentence);
            if (!places.isEmpty() || template.isWhole(sentence)) {
                return template.filled(places.stream()
                        .map(each -> of(each, templates, depth + 1))
                        .toList());
            }
        }
        return sentence;
    }

    static List<Template> templates(String language) {
        return switch (language) {
            case "de" -> KNOWN.computeIfAbsent(language, Sentences::read);
            default -> List.of();
        };
    }

    private static List<Template> read(String language) {
        try (InputStream in = Sentences.class.getResourceAsStream("sentences_" + language + ".txt")) {
            if (in == null) {
                return List.of();
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(ARROW))
                    .map(Template::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A sentence with places.
     *
     * @param english what stands between the places
     * @param translation the translation, with numbered places
     */
    record Template(List<String> english, String translation) {
        static Template of(String line) {
            int arrow = line.indexOf(ARROW);
            return new Template(
                    List.of(line.substring(0, arrow).split("\\{\\d}", -1)), line.substring(arrow + ARROW.length()));
        }

        /** What stands in the places; empty when the sentence is another. */
        List<String> places(String sentence) {
            int last = english.size() - 1;
            String end = english.get(last);
            if (last == 0 || !sentence.startsWith(english.get(0)) || !sentence.endsWith(end)) {
                return List.of();
            }
            List<String> found = new ArrayList<>();
            int from = english.get(0).length();
            for (int i = 1; i <= last; i++) {
                int to = i == last ? sentence.length() - end.length() : sentence.indexOf(english.get(i), from);
                if (to <= from) {
                    return List.of();
                }
                found.add(sentence.substring(from, to));
                from = to + english.get(i).length();
            }
            return found;
        }

        /** Whether it has no places, and is the sentence. */
        boolean isWhole(String sentence) {
            return english.size() == 1 && english.get(0).equals(sentence);
        }

        String filled(List<String> places) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < translation.length(); i++) {
                int place = translation.startsWith("{", i) ? translation.charAt(i + 1) - '0' : -1;
                if (place >= 0) {
                    text.append(places.get(place));
                    i += 2;
                } else {
                    text.append(translation.charAt(i));
                }
            }
            return text.toString();
        }
    }
}
