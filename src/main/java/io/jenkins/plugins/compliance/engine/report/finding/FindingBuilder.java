package io.jenkins.plugins.compliance.engine.report.finding;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.report.ReportCollector;
import io.jenkins.plugins.compliance.engine.report.cwe.CweClaim;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Makes one {@link Finding} out of what a report says of it. Everything but tool and rule may be left out or be null; what is
 * empty counts as not stated. Confined to one thread.
 */
public final class FindingBuilder {
    private static final int LONGEST_ID = 120;
    private static final int MOST_CWE_DIGITS = 5;

    private final String tool;
    private final String rule;
    private final TreeSet<CweClaim> cwes = new TreeSet<>();
    private final TreeSet<String> advisories = new TreeSet<>();
    private @CheckForNull String title;
    private @CheckForNull String message;
    private @CheckForNull Severity severity;
    private @CheckForNull Double score;
    private @CheckForNull Place place;
    private @CheckForNull String component;
    private @CheckForNull String fixedIn;
    private @CheckForNull String help;
    private @CheckForNull String suppression;
    private Finding.Kind kind = Finding.Kind.FAIL;

    /**
     * @param tool name of the tool
     * @param rule the tool's id of the rule, advisory or check
     */
    public FindingBuilder(String tool, String rule) {
        this.tool = tool;
        this.rule = rule;
    }

    /** Short name of the rule. */
    public FindingBuilder title(@CheckForNull String text) {
        title = text;
        return this;
    }

    /** What is wrong here; the title, else the rule, when not stated. */
    public FindingBuilder message(@CheckForNull String text) {
        message = text;
        return this;
    }

    /** How bad; when null, the score says it; without either it is medium: what nobody rated is not harmless. */
    public FindingBuilder severity(@CheckForNull Severity stated) {
        severity = stated;
        return this;
    }

    /** A base score of CVSS; kept when it is from 0 to 10, the highest of several. */
    public FindingBuilder score(@CheckForNull Double stated) {
        if (stated != null && stated >= 0 && stated <= 10 && (score == null || stated > score)) {
            score = stated;
        }
        return this;
    }

    /** A CVSS vector; one of version 3 gives a {@link #score}. */
    public FindingBuilder vector(@CheckForNull String vector) {
        return score(CvssVector.baseScore(vector));
    }

    /** A file or address, with nothing more. */
    public FindingBuilder path(@CheckForNull String path) {
        return place(path, 0, 0, 0, null);
    }

    /** A file and a line of it; 0 when unknown. */
    public FindingBuilder path(@CheckForNull String path, int line) {
        return place(path, line, 0, 0, null);
    }

    /** Where, as {@link Place} has it; nowhere when there is neither a path nor a logical name. */
    public FindingBuilder place(
            @CheckForNull String path, int line, int column, int endLine, @CheckForNull String logical) {
        if (path != null && !path.isBlank() || logical != null) {
            place = new Place(
                    path == null ? "" : slashed(path.strip()),
                    Math.max(0, line),
                    Math.max(0, column),
                    endLine < line ? 0 : endLine,
                    logical);
        }
        return this;
    }

    /** Weaknesses named in a text: {@code CWE-79}, {@code CWE-79: Cross-site ...}, {@code 79}, several of them. */
    public FindingBuilder cwe(@CheckForNull String stated, CweClaim.Basis basis) {
        if (stated == null) {
            return this;
        }
        String text = stated.strip().toUpperCase(Locale.ROOT);
        if (!text.isEmpty() && digits(text, 0) == text.length()) {
            claim(text, basis);
            return this;
        }
        for (int at = text.indexOf("CWE"); at >= 0; at = text.indexOf("CWE", at + 3)) {
            int from = at + 3;
            if (from < text.length() && "-_: ".indexOf(text.charAt(from)) >= 0) {
                from++;
            }
            claim(text.substring(from, digits(text, from)), basis);
        }
        return this;
    }

    /** Weaknesses named in a field of the format that is meant for them. */
    public FindingBuilder cwes(Collection<String> stated) {
        stated.forEach(text -> cwe(text, CweClaim.Basis.FIELD));
        return this;
    }

    /** An advisory id such as {@code CVE-2021-44228}; anything that does not look like one is left out. */
    public FindingBuilder advisory(@CheckForNull String id) {
        if (id != null
                && id.indexOf('-') > 0
                && id.length() <= LONGEST_ID
                && id.chars().noneMatch(Character::isWhitespace)) {
            advisories.add(id.regionMatches(true, 0, "CVE-", 0, 4) ? id.toUpperCase(Locale.ROOT) : id);
        }
        return this;
    }

    /** Advisory ids. */
    public FindingBuilder advisories(Collection<String> ids) {
        ids.forEach(this::advisory);
        return this;
    }

    /** Package URL, or {@code name@version}, of the dependency that it is about. */
    public FindingBuilder component(
            @CheckForNull String purl, @CheckForNull String name, @CheckForNull String version) {
        component = purl != null ? purl : name == null || version == null ? name : name + "@" + version;
        return this;
    }

    /** Version of the component that has the fix. */
    public FindingBuilder fixedIn(@CheckForNull String version) {
        fixedIn = version == null || version.isBlank() ? null : version.strip();
        return this;
    }

    /** Address of help; left out unless it is http or https. */
    public FindingBuilder help(@CheckForNull String address) {
        if (address != null
                && (address.startsWith("https://") || address.startsWith("http://"))
                && address.chars().allMatch(c -> c > ' ' && c != 0x7f && c != '"' && c != '<' && c != '>')) {
            help = address;
        }
        return this;
    }

    /** Why it was set aside; null when it was not. */
    public FindingBuilder suppressed(@CheckForNull String reason) {
        suppression = reason;
        return this;
    }

    /** What sort of result; a failure unless said. */
    public FindingBuilder kind(Finding.Kind stated) {
        kind = stated;
        return this;
    }

    /** The finding, without a fingerprint: that is made when it is handed to a {@link ReportCollector}. */
    public Finding build() {
        return new Finding(
                tool,
                rule,
                title,
                worded(),
                rated(),
                score,
                place,
                cwes.stream().toList(),
                advisories.stream().toList(),
                component,
                fixedIn,
                help,
                new Finding.State(kind, suppression, null),
                "");
    }

    private String worded() {
        if (message != null && !message.isBlank()) {
            return message.strip();
        }
        return title == null ? rule : title;
    }

    private Severity rated() {
        if (severity != null) {
            return severity;
        }
        return score == null ? Severity.MEDIUM : Severity.ofCvss(score);
    }

    private void claim(String digits, CweClaim.Basis basis) {
        if (!digits.isEmpty() && digits.length() <= MOST_CWE_DIGITS) {
            int number = Integer.parseInt(digits);
            if (number > 0 && cwes.stream().noneMatch(claim -> claim.cwe() == number)) {
                cwes.add(new CweClaim(number, basis));
            }
        }
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static String slashed(String path) {
        String forward = path.startsWith("http://") || path.startsWith("https://") ? path : path.replace('\\', '/');
        if (forward.startsWith("file://")) {
            forward = forward.substring("file://".length());
        }
        return forward.startsWith("./") && forward.length() > 2 ? forward.substring(2) : forward;
    }
}
