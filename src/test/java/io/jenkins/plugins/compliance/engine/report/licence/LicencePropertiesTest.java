package io.jenkins.plugins.compliance.engine.report.licence;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.report.licence.LicenceAnswer.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LicencePropertiesTest {
    private static final List<String> IDS =
            List.of("MIT", "Apache-2.0", "GPL-2.0-only", "GPL-3.0-or-later", "BSD-3-Clause", "0BSD", "CDDL-1.1");
    private static final List<String> LEAVES = List.of(
            "CDDL-1.0+",
            "GPL-2.0-only WITH Classpath-exception-2.0",
            "Apache-2.0 WITH LLVM-exception",
            "Zlib WITH AdditionRef-x.1",
            "LicenseRef-acme-1.0",
            "DocumentRef-spdx-tool-1.2:LicenseRef-acme",
            "Unheard-1.0");
    private static final List<String> SPACES =
            List.of(" ", "  ", "\t", "\n", "\r\n", "\u00A0", "\u2003", "\u3000", "\u0085");

    /** An expression before it is written: an id, or parts that go together or among which one chooses. */
    private record Tree(String id, boolean choice, List<Tree> parts) {
        Tree(String id) {
            this(id, false, List.of());
        }

        /** What it means by what the licences mean. */
        boolean holds(Set<String> obeying) {
            if (parts.isEmpty()) {
                return obeying.contains(id);
            }
            return choice
                    ? parts.stream().anyMatch(part -> part.holds(obeying))
                    : parts.stream().allMatch(part -> part.holds(obeying));
        }

        Licence licence() throws LicenceSyntaxException {
            if (parts.isEmpty()) {
                return LicenceParser.parse(id);
            }
            List<Licence> licences = new ArrayList<>();
            for (Tree part : parts) {
                licences.add(part.licence());
            }
            return choice ? Licence.any(licences) : Licence.all(licences);
        }
    }

    private static Arbitrary<Tree> trees(List<String> ids) {
        Arbitrary<Tree> leaves = Arbitraries.of(ids).map(Tree::new);
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(1, leaves),
                        net.jqwik.api.Tuple.of(
                                3,
                                inner.list()
                                        .ofMinSize(2)
                                        .ofMaxSize(3)
                                        .flatMap(parts -> Arbitraries.of(true, false)
                                                .map(choice -> new Tree("", choice, parts))))),
                3);
    }

    @Provide
    Arbitrary<Tree> expressions() {
        List<String> all = new ArrayList<>(IDS);
        all.addAll(LEAVES);
        return trees(all);
    }

    @Provide
    Arbitrary<Tree> known() {
        return trees(IDS);
    }

    @Property(tries = 300)
    void anExpressionMeansTheSameHoweverItIsWritten(@ForAll("expressions") Tree tree, @ForAll long seed)
            throws LicenceSyntaxException {
        String written = new Writer(new Random(seed)).write(tree);
        assertThat(LicenceParser.parse(written)).as(written).isEqualTo(tree.licence());
    }

    @Property(tries = 300)
    void anExpressionOfKnownIdsIsDeniedWhereNoChoiceAvoidsIt(
            @ForAll("known") Tree tree,
            @ForAll long seed,
            @ForAll Set<@net.jqwik.api.constraints.IntRange(max = 6) Integer> picked) {
        List<String> denied = picked.stream().map(IDS::get).toList();
        Set<String> obeying = new java.util.HashSet<>(IDS);
        denied.forEach(obeying::remove);
        String written = new Writer(new Random(seed)).write(tree);
        assertThat(new LicenceRules(denied, List.of()).answer(List.of(written)).verdict())
                .as(written)
                .isEqualTo(tree.holds(obeying) ? Verdict.PERMITTED : Verdict.DENIED);
        assertThat(new LicenceRules(List.of(), obeying).allows(List.of(written)))
                .as(written)
                .isEqualTo(tree.holds(obeying));
    }

    @Property(tries = 300)
    void aFurtherDenialOrAFurtherLicenceMakesNothingBetter(
            @ForAll("expressions") Tree tree, @ForAll("expressions") Tree other, @ForAll long seed) {
        Writer writer = new Writer(new Random(seed));
        String written = writer.write(tree);
        String more = writer.write(other);
        Verdict verdict = new LicenceRules(List.of("GPL-2.0*"), List.of())
                .answer(List.of(written))
                .verdict();
        for (Verdict worse : List.of(
                new LicenceRules(List.of("GPL-2.0*", "MIT"), List.of())
                        .answer(List.of(written))
                        .verdict(),
                new LicenceRules(List.of("GPL-2.0*"), List.of())
                        .answer(List.of(written, more))
                        .verdict(),
                new LicenceRules(List.of("GPL-2.0*"), List.of())
                        .answer(List.of("(" + written + ") AND (" + more + ")"))
                        .verdict())) {
            assertThat(worse).as(written + " | " + more).isLessThanOrEqualTo(verdict);
        }
    }

    /** Writes an expression in one of the ways that are allowed. */
    private static final class Writer {
        private final Random random;

        Writer(Random random) {
            this.random = random;
        }

        String write(Tree tree) {
            return spaces(0) + write(tree, false) + spaces(0);
        }

        private String write(Tree tree, boolean bound) {
            boolean grouped = bound && tree.choice() || random.nextInt(4) == 0;
            String text = tree.parts().isEmpty() ? leaf(tree.id()) : joined(tree);
            return grouped ? "(" + spaces(0) + text + spaces(0) + ")" : text;
        }

        private String joined(Tree tree) {
            StringBuilder text = new StringBuilder();
            for (Tree part : tree.parts()) {
                String next = write(part, !tree.choice());
                if (text.length() > 0) {
                    text.append(spaces(text.charAt(text.length() - 1) == ')' ? 0 : 1));
                    text.append(operator(tree.choice() ? "OR" : "AND"));
                    text.append(spaces(next.startsWith("(") ? 0 : 1));
                }
                text.append(next);
            }
            return text.toString();
        }

        private String leaf(String id) {
            String[] parts = id.split(" WITH ");
            return parts.length == 1 ? id(id) : id(parts[0]) + spaces(1) + operator("WITH") + spaces(1) + id(parts[1]);
        }

        /** Our own references keep their case, so that the trees can be compared. */
        private String id(String id) {
            if (id.contains("Ref-") || id.startsWith("Unheard")) {
                return id;
            }
            StringBuilder text = new StringBuilder();
            for (char c : id.toCharArray()) {
                text.append(random.nextBoolean() ? Character.toUpperCase(c) : Character.toLowerCase(c));
            }
            return text.toString();
        }

        private String operator(String operator) {
            return random.nextBoolean() ? operator : operator.toLowerCase(Locale.ROOT);
        }

        private String spaces(int least) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(2) + least; i > 0; i--) {
                text.append(SPACES.get(random.nextInt(SPACES.size())));
            }
            return text.toString();
        }
    }
}
