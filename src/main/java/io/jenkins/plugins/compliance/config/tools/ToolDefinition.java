package io.jenkins.plugins.compliance.config.tools;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * What an administrator says of a scan tool: a preset with other fields, or a tool of their own. It holds texts as the form has
 * them; {@link ToolReading} lets the engine read them, and finds every mistake.
 */
@Restricted(NoExternalUse.class)
public final class ToolDefinition extends AbstractDescribableImpl<ToolDefinition> {
    @CheckForNull
    private final String id;

    @CheckForNull
    private String preset;

    @CheckForNull
    private String title;

    @CheckForNull
    private String category;

    @CheckForNull
    private String command;

    @CheckForNull
    private String windowsCommand;

    @CheckForNull
    private String settings;

    @CheckForNull
    private String environment;

    @CheckForNull
    private String requires;

    @CheckForNull
    private String versionCommand;

    @CheckForNull
    private String versionPattern;

    @CheckForNull
    private String reportFormat;

    @CheckForNull
    private String reportStream;

    @CheckForNull
    private String reportFile;

    @CheckForNull
    private String exitCodes;

    @CheckForNull
    private String when;

    @CheckForNull
    private String files;

    @CheckForNull
    private String exclude;

    @CheckForNull
    private String alarms;

    @CheckForNull
    private String timeout;

    @CheckForNull
    private String label;

    @CheckForNull
    private String source;

    private boolean sensitive;
    private int minEvaluated;
    private List<ToolCredentials> credentials = new ArrayList<>();

    /**
     * @param id id in policy and evidence; null for that of the preset
     */
    @DataBoundConstructor
    public ToolDefinition(@CheckForNull String id) {
        this.id = Util.fixEmptyAndTrim(id);
    }

    /** Id in policy and evidence; null for that of the preset. */
    @CheckForNull
    public String getId() {
        return id;
    }

    /** Id of the preset that this definition changes; null for a tool of its own. */
    @CheckForNull
    public String getPreset() {
        return preset;
    }

    /** Names the preset that this definition changes. */
    @DataBoundSetter
    public void setPreset(@CheckForNull String preset) {
        this.preset = Util.fixEmptyAndTrim(preset);
    }

    /** Name for people; null for the id. */
    @CheckForNull
    public String getTitle() {
        return title;
    }

    /** Gives it a name for people. */
    @DataBoundSetter
    public void setTitle(@CheckForNull String title) {
        this.title = Util.fixEmptyAndTrim(title);
    }

    /** What sort of scan it makes, for instance {@code sast}. */
    @CheckForNull
    public String getCategory() {
        return category;
    }

    /** Says what sort of scan it makes. */
    @DataBoundSetter
    public void setCategory(@CheckForNull String category) {
        this.category = Util.fixEmptyAndTrim(category);
    }

    /** Program and arguments on Unix, one a line. */
    @CheckForNull
    public String getCommand() {
        return command;
    }

    /** Says how it is called on Unix. */
    @DataBoundSetter
    public void setCommand(@CheckForNull String command) {
        this.command = Util.fixEmptyAndTrim(command);
    }

    /** Program and arguments on Windows, one a line; null when they are the same. */
    @CheckForNull
    public String getWindowsCommand() {
        return windowsCommand;
    }

    /** Says how it is called on Windows. */
    @DataBoundSetter
    public void setWindowsCommand(@CheckForNull String windowsCommand) {
        this.windowsCommand = Util.fixEmptyAndTrim(windowsCommand);
    }

    /** Values for placeholders, {@code name=value}, one a line. */
    @CheckForNull
    public String getSettings() {
        return settings;
    }

    /** Gives values for placeholders. */
    @DataBoundSetter
    public void setSettings(@CheckForNull String settings) {
        this.settings = Util.fixEmptyAndTrim(settings);
    }

    /** Environment variables, {@code name=value}, one a line. */
    @CheckForNull
    public String getEnvironment() {
        return environment;
    }

    /** Sets environment variables. */
    @DataBoundSetter
    public void setEnvironment(@CheckForNull String environment) {
        this.environment = Util.fixEmptyAndTrim(environment);
    }

    /** Paths without which it is absent, one a line. */
    @CheckForNull
    public String getRequires() {
        return requires;
    }

    /** Names paths without which it is absent. */
    @DataBoundSetter
    public void setRequires(@CheckForNull String requires) {
        this.requires = Util.fixEmptyAndTrim(requires);
    }

    /** Program and arguments that tell its version, one a line. */
    @CheckForNull
    public String getVersionCommand() {
        return versionCommand;
    }

    /** Says how it is asked for its version. */
    @DataBoundSetter
    public void setVersionCommand(@CheckForNull String versionCommand) {
        this.versionCommand = Util.fixEmptyAndTrim(versionCommand);
    }

    /** Regular expression whose first group is the version. */
    @CheckForNull
    public String getVersionPattern() {
        return versionPattern;
    }

    /** Says where its version stands in what it prints. */
    @DataBoundSetter
    public void setVersionPattern(@CheckForNull String versionPattern) {
        this.versionPattern = Util.fixEmptyAndTrim(versionPattern);
    }

    /** Id of the format of its report. */
    @CheckForNull
    public String getReportFormat() {
        return reportFormat;
    }

    /** Says what format its report has. */
    @DataBoundSetter
    public void setReportFormat(@CheckForNull String reportFormat) {
        this.reportFormat = Util.fixEmptyAndTrim(reportFormat);
    }

    /** Where it writes its report: {@code file}, {@code stdout} or {@code stderr}. */
    @CheckForNull
    public String getReportStream() {
        return reportStream;
    }

    /** Says where it writes its report. */
    @DataBoundSetter
    public void setReportStream(@CheckForNull String reportStream) {
        this.reportStream = Util.fixEmptyAndTrim(reportStream);
    }

    /** Name of the file of its report. */
    @CheckForNull
    public String getReportFile() {
        return reportFile;
    }

    /** Names the file of its report. */
    @DataBoundSetter
    public void setReportFile(@CheckForNull String reportFile) {
        this.reportFile = Util.fixEmptyAndTrim(reportFile);
    }

    /** What its exit codes mean, for instance {@code 0=clean, 1=findings}. */
    @CheckForNull
    public String getExitCodes() {
        return exitCodes;
    }

    /** Says what its exit codes mean. */
    @DataBoundSetter
    public void setExitCodes(@CheckForNull String exitCodes) {
        this.exitCodes = Util.fixEmptyAndTrim(exitCodes);
    }

    /** Selector of the applications that it looks at. */
    @CheckForNull
    public String getWhen() {
        return when;
    }

    /** Narrows the applications that it looks at. */
    @DataBoundSetter
    public void setWhen(@CheckForNull String when) {
        this.when = Util.fixEmptyAndTrim(when);
    }

    /** Globs of the files that it looks at, one a line. */
    @CheckForNull
    public String getFiles() {
        return files;
    }

    /** Says which files it looks at. */
    @DataBoundSetter
    public void setFiles(@CheckForNull String files) {
        this.files = Util.fixEmptyAndTrim(files);
    }

    /** Globs of files that it leaves out, one a line. */
    @CheckForNull
    public String getExclude() {
        return exclude;
    }

    /** Says which files it leaves out. */
    @DataBoundSetter
    public void setExclude(@CheckForNull String exclude) {
        this.exclude = Util.fixEmptyAndTrim(exclude);
    }

    /** Patterns of lines by which it admits a failure, one a line. */
    @CheckForNull
    public String getAlarms() {
        return alarms;
    }

    /** Names lines by which it admits a failure. */
    @DataBoundSetter
    public void setAlarms(@CheckForNull String alarms) {
        this.alarms = Util.fixEmptyAndTrim(alarms);
    }

    /** How long it may run, for instance {@code 10m}. */
    @CheckForNull
    public String getTimeout() {
        return timeout;
    }

    /** Says how long it may run. */
    @DataBoundSetter
    public void setTimeout(@CheckForNull String timeout) {
        this.timeout = Util.fixEmptyAndTrim(timeout);
    }

    /** Label expression of the agents that have it; null for any. */
    @CheckForNull
    public String getLabel() {
        return label;
    }

    /** Says which agents have it. */
    @DataBoundSetter
    public void setLabel(@CheckForNull String label) {
        this.label = Util.fixEmptyAndTrim(label);
    }

    /** Where these facts come from. */
    @CheckForNull
    public String getSource() {
        return source;
    }

    /** Says where these facts come from. */
    @DataBoundSetter
    public void setSource(@CheckForNull String source) {
        this.source = Util.fixEmptyAndTrim(source);
    }

    /** Whether its report may hold secrets in clear. */
    public boolean isSensitive() {
        return sensitive;
    }

    /** Says whether its report may hold secrets in clear. */
    @DataBoundSetter
    public void setSensitive(boolean sensitive) {
        this.sensitive = sensitive;
    }

    /** Least number of files, classes or checks that its report must say were looked at. */
    public int getMinEvaluated() {
        return minEvaluated;
    }

    /** Demands a least number of files, classes or checks. */
    @DataBoundSetter
    public void setMinEvaluated(int minEvaluated) {
        this.minEvaluated = minEvaluated;
    }

    /** The secrets that it gets. */
    public List<ToolCredentials> getCredentials() {
        return credentials == null ? new ArrayList<>() : new ArrayList<>(credentials);
    }

    /** Gives it secrets. */
    @DataBoundSetter
    public void setCredentials(@CheckForNull List<ToolCredentials> credentials) {
        this.credentials = credentials == null ? new ArrayList<>() : new ArrayList<>(credentials);
    }

    @Override
    public DefinitionDescriptor getDescriptor() {
        return (DefinitionDescriptor) super.getDescriptor();
    }
}
