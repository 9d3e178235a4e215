package io.jenkins.plugins.compliance.engine.wording;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Gives words to phrases, in one language. Each language is one file of templates beside this class, {@code phrases_de.properties}. */
public final class Wording {
    /** English, moments and days as in ISO 8601: for logs, exports and the command line. */
    public static final Wording ENGLISH = new Wording(templates("phrases.properties"), Instant::toString);

    private static final Map<String, Map<String, Template>> TRANSLATIONS = new ConcurrentHashMap<>();
    private static final String TERM = "term.";

    private final Map<String, Template> templates;
    private final Function<Instant, String> moments;

    private Wording(Map<String, Template> templates, Function<Instant, String> moments) {
        this.templates = templates;
        this.moments = moments;
    }

    /**
     * The words of a language; English ones where there is no translation into it.
     *
     * @param moments writes a moment as its reader is used to
     */
    public static Wording of(Locale locale, Function<Instant, String> moments) {
        Map<String, Template> templates = switch (locale.getLanguage()) {
            case "de" -> TRANSLATIONS.computeIfAbsent("de", tag -> templates("phrases_" + tag + ".properties"));
            default -> ENGLISH.templates;
        };
        return new Wording(templates, moments);
    }

    /** The phrase in words. */
    public String of(Phrase phrase) {
        Template template = template(phrase.code().id());
        return template == null ? phrase.code().id() : template.filled(phrase, this);
    }

    /** All of the phrases in words. */
    public List<String> of(List<Phrase> phrases) {
        return phrases.stream().map(this::of).toList();
    }

    /** A word of the engine, for instance an outcome; its id where the language has no other. */
    public String term(String id) {
        Template template = template(TERM + id);
        return template == null ? id : template.text();
    }

    @CheckForNull
    Template template(String id) {
        Template template = templates.get(id);
        return template == null ? ENGLISH.templates.get(id) : template;
    }

    String moment(Instant moment) {
        return moments.apply(moment);
    }

    String day(LocalDate day) {
        return day.toString();
    }

    static Map<String, Template> templates(String file) {
        Properties lines = new Properties();
        try (InputStream in = Wording.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the engine lacks its words, " + file);
            }
            lines.load(new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        Map<String, Template> templates = new HashMap<>();
        lines.stringPropertyNames().forEach(id -> templates.put(id, Template.of(id, lines.getProperty(id))));
        return Map.copyOf(templates);
    }
}
