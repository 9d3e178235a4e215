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
            .consideringOnlyDependenciesInAnyPackage(ENGINE + "..")
            .layer("export")
            .definedBy(ENGINE + ".export..")
            .layer("assess")
            .definedBy(ENGINE + ".assess..")
            .layer("evidence")
            .definedBy(ENGINE + ".evidence..")
            .layer("scan")
            .definedBy(ENGINE + ".scan..")
            .layer("policy")
            .definedBy(ENGINE + ".policy..")
            .layer("report")
            .definedBy(ENGINE + ".report..")
            .layer("wording")
            .definedBy(ENGINE + ".wording..")
            .layer("prose")
            .definedBy(ENGINE + ".prose..")
            .layer("io")
            .definedBy(ENGINE + ".io..")
            .whereLayer("export")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("assess")
            .mayOnlyBeAccessedByLayers("export")
            .whereLayer("evidence")
            .mayOnlyBeAccessedByLayers("export", "assess")
            .whereLayer("scan")
            .mayOnlyBeAccessedByLayers("export", "assess", "evidence")
            .whereLayer("policy")
            .mayOnlyBeAccessedByLayers("export", "assess", "evidence", "scan")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("export", "assess", "evidence", "scan", "policy")
            .whereLayer("wording")
            .mayOnlyBeAccessedByLayers("export", "assess", "evidence", "scan", "policy", "report")
            .whereLayer("prose")
            .mayOnlyBeAccessedByLayers("export", "policy")
            .ensureAllClassesAreContainedInArchitecture();

    /** The rooms of a package do not turn in circles either. What all of them share stands in the package itself, outside of them. */
    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_ROOMS = slices().matching(ENGINE + ".(*).(*)..")
            .namingSlices("$1/$2")
            .should()
            .beFreeOfCycles();

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
