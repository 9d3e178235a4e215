package io.jenkins.plugins.compliance.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import hudson.model.Descriptor;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.security.AccessDeniedException3;
import hudson.security.Permission;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/** What the web reaches of the configuration, and who may reach it. */
@WithJenkins
class ConfigurationSurfaceTest {
    private JenkinsRule jenkins;

    @BeforeEach
    void users(JenkinsRule rule) {
        jenkins = rule;
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Jenkins.SYSTEM_READ)
                .everywhere()
                .to("observer")
                .grant(Jenkins.READ, Item.READ, Item.CONFIGURE)
                .everywhere()
                .to("author")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader"));
    }

    /** Every method that Stapler routes to by its name. */
    private static List<Method> webMethods() throws ClassNotFoundException {
        List<Method> methods = new ArrayList<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.jenkins.plugins.compliance.config")) {
            Class<?> type = Class.forName(each.getName());
            for (Method method : type.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers()) && method.getName().matches("do[A-Z].*")) {
                    methods.add(method);
                }
            }
        }
        return methods;
    }

    @Test
    void everyWebMethodSaysHowItIsCalled() throws Exception {
        assertThat(webMethods())
                .hasSizeGreaterThan(25)
                .allSatisfy(method -> assertThat(
                                method.isAnnotationPresent(POST.class) || method.isAnnotationPresent(GET.class))
                        .as(method.toString())
                        .isTrue());
    }

    @Test
    void noFieldOfAFormTellsAnythingToWhoeverMayNotConfigure() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("job");
        for (Method method : webMethods()) {
            if (!Descriptor.class.isAssignableFrom(method.getDeclaringClass())) {
                continue;
            }
            Object descriptor =
                    jenkins.jenkins.getExtensionList(method.getDeclaringClass()).get(0);
            Object[] arguments = new Object[method.getParameterCount()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = method.getParameterTypes()[i] == Item.class ? job : "x";
            }
            for (String user : List.of("reader", "observer")) {
                try (var as = hudson.security.ACL.as2(
                        hudson.model.User.getById(user, true).impersonate2())) {
                    method.invoke(descriptor, arguments);
                    throw new AssertionError(method + " answers " + user);
                } catch (InvocationTargetException e) {
                    assertThat(e.getCause()).as(method.toString()).isInstanceOf(AccessDeniedException3.class);
                }
            }
        }
    }

    @Test
    void levelsOfAnItemAreForWhoeverConfiguresThatItem() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("job");
        var descriptor =
                (ComplianceJobProperty.DescriptorImpl) jenkins.jenkins.getDescriptorOrDie(ComplianceJobProperty.class);
        try (var as = hudson.security.ACL.as2(
                hudson.model.User.getById("author", true).impersonate2())) {
            assertThat(descriptor.doCheckTags(job, "a=b").kind).isEqualTo(hudson.util.FormValidation.Kind.OK);
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> descriptor.doCheckTags(null, "a=b"))
                    .isInstanceOf(AccessDeniedException3.class);
        }
    }

    @Test
    void thePageIsForAdministrators() throws Exception {
        assertThat(status("reader", HttpMethod.GET, "manage/configureCompliance/"))
                .isEqualTo(403);
        assertThat(status("author", HttpMethod.GET, "manage/configureCompliance/"))
                .isEqualTo(403);
        assertThat(status("observer", HttpMethod.GET, "manage/configureCompliance/"))
                .isEqualTo(200);
        assertThat(status("admin", HttpMethod.GET, "manage/configureCompliance/"))
                .isEqualTo(200);
        assertThat(status("observer", HttpMethod.POST, "manage/configureCompliance/configure"))
                .isEqualTo(403);
        assertThat(status("admin", HttpMethod.GET, "manage/configureCompliance/configure"))
                .isEqualTo(404);
        assertThat(status("observer", HttpMethod.GET, "compliance/keys/")).isEqualTo(200);
        assertThat(status("reader", HttpMethod.GET, "compliance/keys/keys.json"))
                .isEqualTo(200);
        Page login = client(null).getPage(new WebRequest(new URL(jenkins.getURL(), "compliance/keys/keys.json")));
        assertThat(login.getUrl().getPath()).endsWith("/login");
    }

    @Test
    void whatActsIsPostedByAdministratorsWithACrumb() throws Exception {
        String refresh = "descriptorByName/io.jenkins.plugins.compliance.config.policy.PolicyConfiguration/refreshNow";
        String rotate = "descriptorByName/io.jenkins.plugins.compliance.config.keys.SigningConfiguration/rotateNow";
        String monitor = "administrativeMonitor/io.jenkins.plugins.compliance.config.policy.PolicyMonitor/refresh";
        for (String action : List.of(refresh, rotate, monitor)) {
            assertThat(status("admin", HttpMethod.GET, action)).as(action).isIn(404, 405);
            assertThat(status("observer", HttpMethod.POST, action)).as(action).isIn(403, 404);
            assertThat(status("admin", HttpMethod.POST, action)).as(action).isEqualTo(200);
            JenkinsRule.WebClient client = client("admin");
            WebRequest bare = new WebRequest(new URL(jenkins.getURL(), action), HttpMethod.POST);
            assertThat(client.getPage(bare).getWebResponse().getStatusCode())
                    .as(action + " without a crumb")
                    .isEqualTo(403);
        }
    }

    private int status(String user, HttpMethod method, String path) throws Exception {
        JenkinsRule.WebClient client = client(user);
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), path), method);
        if (method == HttpMethod.POST) {
            client.addCrumb(request);
        }
        Page page = client.getPage(request);
        return page.getWebResponse().getStatusCode();
    }

    private JenkinsRule.WebClient client(String user) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient();
        client.setThrowExceptionOnFailingStatusCode(false);
        client.setJavaScriptEnabled(false);
        return user == null ? client : client.withBasicCredentials(user);
    }

    @Test
    void permissionsSuitAnyStrategy() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("job");
        assertThat(CompliancePermissions.GROUP.getPermissions())
                .containsExactlyInAnyOrder(
                        CompliancePermissions.VIEW, CompliancePermissions.ATTEST, CompliancePermissions.WAIVE);
        assertThat(allowed("reader", job, CompliancePermissions.VIEW)).isTrue();
        assertThat(allowed("reader", job, CompliancePermissions.ATTEST)).isFalse();
        assertThat(allowed("author", job, CompliancePermissions.ATTEST)).isTrue();
        assertThat(allowed("author", job, CompliancePermissions.WAIVE)).isFalse();
        assertThat(allowed("admin", job, CompliancePermissions.WAIVE)).isTrue();
        assertThat(Permission.fromId(CompliancePermissions.class.getName() + ".Waive"))
                .isSameAs(CompliancePermissions.WAIVE);
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ, CompliancePermissions.WAIVE)
                .onItems(job)
                .to("officer"));
        assertThat(allowed("officer", job, CompliancePermissions.WAIVE)).isTrue();
    }

    private static boolean allowed(String user, FreeStyleProject job, Permission permission) {
        return job.getACL().hasPermission2(hudson.model.User.getById(user, true).impersonate2(), permission);
    }
}
