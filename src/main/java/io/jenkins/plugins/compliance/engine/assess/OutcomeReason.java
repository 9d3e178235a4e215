package io.jenkins.plugins.compliance.engine.assess;

import static io.jenkins.plugins.compliance.engine.wording.Parameter.count;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.day;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.list;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.moment;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.phrase;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.reference;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.term;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.text;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.wording.Parameter;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import io.jenkins.plugins.compliance.engine.wording.PhraseCode;
import java.util.List;

/** Why an outcome is what it is: every summary and every reason that judging can give. */
public enum OutcomeReason implements PhraseCode {
    // What evidence is asked for.
    BILL_OF_MATERIALS(),
    TEST_RESULT(),
    REPORT_OF_FORMAT(text("format")),
    APPROVAL_OF(text("what")),
    PIPELINE_FACT(text("fact")),

    // Any evidence.
    NEVER_RECORDED(phrase("what")),
    UNRELIABLE(phrase("what")),
    UNREADABLE(phrase("what")),
    BREAKS_RULE(phrase("what")),
    TOO_OLD(phrase("what")),
    HOLDS(phrase("what")),
    OF_OTHER_BUILD(reference("evidence"), text("build"), text("judged")),
    OBSERVED_TOO_LONG_AGO(reference("evidence"), moment("observed"), text("cadence"), moment("due")),

    // Doubts.
    EVIDENCE_BROKEN(reference("evidence"), phrase("why")),
    RUN_IN_DOUBT(text("tool"), phrase("why")),
    RUN_DOES_NOT_COUNT(),
    REPORT_DOES_NOT_COUNT(),
    REPORT_INCOMPLETE(reference("evidence"), text("format"), phrase("why")),
    DETAILS_NOT_KEPT(reference("evidence"), text("format")),
    DETAILS_GONE(reference("evidence"), text("format"), text("file")),
    DETAILS_UNREADABLE(text("error")),

    // Scans.
    PLAN_UNRELIABLE(),
    NO_SCAN_OF_CATEGORY(text("category")),
    NO_SCAN_BY_TOOL(text("tool")),
    SCANNED(list("tools")),
    FINDINGS_EXCEED_THRESHOLDS(),
    SCAN_TOO_OLD(),
    SCAN_MISSING(),
    SCAN_UNRELIABLE(),
    OF_TOOL(text("tool"), list("directories"), phrase("why")),
    TOOL_IS_GONE(phrase("why"), phrase("note")),
    WITHIN_THRESHOLDS(count("findings")),
    LEFT_NO_EVIDENCE(),
    FILES_NOT_SCANNED(count("files"), list("directories")),
    FINDINGS_OF_SEVERITY(count("found"), term("severity"), count("most")),
    NEW_FINDINGS_OF_SEVERITY(count("found"), term("severity"), count("most")),
    FINDINGS_OF_WEAKNESS(count("found"), count("cwe"), count("most")),
    NEW_FINDINGS_OF_WEAKNESS(count("found"), count("cwe"), count("most")),

    // Bills of materials.
    BILL_MISSING(),
    FEW_COMPONENTS(reference("evidence"), count("components"), count("least")),
    NO_DEPENDENCY_GRAPH(),
    COMPONENTS_STATE_NO(count("without"), count("components"), term("property")),
    LICENCES_DENIED(count("components"), list("named"), count("more")),
    LICENCES_UNKNOWN(count("components"), list("named"), count("more")),
    LICENCES_OVER_LIMIT(count("components"), list("named"), count("more")),
    LICENCES_UNTOLD(),
    LICENCES_NOT_ALLOWED(count("components"), list("named"), count("more")),
    COMPONENTS_BANNED(count("components"), list("named"), count("more")),
    LICENCE_OF(text("component"), text("licence")),
    LICENCES_OF(text("component"), list("licences")),
    NO_LICENCE_OF(text("component")),

    // Tests; the word is there when only some of them are asked for.
    FEW_TESTS_RAN(count("ran"), term("which"), count("least")),
    TESTS_FAILED(count("failed"), term("which"), count("most")),
    TESTS_SKIPPED(count("skipped"), term("which"), count("most")),

    // Reports made elsewhere.
    COMPANION_MISSING(text("format")),
    EXPIRES_TOO_SOON(text("format"), moment("end"), moment("needed"), text("remaining")),
    EXPIRED(text("format"), moment("end")),

    // Somebody's word.
    NOBODY_ATTESTED(text("type")),
    ATTESTED_BY_OTHERS(text("type")),
    ISSUED_BY_OTHER(text("issuer"), list("accepted")),
    ATTESTATION_UNRELIABLE(text("type")),
    ATTESTATION_IN_FUTURE(text("type")),
    ATTESTATION_EXPIRED(text("type")),
    ATTESTATION_OLDER_THAN(text("type"), text("age")),
    ATTESTATION_TOO_OLD(text("type")),
    ATTESTATION_HOLDS(text("type")),
    ATTESTATION_VALIDITY(day("issued"), text("issuer"), day("expires")),
    FEW_APPROVERS(count("found"), list("approvers"), count("least"), list("accepted")),

    // Facts about the pipeline.
    FACT_IS(text("fact"), text("value"), list("allowed")),
    ATTESTED_INSTEAD(text("fact")),
    ATTESTATION_WOULD_DO(text("type")),

    // Waivers, and what does not apply.
    WAIVED(term("outcome"), phrase("why")),
    WAIVER(text("waiver"), text("reason"), text("requester"), text("approver"), moment("until")),
    NOT_DEMANDED(list("archetypes")),
    SELECTOR_DOES_NOT_MATCH(text("selector"), text("tags")),
    SELECTOR_FINDS_NO_TAGS(text("selector")),

    // Requirements.
    CLAIM(text("procedure"), term("strength"), term("outcome")),
    CLAIMING_PROCEDURE_IS(term("outcome")),
    NOTHING_CLAIMS_IT(),
    PARTLY_COVERED(),
    COVERED(),
    COVERED_BY_WAIVER();

    private final List<Parameter> parameters;

    OutcomeReason(Parameter... parameters) {
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
