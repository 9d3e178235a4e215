package io.jenkins.plugins.compliance.engine.report;

import io.jenkins.plugins.compliance.engine.report.config.CheckovReader;
import io.jenkins.plugins.compliance.engine.report.config.DockerfilelintReader;
import io.jenkins.plugins.compliance.engine.report.config.HadolintReader;
import io.jenkins.plugins.compliance.engine.report.config.KicsReader;
import io.jenkins.plugins.compliance.engine.report.config.KubescapeReader;
import io.jenkins.plugins.compliance.engine.report.config.LynisReader;
import io.jenkins.plugins.compliance.engine.report.config.XccdfReader;
import io.jenkins.plugins.compliance.engine.report.dast.BurpReader;
import io.jenkins.plugins.compliance.engine.report.dast.NucleiReader;
import io.jenkins.plugins.compliance.engine.report.dast.WapitiReader;
import io.jenkins.plugins.compliance.engine.report.dast.ZapJsonReader;
import io.jenkins.plugins.compliance.engine.report.dast.ZapXmlReader;
import io.jenkins.plugins.compliance.engine.report.disclosure.OpenPgpKeyReader;
import io.jenkins.plugins.compliance.engine.report.disclosure.SecurityTxtReader;
import io.jenkins.plugins.compliance.engine.report.sarif.SarifReader;
import io.jenkins.plugins.compliance.engine.report.sast.BanditReader;
import io.jenkins.plugins.compliance.engine.report.sast.CheckstyleReader;
import io.jenkins.plugins.compliance.engine.report.sast.CppcheckReader;
import io.jenkins.plugins.compliance.engine.report.sast.EsLintReader;
import io.jenkins.plugins.compliance.engine.report.sast.GccReader;
import io.jenkins.plugins.compliance.engine.report.sast.GitleaksReader;
import io.jenkins.plugins.compliance.engine.report.sast.GosecReader;
import io.jenkins.plugins.compliance.engine.report.sast.OxlintReader;
import io.jenkins.plugins.compliance.engine.report.sast.PmdReader;
import io.jenkins.plugins.compliance.engine.report.sast.PylintReader;
import io.jenkins.plugins.compliance.engine.report.sast.SemgrepReader;
import io.jenkins.plugins.compliance.engine.report.sast.ShellCheckReader;
import io.jenkins.plugins.compliance.engine.report.sast.SonarQubeReader;
import io.jenkins.plugins.compliance.engine.report.sast.SpotBugsReader;
import io.jenkins.plugins.compliance.engine.report.sbom.CycloneDxJsonReader;
import io.jenkins.plugins.compliance.engine.report.sbom.CycloneDxXmlReader;
import io.jenkins.plugins.compliance.engine.report.sbom.OpenVexReader;
import io.jenkins.plugins.compliance.engine.report.sbom.SpdxReader;
import io.jenkins.plugins.compliance.engine.report.sca.DependencyCheckJsonReader;
import io.jenkins.plugins.compliance.engine.report.sca.DependencyCheckXmlReader;
import io.jenkins.plugins.compliance.engine.report.sca.GovulncheckReader;
import io.jenkins.plugins.compliance.engine.report.sca.GrypeReader;
import io.jenkins.plugins.compliance.engine.report.sca.NpmAuditReader;
import io.jenkins.plugins.compliance.engine.report.sca.OsvScannerReader;
import io.jenkins.plugins.compliance.engine.report.sca.RetireReader;
import io.jenkins.plugins.compliance.engine.report.sca.SnykReader;
import io.jenkins.plugins.compliance.engine.report.sca.TrivyReader;
import io.jenkins.plugins.compliance.engine.report.sca.YarnAuditReader;
import io.jenkins.plugins.compliance.engine.report.tests.JUnitReader;
import java.util.List;

/** The readers of all formats that this project knows. */
final class StandardReaders {
    static final List<ReportReader> ALL = List.of(
            new SarifReader(),
            new BanditReader(),
            new CheckstyleReader(),
            new CppcheckReader(),
            new EsLintReader(),
            new GccReader(),
            new GitleaksReader(),
            new GosecReader(),
            new OxlintReader(),
            new PmdReader(),
            new PylintReader(),
            new SemgrepReader(),
            new ShellCheckReader(),
            new SonarQubeReader(),
            new SpotBugsReader(),
            new JsonOrXmlReader(
                    "dependency-check",
                    "OWASP dependency-check",
                    new DependencyCheckJsonReader(),
                    new DependencyCheckXmlReader()),
            new GovulncheckReader(),
            new GrypeReader(),
            new NpmAuditReader(),
            new OsvScannerReader(),
            new RetireReader(),
            new SnykReader(),
            new TrivyReader(),
            new YarnAuditReader(),
            new JsonOrXmlReader("cyclonedx", "CycloneDX", new CycloneDxJsonReader(), new CycloneDxXmlReader()),
            new OpenVexReader(),
            new SpdxReader(),
            new CheckovReader(),
            new DockerfilelintReader(),
            new HadolintReader(),
            new KicsReader(),
            new KubescapeReader(),
            new LynisReader(),
            new XccdfReader(),
            new BurpReader(),
            new NucleiReader(),
            new WapitiReader(),
            new JsonOrXmlReader("zap", "ZAP", new ZapJsonReader(), new ZapXmlReader()),
            new SecurityTxtReader(),
            new OpenPgpKeyReader(),
            new JUnitReader());

    private StandardReaders() {}
}
