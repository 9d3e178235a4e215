package io.jenkins.plugins.compliance.view;

import hudson.Util;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.compliance.engine.policy.RequirementRef;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Addresses of the pages of a build or a job, relative to the root of Jenkins and without a slash at their beginning, as those of
 * {@link Run#getUrl()}. Ids are encoded.
 */
@Restricted(NoExternalUse.class)
public final class ComplianceUrls {
    /** Last part of the address of the page of a build or job. */
    public static final String NAME = "compliance";

    private final String home;
    private final String query;

    private ComplianceUrls(String home, String query) {
        this.home = home;
        this.query = query;
    }

    /** The pages of a build. */
    public static ComplianceUrls of(Run<?, ?> run) {
        return new ComplianceUrls(run.getUrl() + NAME + '/', "");
    }

    /** The pages of a job. */
    public static ComplianceUrls of(Job<?, ?> job) {
        return new ComplianceUrls(job.getUrl() + NAME + '/', "");
    }

    /**
     * The same pages as of another moment.
     *
     * @param moment a day or a moment, ISO 8601; empty for now
     */
    public ComplianceUrls asOf(String moment) {
        return new ComplianceUrls(home, moment.isEmpty() ? "" : "?asOf=" + Util.rawEncode(moment));
    }

    /** The first page. */
    public String page() {
        return home + query;
    }

    /** All procedures. */
    public String procedures() {
        return at("procedures/");
    }

    /** A procedure. */
    public String procedure(String id) {
        return at("procedures/" + IdInAddress.of(id) + '/');
    }

    /** All requirements. */
    public String requirements() {
        return at("requirements/");
    }

    /** A framework. */
    public String framework(String id) {
        return at("requirements/" + IdInAddress.of(id) + '/');
    }

    /** A requirement. */
    public String requirement(RequirementRef ref) {
        return at("requirements/" + IdInAddress.of(ref.framework()) + '/' + IdInAddress.of(ref.requirement()) + '/');
    }

    /** All evidence. */
    public String evidence() {
        return at("evidence/");
    }

    /** A piece of evidence. */
    public String evidence(long sequence) {
        return at("evidence/" + sequence + '/');
    }

    /** The findings; of builds only. */
    public String findings() {
        return at("findings/");
    }

    /** The builds that were judged; of jobs only. */
    public String history() {
        return at("history/");
    }

    /** The waivers; of jobs only. */
    public String waivers() {
        return at("waivers/");
    }

    /** A waiver; of jobs only. */
    public String waiver(String id) {
        return at("waivers/" + Util.rawEncode(id) + '/');
    }

    /** Where to ask for a waiver of a procedure; of jobs only. */
    public String waiverRequest(String procedure) {
        return home + "waivers/request/?procedure=" + Util.rawEncode(procedure);
    }

    private String at(String path) {
        return home + path + query;
    }
}
