package io.jenkins.plugins.compliance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import hudson.FilePath;
import hudson.model.Action;
import hudson.model.Describable;
import hudson.model.Run;
import hudson.remoting.Callable;
import hudson.security.csrf.CrumbExclusion;
import hudson.util.FormValidation;
import java.util.Set;
import jenkins.agents.ControllerToAgentCallable;
import jenkins.agents.ControllerToAgentFileCallable;
import org.kohsuke.accmod.Restricted;

/** The arrows of the plugin, and what is never used since it was somebody's weakness. */
@AnalyzeClasses(packages = "io.jenkins.plugins.compliance", importOptions = ImportOption.DoNotIncludeTests.class)
class PluginArchitectureTest {
    private static final String PLUGIN = "io.jenkins.plugins.compliance";

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWN = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(PLUGIN + "..")
            .layer("view")
            .definedBy(PLUGIN + ".view..")
            .layer("steps")
            .definedBy(PLUGIN + ".steps..")
            .layer("ending")
            .definedBy(PLUGIN + ".ending..")
            .layer("scan")
            .definedBy(PLUGIN + ".scan..")
            .layer("facts")
            .definedBy(PLUGIN + ".facts..")
            .layer("config")
            .definedBy(PLUGIN + ".config..")
            .layer("record")
            .definedBy(PLUGIN + ".record..")
            .layer("engine")
            .definedBy(PLUGIN + ".engine..")
            .whereLayer("view")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("steps")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ending")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("scan")
            .mayOnlyBeAccessedByLayers("steps", "ending")
            .whereLayer("facts")
            .mayOnlyBeAccessedByLayers("steps", "ending")
            .whereLayer("config")
            .mayOnlyBeAccessedByLayers("view", "steps", "ending", "scan", "facts")
            .whereLayer("record")
            .mayOnlyBeAccessedByLayers("view", "steps", "ending", "scan", "facts", "config")
            .ensureAllClassesAreContainedInArchitecture();

    /** The rooms of a package do not turn in circles either. */
    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_ROOMS =
            slices().matching(PLUGIN + ".record.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching(PLUGIN + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_ENGINE_OPENS_FORMATS = noClasses()
            .that()
            .resideOutsideOfPackage(PLUGIN + ".engine..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "javax.xml.parsers..",
                            "javax.xml.stream..",
                            "javax.xml.transform..",
                            "org.yaml..",
                            "com.fasterxml.jackson..",
                            "java.util.jar..")
                    .or(simpleNameEndingWith("InputStream")
                            .and(resideInAnyPackage("java.util.zip.."))
                            .and(describe(
                                    "are not gzip",
                                    each -> !each.getSimpleName().equals("GZIPInputStream")))))
            .because("limits and guards live in one place");

    /** What other plugins may call would have to stay as it is. */
    @ArchTest
    static final ArchRule OTHER_PLUGINS_ARE_KEPT_OUT = classes()
            .that()
            .resideOutsideOfPackage(PLUGIN + ".engine..")
            .and()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .and()
            .doNotHaveSimpleName("Messages")
            .should()
            .beAnnotatedWith(Restricted.class);

    @ArchTest
    static final ArchRule NOTHING_IS_DESERIALISED_BY_JAVA =
            noClasses().should().dependOnClassesThat().haveSimpleNameEndingWith("ObjectInputStream");

    @ArchTest
    static final ArchRule AGENTS_ARE_TOLD_AND_NEVER_TELL = classes()
            .that()
            .areAssignableTo(Callable.class)
            .or()
            .areAssignableTo(FilePath.FileCallable.class)
            .should()
            .beAssignableTo(
                    assignableTo(ControllerToAgentCallable.class).or(assignableTo(ControllerToAgentFileCallable.class)))
            .andShould()
            .beRecords();

    @ArchTest
    static final ArchRule NOTHING_OF_AN_AGENT_IS_UNPACKED_OR_COPIED_BY_JENKINS = noClasses()
            .should()
            .callMethodWhere(target(
                    "unpacks or copies trees of files",
                    FilePath.class,
                    Set.of("untar", "untarFrom", "unzip", "unzipFrom", "installIfNecessaryFrom", "copyRecursiveTo")));

    @ArchTest
    static final ArchRule MESSAGES_OF_FORMS_ARE_TEXT = noClasses()
            .should()
            .callMethodWhere(target(
                    "answers with markup",
                    FormValidation.class,
                    Set.of("errorWithMarkup", "warningWithMarkup", "okWithMarkup", "respond")));

    @ArchTest
    static final ArchRule ARTIFACTS_MAY_BE_ANYWHERE = noClasses()
            .should()
            .callMethodWhere(target("asks for a directory", Run.class, Set.of("getArtifactsDir", "getArtifacts")));

    @ArchTest
    static final ArchRule NO_SYSTEM_PROPERTY_IS_SET =
            noClasses().should().callMethod(System.class, "setProperty", String.class, String.class);

    @ArchTest
    static final ArchRule NOTHING_IS_UNPROTECTED = noClasses()
            .should()
            .beAssignableTo(CrumbExclusion.class)
            .orShould()
            .implement(hudson.model.UnprotectedRootAction.class);

    @ArchTest
    static final ArchRule THE_OLD_WEB_IS_LEFT_ALONE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.servlet..", "org.acegisecurity..", "groovy..", "org.codehaus.groovy..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.kohsuke.stapler.StaplerRequest")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.kohsuke.stapler.StaplerResponse");

    @ArchTest
    static final ArchRule WHAT_IS_KEPT_IN_XML_HAS_NO_RECORDS = noFields()
            .that()
            .areDeclaredInClassesThat()
            .areAssignableTo(assignableTo(Action.class).or(assignableTo(Describable.class)))
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage(PLUGIN + ".view..")
            .and()
            .doNotHaveModifier(JavaModifier.TRANSIENT)
            .and()
            .areNotStatic()
            .should()
            .haveRawType(describe("a record", JavaClass::isRecord))
            .because("Jenkins writes records and can't read them back");

    @ArchTest
    static final ArchRule NO_DESTINATION_FOR_ANYTHING = noClasses()
            .should()
            .haveNameMatching(
                    "(?i).*(\\.(util|utils|common|helper|helpers|misc)\\..*|(Util|Utils|Helper|Manager|Misc))$");

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall> target(
            String description, Class<?> owner, Set<String> names) {
        return describe(description, call -> {
            AccessTarget.MethodCallTarget called = call.getTarget();
            return called.getOwner().isAssignableTo(owner) && names.contains(called.getName());
        });
    }
}
