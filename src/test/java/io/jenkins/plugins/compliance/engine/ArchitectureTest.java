package io.jenkins.plugins.compliance.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows and bans of the design, as tests. */
@AnalyzeClasses(packages = "io.jenkins.plugins.compliance.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ENGINE = "io.jenkins.plugins.compliance.engine";

    @ArchTest
    static final ArchRule ENGINE_KNOWS_NOTHING_OF_JENKINS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("hudson..", "jenkins..", "org.kohsuke..", "org.jenkinsci..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule ENGINE_NEEDS_LITTLE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ENGINE + "..",
                    "java..",
                    "javax.crypto..",
                    "javax.xml..",
                    "org.w3c.dom..",
                    "org.xml.sax..",
                    "com.fasterxml.jackson.core..",
                    "org.yaml.snakeyaml..",
                    "edu.umd.cs.findbugs.annotations..");

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWN = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("outlets")
            .definedBy(ENGINE + ".export..", ENGINE + ".portfolio..")
            .layer("assess")
            .definedBy(ENGINE + ".assess..")
            .layer("observing")
            .definedBy(ENGINE + ".evidence..", ENGINE + ".scan..")
            .layer("inputs")
            .definedBy(ENGINE + ".report..", ENGINE + ".policy..")
            .layer("io")
            .definedBy(ENGINE + ".io..")
            .whereLayer("outlets")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("assess")
            .mayOnlyBeAccessedByLayers("outlets")
            .whereLayer("observing")
            .mayOnlyBeAccessedByLayers("outlets", "assess")
            .whereLayer("inputs")
            .mayOnlyBeAccessedByLayers("outlets", "assess", "observing");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching(ENGINE + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_IO_OPENS_FORMATS = noClasses()
            .that()
            .resideOutsideOfPackage(ENGINE + ".io..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "javax.xml.parsers..", "javax.xml.transform..", "org.yaml.snakeyaml..", "java.util.zip..")
                    .or(simpleNameEndingWith("JsonFactory"))
                    .or(simpleNameEndingWith("XMLInputFactory"))
                    .or(simpleNameEndingWith("ObjectInputStream")))
            .because("limits and guards live in one place");

    @ArchTest
    static final ArchRule JUDGING_READS_NO_CLOCK = noClasses()
            .that()
            .resideInAPackage(ENGINE + ".assess..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("Clock");

    @ArchTest
    static final ArchRule NO_SYSTEM_PROPERTY_IS_SET =
            noClasses().should().callMethod(System.class, "setProperty", String.class, String.class);

    @ArchTest
    static final ArchRule NO_DESTINATION_FOR_ANYTHING = noClasses()
            .should()
            .haveNameMatching(
                    "(?i).*(\\.(util|utils|common|helper|helpers|misc)\\..*|(Util|Utils|Helper|Manager|Misc))$");
}
