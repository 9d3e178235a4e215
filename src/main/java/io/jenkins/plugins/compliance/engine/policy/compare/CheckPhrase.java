package io.jenkins.plugins.compliance.engine.policy.compare;

import static io.jenkins.plugins.compliance.engine.wording.Parameter.count;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.list;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.phrase;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.term;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.text;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.wording.Parameter;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import io.jenkins.plugins.compliance.engine.wording.PhraseCode;
import java.util.List;

/** What is looked at to see that a procedure is done, and how often. */
enum CheckPhrase implements PhraseCode {
    // Scans and reports, and what they may find.
    SCAN_OF_CATEGORY_RAN(text("category"), phrase("bounds")),
    SCAN_BY_TOOL_RAN(text("tool"), phrase("bounds")),
    REPORT_WAS_RECORDED(text("format"), list("with"), phrase("validFor"), phrase("bounds")),
    FINDINGS_ARE_RECORDED(),
    WITH_FINDINGS(list("bounds")),
    WITH_NEW_FINDINGS(list("bounds")),
    NO_FINDING(term("severity")),
    AT_MOST_FINDINGS(count("most"), term("severity")),
    NO_FINDING_OF_WEAKNESS(count("cwe")),
    AT_MOST_FINDINGS_OF_WEAKNESS(count("most"), count("cwe")),

    // Bills of materials.
    BILL_WAS_RECORDED(list("rules")),
    HAS_COMPONENTS(count("least")),
    STATES_OF_EACH(list("properties")),
    HAS_GRAPH(),
    HAS_NONE_UNDER(list("licences"), term("unknown")),
    HAS_ONLY_UNDER(list("licences")),
    HAS_NONE_OF(list("components")),

    // Tests.
    TESTS_RAN(count("least"), text("suites"), text("names"), phrase("failed"), phrase("skipped")),
    NONE_FAILED(),
    AT_MOST_FAILED(count("most")),
    NONE_SKIPPED(),
    AT_MOST_SKIPPED(count("most")),

    // Word and facts.
    SOMEBODY_ATTESTED(text("type"), list("issuers"), phrase("age")),
    PEOPLE_APPROVED(count("least"), text("what"), list("approvers")),
    PIPELINE_FACT_IS(text("fact"), list("allowed"), phrase("attested")),

    // How often, and periods.
    WITH_EVERY_BUILD(),
    ONCE(),
    EVERY(phrase("period")),
    EVERY_YEAR(),
    EVERY_MONTH(),
    EVERY_WEEK(),
    EVERY_DAY(),
    RENEWED(phrase("how")),
    PERIOD(list("parts")),
    YEARS(count("number")),
    MONTHS(count("number")),
    WEEKS(count("number")),
    DAYS(count("number"));

    private final List<Parameter> parameters;

    CheckPhrase(Parameter... parameters) {
        this.parameters = List.of(parameters);
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    Phrase of(@CheckForNull Object... arguments) {
        return Phrase.of(this, arguments);
    }
}
