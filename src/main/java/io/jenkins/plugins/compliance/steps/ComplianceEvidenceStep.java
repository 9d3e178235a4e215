package io.jenkins.plugins.compliance.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ListBoxModel;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** Records what something else than a scan of ours found: test results, a bill of materials, a report, an attestation. */
@Restricted(NoExternalUse.class)
public final class ComplianceEvidenceStep extends Step {
    private final String kind;
    private String name;
    private String format;
    private String files;
    private String type;
    private String issuer;
    private String issued;
    private String expires;
    private String statement;
    private String reference;
    private String approval;
    private String control;

    /**
     * @param kind {@code test}, {@code sbom}, {@code report}, {@code attestation} or {@code approval}
     * @throws IllegalArgumentException when it is none of them
     */
    @DataBoundConstructor
    public ComplianceEvidenceStep(String kind) {
        this.kind = GivenEvidence.requireKind(kind);
    }

    /** What it is evidence of. */
    public String getKind() {
        return kind;
    }

    /** Name of the evidence; null to name it by its kind. */
    @CheckForNull
    public String getName() {
        return name;
    }

    /** Names the evidence. */
    @DataBoundSetter
    public void setName(String name) {
        this.name = Util.fixEmptyAndTrim(name);
    }

    /** Format of the files; null to recognise it. */
    @CheckForNull
    public String getFormat() {
        return format;
    }

    /** States the format of the files. */
    @DataBoundSetter
    public void setFormat(String format) {
        this.format = Util.fixEmptyAndTrim(format);
    }

    /** The files in the workspace, as an Ant pattern. */
    @CheckForNull
    public String getFiles() {
        return files;
    }

    /** Names the files in the workspace, as an Ant pattern. */
    @DataBoundSetter
    public void setFiles(String files) {
        this.files = Util.fixEmptyAndTrim(files);
    }

    /** Kind of attestation. */
    @CheckForNull
    public String getType() {
        return type;
    }

    /** States the kind of attestation. */
    @DataBoundSetter
    public void setType(String type) {
        this.type = Util.fixEmptyAndTrim(type);
    }

    /** Who attests. */
    @CheckForNull
    public String getIssuer() {
        return issuer;
    }

    /** States who attests. */
    @DataBoundSetter
    public void setIssuer(String issuer) {
        this.issuer = Util.fixEmptyAndTrim(issuer);
    }

    /** Day of issue, ISO 8601. */
    @CheckForNull
    public String getIssued() {
        return issued;
    }

    /** States the day of issue, ISO 8601. */
    @DataBoundSetter
    public void setIssued(String issued) {
        this.issued = Util.fixEmptyAndTrim(issued);
    }

    /** Last day of validity, ISO 8601; null when it states none. */
    @CheckForNull
    public String getExpires() {
        return expires;
    }

    /** States the last day of validity, ISO 8601. */
    @DataBoundSetter
    public void setExpires(String expires) {
        this.expires = Util.fixEmptyAndTrim(expires);
    }

    /** What is attested. */
    @CheckForNull
    public String getStatement() {
        return statement;
    }

    /** States what is attested. */
    @DataBoundSetter
    public void setStatement(String statement) {
        this.statement = Util.fixEmptyAndTrim(statement);
    }

    /** Where the original is to be had. */
    @CheckForNull
    public String getReference() {
        return reference;
    }

    /** States where the original is to be had. */
    @DataBoundSetter
    public void setReference(String reference) {
        this.reference = Util.fixEmptyAndTrim(reference);
    }

    /** Name of the approval that whoever passed the last input gave. */
    @CheckForNull
    public String getApproval() {
        return approval;
    }

    /** Names the approval that whoever passed the last input gave. */
    @DataBoundSetter
    public void setApproval(String approval) {
        this.approval = Util.fixEmptyAndTrim(approval);
    }

    /** The procedure or requirement that it is for; null when policy alone decides. */
    @CheckForNull
    public String getControl() {
        return control;
    }

    /** Names the procedure or requirement that it is for. */
    @DataBoundSetter
    public void setControl(String control) {
        this.control = Util.fixEmptyAndTrim(control);
    }

    /**
     * What is stated, by the names of the parameters.
     *
     * @throws IllegalArgumentException when something is missing, or stated where it means nothing
     */
    Map<String, String> said() {
        Map<String, String> said = new TreeMap<>();
        put(said, "kind", kind);
        put(said, "name", name);
        put(said, "files", files);
        put(said, "format", format);
        put(said, "type", type);
        put(said, "issuer", issuer);
        put(said, "issued", issued);
        put(said, "expires", expires);
        put(said, "statement", statement);
        put(said, "reference", reference);
        put(said, "approval", approval);
        put(said, "control", control);
        GivenEvidence.check(said);
        return said;
    }

    private static void put(Map<String, String> said, String field, @CheckForNull String value) {
        if (value != null) {
            said.put(field, value);
        }
    }

    @Override
    public StepExecution start(StepContext context) {
        return new EvidenceExecution(context, said());
    }

    /** Describes {@link ComplianceEvidenceStep}. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "complianceEvidence";
        }

        @Override
        public String getDisplayName() {
            return Messages.ComplianceEvidenceStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FlowNode.class, TaskListener.class);
        }

        private static String words(String kind) {
            return switch (kind) {
                case "test" -> Messages.EvidenceKind_test();
                case "sbom" -> Messages.EvidenceKind_sbom();
                case "report" -> Messages.EvidenceKind_report();
                case "attestation" -> Messages.EvidenceKind_attestation();
                case "approval" -> Messages.EvidenceKind_approval();
                default -> kind;
            };
        }

        /** The kinds to choose from. */
        @POST
        public ListBoxModel doFillKindItems() {
            ListBoxModel items = new ListBoxModel();
            GivenEvidence.KINDS.forEach(each -> items.add(words(each), each));
            return items;
        }
    }
}
