package io.jenkins.plugins.compliance.engine.scan;

import static io.jenkins.plugins.compliance.engine.wording.Parameter.count;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.list;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.moment;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.phrase;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.term;
import static io.jenkins.plugins.compliance.engine.wording.Parameter.text;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.compliance.engine.wording.Parameter;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import io.jenkins.plugins.compliance.engine.wording.PhraseCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why a run of a tool or a report does not count, or a tool is not run. These stand in signed evidence: none is ever taken away, and none
 * changes its parameters.
 */
public enum RunReason implements PhraseCode {
    /** Words of evidence that was recorded before reasons had codes, or of a part that has none. */
    AS_RECORDED(text("text")),

    // How a run ended.
    NOT_THERE(phrase("why")),
    NOT_STARTED(phrase("why")),
    TIMED_OUT(count("seconds"), phrase("why")),
    INTERRUPTED(phrase("why")),
    FAILED(count("exitCode")),
    UNKNOWN_EXIT_CODE(count("exitCode")),
    PRINTED(text("line")),

    // Its report.
    NO_REPORT(phrase("why")),
    REPORT_EMPTY(),
    REPORT_TOO_OLD(moment("written"), moment("started")),
    FORMAT_UNKNOWN(text("expected")),
    OTHER_FORMAT(text("format"), text("expected")),
    LITTLE_EVALUATED(count("evaluated"), term("unit"), count("least")),
    EVALUATION_UNKNOWN(),
    NO_FILE_MATCHES(list("patterns")),
    NO_RESULT_FOR_EXIT_CODE(count("exitCode")),
    INCOMPLETE(list("problems"), count("more")),
    PART_MISSING(list("problems"), count("more")),
    TOOL_ERRORS(count("errors"), list("problems"), count("more")),
    NO_RESULT_READABLE(list("problems"), count("more")),
    PROBLEMS_NOT_KEPT(count("problems")),
    NOT_SUCCESSFUL(),
    SUCCESS_NOT_STATED(),

    // Reports made elsewhere.
    IN_FILE(text("file"), phrase("why")),
    WRITTEN_BEFORE_BUILD(moment("written"), moment("began")),
    NOTHING_OF_KIND(term("kind")),
    ELEMENTS_NOT_KEPT(text("limit")),
    AND_MORE(count("more")),

    // Why a tool is not run.
    ABSENT(),
    DEFINITION_CHANGED(),
    DEFINITION_REMOVED(),
    NOTHING_HERE(text("directory")),
    CONDITION_DOES_NOT_HOLD(text("condition")),
    NOTHING_TO_LOOK_AT(list("patterns")),
    TOOL_IDLE(text("tool"), phrase("why")),
    ALL_IDLE(list("tools")),
    NO_TOOL_CONFIGURED(text("demand"), list("configured")),
    NO_TOOL_AT_ALL(text("demand")),
    SETTING_UNSET(list("settings")),
    FILE_ABSENT(text("file")),
    PROGRAM_NOT_FOUND(text("program")),
    COMMAND_LINE_TOO_LONG(count("files"), count("bytes"), count("most"), text("list")),
    NO_VARIABLE_NAME(text("name")),
    ARGUMENT_UNFIT(text("argument")),
    NOT_LABELLED(text("label")),
    SECRET_ABSENT(text("credentials"), text("variable")),
    SECRET_OF_OTHER_KIND(text("credentials"), text("variable")),

    // Why a run on an agent has no end of its own.
    NOT_BEGUN(),
    PREPARATION_GONE(),
    PROCESS_LOST(),
    OUTPUT_TOO_LARGE(count("most")),
    BUILD_GIVES_LESS(count("minutes")),
    SYSTEM_ERROR(text("message"));

    private static final Map<String, PhraseCode> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(PhraseCode::id, Function.identity()));

    private final List<Parameter> parameters;

    RunReason(Parameter... parameters) {
        this.parameters = List.of(parameters);
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The reason of this {@link #id()}. */
    public static Optional<PhraseCode> ofId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** Says so. */
    public Phrase of(@CheckForNull Object... arguments) {
        return Phrase.of(this, arguments);
    }
}
