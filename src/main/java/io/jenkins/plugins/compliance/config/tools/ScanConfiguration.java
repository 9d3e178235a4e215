package io.jenkins.plugins.compliance.config.tools;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Job;
import hudson.model.PersistentDescriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.compliance.config.page.ComplianceCategory;
import io.jenkins.plugins.compliance.config.page.SectionForm;
import io.jenkins.plugins.compliance.engine.io.document.DocumentProblem;
import io.jenkins.plugins.compliance.engine.io.file.Glob;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ScanTools;
import io.jenkins.plugins.compliance.engine.scan.ToolPresets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.GlobalConfiguration;
import jenkins.model.GlobalConfigurationCategory;
import jenkins.model.Jenkins;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** Which scan tools there are, and whose builds are scanned even if nobody asks. */
@Extension(ordinal = 30)
@Symbol("scans")
@Restricted(NoExternalUse.class)
public final class ScanConfiguration extends GlobalConfiguration implements PersistentDescriptor {
    @CheckForNull
    private List<String> presets;

    private List<ToolDefinition> tools = new ArrayList<>();

    @CheckForNull
    private String demandedFor;

    /** The tools for Unix and for Windows, until something changes. */
    private transient volatile ScanTools[] read;

    /** The configuration of this controller. */
    public static ScanConfiguration get() {
        return ExtensionList.lookupSingleton(ScanConfiguration.class);
    }

    /** Ids of the presets that are ticked; null for all that come with the plugin. */
    @CheckForNull
    public List<String> getPresets() {
        return presets == null ? null : new ArrayList<>(presets);
    }

    /**
     * Ticks presets.
     *
     * @param presets their ids; null for all that come with the plugin
     * @throws IllegalArgumentException when there is none of an id
     */
    @DataBoundSetter
    public void setPresets(@CheckForNull List<String> presets) {
        List<String> ticked = presets == null ? null : new ArrayList<>(presets);
        refuseMistakes(ticked, List.of());
        this.presets = ticked;
        save();
    }

    /** The definitions of an administrator. */
    public List<ToolDefinition> getTools() {
        return tools == null ? new ArrayList<>() : new ArrayList<>(tools);
    }

    /**
     * Defines tools.
     *
     * @throws IllegalArgumentException when a definition has a mistake; the message names each
     */
    @DataBoundSetter
    public void setTools(@CheckForNull List<ToolDefinition> tools) {
        List<ToolDefinition> defined = tools == null ? new ArrayList<>() : new ArrayList<>(tools);
        refuseMistakes(List.of(), defined);
        this.tools = defined;
        save();
    }

    private static void refuseMistakes(@CheckForNull List<String> presets, List<ToolDefinition> tools) {
        String mistakes = Stream.of(true, false)
                .flatMap(unix -> ToolReading.read(presets, tools, unix).problems().stream())
                .map(DocumentProblem::toString)
                .distinct()
                .collect(Collectors.joining("; "));
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(mistakes);
        }
    }

    /** Patterns of the full names of jobs whose builds are scanned even if nobody asks, one a line. */
    @CheckForNull
    public String getDemandedFor() {
        return demandedFor;
    }

    /**
     * Demands scans.
     *
     * @param demandedFor patterns, one a line; {@code **} stands for any folders
     * @throws IllegalArgumentException when one is no pattern
     */
    @DataBoundSetter
    public void setDemandedFor(@CheckForNull String demandedFor) {
        TextLines.of(demandedFor).forEach(Glob::of);
        this.demandedFor = Util.fixEmptyAndTrim(demandedFor);
        save();
    }

    /** Whether builds of a job are scanned even if nobody asks. A pattern that can't be read demands nothing of the others. */
    public boolean isDemandedFor(Job<?, ?> job) {
        String name = job.getFullName();
        return TextLines.of(demandedFor).stream().anyMatch(pattern -> matches(pattern, name));
    }

    private static boolean matches(String pattern, String name) {
        try {
            return Glob.of(pattern).matches(name);
        } catch (IllegalArgumentException e) {
            // Written into the XML by hand. It was meant to demand something of somebody: rather too much than nothing.
            return true;
        }
    }

    /**
     * The tools that are configured.
     *
     * @param unix whether with the commands for Unix, or those for Windows
     */
    public ScanTools tools(boolean unix) {
        ScanTools[] now = read;
        if (now == null) {
            now = new ScanTools[] {
                ToolReading.read(presets, getTools(), true), ToolReading.read(presets, getTools(), false)
            };
            read = now;
        }
        return now[unix ? 0 : 1];
    }

    /** Where a tool runs and which secrets it gets. */
    public ToolSetup setup(String tool) {
        return getTools().stream()
                .filter(each -> ToolReading.name(each).equals(tool))
                .findFirst()
                .map(ToolReading::setup)
                .orElse(ToolSetup.PLAIN);
    }

    /** The presets with whether they are ticked, for the form. */
    public List<PresetBox> getPresetBoxes() {
        Jenkins.get().checkPermission(Jenkins.SYSTEM_READ);
        return ToolPresets.all().tools().stream()
                .map(each -> new PresetBox(each, presets == null || presets.contains(each.id())))
                .toList();
    }

    /** What is wrong with what is configured, for the form: only a file that was written by hand can have mistakes. */
    public List<String> getMistakes() {
        Jenkins.get().checkPermission(Jenkins.SYSTEM_READ);
        return Stream.of(true, false)
                .flatMap(unix -> tools(unix).problems().stream())
                .map(DocumentProblem::toString)
                .distinct()
                .toList();
    }

    /** A preset in the form. */
    public static final class PresetBox {
        private final ScanTool tool;
        private final boolean ticked;

        PresetBox(ScanTool tool, boolean ticked) {
            this.tool = tool;
            this.ticked = ticked;
        }

        /** Id of the preset. */
        public String getId() {
            return tool.id();
        }

        /** Name for people. */
        public String getTitle() {
            return tool.title();
        }

        /** What sort of scan it makes. */
        public String getCategory() {
            return tool.category();
        }

        /** The settings that must be set before it can run. */
        public String getUnset() {
            return String.join(", ", tool.command().unset());
        }

        /** Whether it is ticked. */
        public boolean isTicked() {
            return ticked;
        }
    }

    @Override
    public synchronized void load() {
        super.load();
        read = null;
    }

    @Override
    public synchronized void save() {
        read = null;
        super.save();
    }

    @Override
    public String getDisplayName() {
        return Messages.ScanConfiguration_displayName();
    }

    @Override
    public GlobalConfigurationCategory getCategory() {
        return GlobalConfigurationCategory.get(ComplianceCategory.class);
    }

    /** A list that the form has emptied is not in what it sends, and ticks of all presets mean whichever there will be. */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject json) throws Descriptor.FormException {
        JSONObject all = JSONObject.fromObject(json);
        JSONArray ticked = new JSONArray();
        if (all.opt("presets") instanceof JSONArray several) {
            ticked.addAll(several);
        } else if (all.has("presets")) {
            ticked.add(all.getString("presets"));
        }
        boolean every = ticked.size() == ToolPresets.all().tools().size();
        all.remove("presets");
        all.put("presets", ticked);
        if (!all.has("tools")) {
            all.put("tools", new JSONArray());
        }
        SectionForm.bind(this, request, all);
        if (every) {
            setPresets(null);
        }
        return true;
    }

    /** Tells an administrator while typing. */
    @POST
    public FormValidation doCheckDemandedFor(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            TextLines.of(value).forEach(Glob::of);
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
