package io.jenkins.plugins.compliance.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.jenkins.plugins.compliance.engine.evidence.fact.Fact;
import io.jenkins.plugins.compliance.engine.policy.Check;
import java.util.Map;
import java.util.Set;

/**
 * Who decides by the kind of a check or of a fact does so where the compiler sees whether a kind is forgotten: nowhere is a chain of
 * {@code instanceof} that passes a new kind by in silence.
 */
@AnalyzeClasses(packages = "io.jenkins.plugins.compliance", importOptions = ImportOption.DoNotIncludeTests.class)
class KindDispatchTest {

    @ArchTest
    static final ArchRule NOBODY_TELLS_CHECKS_APART_BY_INSTANCEOF = classes().should(askForAtMost(0, Check.class));

    /** One is no decision between kinds: "the scans among these". */
    @ArchTest
    static final ArchRule NOBODY_TELLS_FACTS_APART_BY_INSTANCEOF = classes().should(askForAtMost(1, Fact.class));

    private static ArchCondition<JavaClass> askForAtMost(int most, Class<?> sealed) {
        return new ArchCondition<>(
                "ask for at most %d of the kinds of %s in one method".formatted(most, sealed.getSimpleName())) {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                Map<JavaCodeUnit, Set<String>> asked = each.getInstanceofChecks().stream()
                        .filter(instance -> instance.getRawType().isAssignableTo(sealed))
                        .collect(groupingBy(
                                InstanceofCheck::getOwner,
                                mapping(instance -> instance.getRawType().getSimpleName(), toSet())));
                asked.forEach((method, kinds) -> events.add(new SimpleConditionEvent(
                        method, kinds.size() <= most, method.getDescription() + " asks for " + kinds)));
            }
        };
    }
}
