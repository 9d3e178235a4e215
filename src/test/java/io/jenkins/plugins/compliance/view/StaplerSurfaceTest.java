package io.jenkins.plugins.compliance.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.bind.JavaScriptMethod;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/** Everything of this plugin that an address can reach. */
class StaplerSurfaceTest {
    /** Getters that the web can walk along, and nothing else: what they give checks permission itself. */
    private static final Set<String> WALKED = Set.of(
            "BuildPage.getApi",
            "BuildPage.getEvidence",
            "BuildPage.getFindings",
            "BuildPage.getProcedures",
            "BuildPage.getRequirements",
            "EvidenceListPage.getApi",
            "EvidenceListPage.getDynamic",
            "EvidencePage.getApi",
            "FindingsPage.getApi",
            "FrameworkPage.getApi",
            "FrameworkPage.getDynamic",
            "HistoryPage.getApi",
            "JobPage.getApi",
            "JobPage.getEvidence",
            "JobPage.getHistory",
            "JobPage.getProcedures",
            "JobPage.getRequirements",
            "JobPage.getWaivers",
            "ProcedurePage.getApi",
            "ProceduresPage.getApi",
            "ProceduresPage.getDynamic",
            "RequirementPage.getApi",
            "RequirementsPage.getApi",
            "RequirementsPage.getDynamic",
            "WaiverPage.getApi",
            "WaiversPage.getApi",
            "WaiversPage.getDynamic",
            "WaiversPage.getRequest");

    private static final Set<String> CHANGING = Set.of(
            "EvidenceListPage.doVerify",
            "UnwrittenMonitor.doDismiss",
            "WaiverPage.doApprove",
            "WaiverPage.doReject",
            "WaiverPage.doRevoke",
            "WaiverRequestPage.doSubmit");

    @Test
    void everyMethodOfTheWebSaysByWhichVerbItIsReached() {
        assertThat(classes("io.jenkins.plugins.compliance")
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(StaplerSurfaceTest::ofTheWeb))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(method.isAnnotationPresent(POST.class)
                                || method.isAnnotationPresent(GET.class)
                                || method.isAnnotationPresent(RequirePOST.class))
                        .as("%s", method)
                        .isTrue());
    }

    @Test
    void whatChangesSomethingOfAPageIsReachedByPostAlone() {
        assertThat(pages().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(StaplerSurfaceTest::ofTheWeb)
                        .filter(method -> method.isAnnotationPresent(POST.class))
                        .map(StaplerSurfaceTest::name))
                .containsExactlyInAnyOrderElementsOf(CHANGING);
    }

    @Test
    void nothingElseOfAPageIsWalkedAlong() {
        Set<String> walked = new TreeSet<>(pages().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
                .filter(method -> method.getName().startsWith("get"))
                .filter(method -> !List.of("getTarget", "getDisplayName", "getUrlName", "getIconFileName")
                        .contains(method.getName()))
                .map(StaplerSurfaceTest::name)
                .toList());

        assertThat(walked).containsExactlyInAnyOrderElementsOf(WALKED);
    }

    private static boolean ofTheWeb(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !method.isSynthetic()
                && (method.getName().matches("do[A-Z].*")
                        || method.isAnnotationPresent(WebMethod.class)
                        || method.isAnnotationPresent(JavaScriptMethod.class));
    }

    private static Stream<Class<?>> pages() {
        return classes("io.jenkins.plugins.compliance.view")
                .filter(type -> hudson.model.ModelObject.class.isAssignableFrom(type))
                .filter(type -> !hudson.model.Descriptor.class.isAssignableFrom(type))
                .filter(type -> !jenkins.model.details.Detail.class.isAssignableFrom(type))
                .filter(type -> !type.isInterface());
    }

    private static Stream<Class<?>> classes(String ofPackage) {
        return new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                .importPackages(ofPackage).stream()
                        .filter(JavaClass::isTopLevelClass)
                        .<Class<?>>map(JavaClass::reflect);
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
