package io.jenkins.plugins.compliance.engine.export.html;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.assess.Outcome;
import io.jenkins.plugins.compliance.engine.assess.ProcedureResult;
import io.jenkins.plugins.compliance.engine.assess.RequirementResult;
import io.jenkins.plugins.compliance.engine.evidence.Evidence;
import io.jenkins.plugins.compliance.engine.export.Chain;
import io.jenkins.plugins.compliance.engine.export.FindingText;
import io.jenkins.plugins.compliance.engine.io.DisplayText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Draws a {@link ChainSample}: three columns of boxes that link to the tables, and lines between them. */
final class ChainPicture {
    private static final int WIDTH = 1000;
    private static final int BOX = 276;
    private static final int HEIGHT = 40;
    private static final int STEP = 48;
    private static final int TOP = 34;
    private static final int[] COLUMNS = {1, (WIDTH - BOX) / 2, WIDTH - BOX - 1};
    private static final int TITLE_LENGTH = 30;
    private static final Object NONE = new Object();

    private final Html html;
    private final Chain chain;
    private final ChainSample sample;
    private final List<Object> third;
    private final Map<Object, Integer> middles = new IdentityHashMap<>();
    private final int height;

    ChainPicture(Html html, Chain chain, ChainSample sample) {
        this.html = html;
        this.chain = chain;
        this.sample = sample;
        this.third = withNone();
        int rows = Math.max(
                third.size(),
                Math.max(sample.requirements().size(), sample.procedures().size()));
        this.height = TOP + rows * STEP;
        place(sample.requirements(), rows);
        place(sample.procedures(), rows);
        place(third, rows);
    }

    /** The evidence and, where a procedure has none, a box that says so, at the height of those procedures. */
    private List<Object> withNone() {
        List<Object> rows = new ArrayList<>(sample.evidence());
        OptionalDouble lacking = meanPlace(List::isEmpty);
        if (lacking.isPresent()) {
            long above = sample.evidence().stream()
                    .filter(each -> meanPlace(of -> of.contains(each)).orElse(0) < lacking.getAsDouble())
                    .count();
            rows.add((int) above, NONE);
        }
        return rows;
    }

    private OptionalDouble meanPlace(Predicate<List<Evidence>> wanted) {
        return IntStream.range(0, sample.procedures().size())
                .filter(i -> wanted.test(chain.evidenceOf(sample.procedures().get(i))))
                .average();
    }

    /** Spreads the boxes of a column over the height of the longest. */
    private void place(List<?> column, int rows) {
        double step = column.isEmpty() ? STEP : (double) rows * STEP / column.size();
        for (int i = 0; i < column.size(); i++) {
            middles.put(column.get(i), (int) (TOP + step * i + (step - STEP) / 2 + HEIGHT / 2.0));
        }
    }

    void write() throws IOException {
        html.open(
                "svg",
                "class",
                "chain",
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "role",
                "group",
                "aria-label",
                "Requirements, procedures and evidence with the links between them");
        head(0, "Requirement");
        head(1, "Procedure");
        head(2, "Evidence");
        html.open("g", "aria-hidden", "true");
        lines();
        html.close();
        for (RequirementResult each : sample.requirements()) {
            box(
                    0,
                    middle(each),
                    each.outcome(),
                    Anchors.requirement(each.requirement()),
                    each.title(),
                    each.requirement().toString());
        }
        for (ProcedureResult each : sample.procedures()) {
            String id = each.procedure().id();
            box(
                    1,
                    middle(each),
                    each.outcome(),
                    Anchors.procedure(id),
                    each.procedure().title(),
                    id);
        }
        for (Evidence each : sample.evidence()) {
            boolean verified = each.integrity() instanceof Evidence.Integrity.Verified;
            box(
                    2,
                    middle(each),
                    verified ? null : Outcome.UNVERIFIABLE,
                    Anchors.evidence(each.sequence()),
                    "#" + each.sequence() + " " + each.name(),
                    verified ? each.kind().id() + ", verified" : each.kind().id() + ", can't be verified");
        }
        if (middles.containsKey(NONE)) {
            none();
        }
        html.close();
    }

    private void head(int column, String text) throws IOException {
        html.element("text", text, "class", "head", "x", number(COLUMNS[column] + 2), "y", "16");
    }

    private void lines() throws IOException {
        for (RequirementResult requirement : sample.requirements()) {
            for (RequirementResult.AppliedClaim claim : requirement.claims()) {
                ProcedureResult procedure = chain.procedure(claim.procedure()).orElse(null);
                if (procedure != null && middles.containsKey(procedure)) {
                    line(
                            0,
                            middle(requirement),
                            middle(procedure),
                            procedure.outcome(),
                            claim.strength().id());
                }
            }
        }
        for (ProcedureResult procedure : sample.procedures()) {
            List<Evidence> evidence = chain.evidenceOf(procedure);
            if (evidence.isEmpty()) {
                line(1, middle(procedure), middle(NONE), procedure.outcome(), "supports");
            }
            for (Evidence each : evidence) {
                if (middles.containsKey(each)) {
                    line(1, middle(procedure), middle(each), procedure.outcome(), "full");
                }
            }
        }
    }

    private void line(int column, int from, int to, Outcome outcome, String style) throws IOException {
        int start = COLUMNS[column] + BOX;
        int end = COLUMNS[column + 1];
        int bend = (start + end) / 2;
        html.empty(
                "path",
                "class",
                "line l-" + style + " o-" + outcome.id(),
                "d",
                "M" + start + " " + from + "C" + bend + " " + from + " " + bend + " " + to + " " + end + " " + to);
    }

    private void box(
            int column, int middle, @CheckForNull Outcome outcome, String anchor, String title, String subtitle)
            throws IOException {
        int x = COLUMNS[column];
        int y = middle - HEIGHT / 2;
        String of = outcome == null ? "" : " o-" + outcome.id();
        html.block("a", "href", "#" + anchor, "class", "box" + of);
        html.element("title", title + " (" + subtitle + ")" + (outcome == null ? "" : ": " + outcome.id()));
        body(x, y, "body");
        if (outcome != null) {
            html.empty(
                    "use",
                    "href",
                    "#shape-" + outcome.id(),
                    "class",
                    "shape",
                    "x",
                    number(x + 9),
                    "y",
                    number(y + 12),
                    "width",
                    "16",
                    "height",
                    "16");
        }
        int text = x + (outcome == null ? 12 : 33);
        html.element(
                "text",
                DisplayText.cut(FindingText.oneLine(title), TITLE_LENGTH),
                "class",
                "title",
                "x",
                number(text),
                "y",
                number(y + 17));
        html.element(
                "text",
                DisplayText.cut(subtitle, TITLE_LENGTH),
                "class",
                "subtitle",
                "x",
                number(text),
                "y",
                number(y + 32));
        html.close();
    }

    private void none() throws IOException {
        int x = COLUMNS[2];
        int y = middle(NONE) - HEIGHT / 2;
        body(x, y, "body absent");
        html.element("text", "No evidence", "class", "title", "x", number(x + 12), "y", number(y + 25));
    }

    private void body(int x, int y, String styles) throws IOException {
        html.empty(
                "rect",
                "class",
                styles,
                "x",
                number(x),
                "y",
                number(y),
                "width",
                number(BOX),
                "height",
                number(HEIGHT),
                "rx",
                "6");
    }

    private int middle(Object row) {
        return middles.getOrDefault(row, 0);
    }

    private static String number(int value) {
        return String.valueOf(value);
    }
}
