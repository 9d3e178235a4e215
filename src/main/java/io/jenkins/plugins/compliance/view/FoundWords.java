package io.jenkins.plugins.compliance.view;

import io.jenkins.plugins.compliance.engine.evidence.ledger.VerifyProblem;

/** What verifying a ledger found, in a few words in the reader's language. */
final class FoundWords {
    private FoundWords() {}

    static String of(VerifyProblem.What what) {
        return switch (what) {
            case DAMAGED -> Messages.Found_damaged();
            case CHANGED -> Messages.Found_changed();
            case REMOVED -> Messages.Found_removed();
            case OUT_OF_ORDER -> Messages.Found_outOfOrder();
            case REPLAYED -> Messages.Found_replayed();
            case TRUNCATED -> Messages.Found_truncated();
            case ROLLED_BACK -> Messages.Found_rolledBack();
            case BAD_SIGNATURE -> Messages.Found_badSignature();
            case FOREIGN_KEY -> Messages.Found_foreignKey();
            case KEY_NOT_VALID -> Messages.Found_keyNotValid();
            case CLOCK -> Messages.Found_clock();
            case DAMAGED_HEAD -> Messages.Found_damagedHead();
            case FILE_CHANGED -> Messages.Found_fileChanged();
            case EMPTY -> Messages.Found_empty();
            case NO_HEAD -> Messages.Found_noHead();
            case UNKNOWN_KEY -> Messages.Found_unknownKey();
            case UNKNOWN_SCHEMA -> Messages.Found_unknownSchema();
            case FILE_ABSENT -> Messages.Found_fileAbsent();
            case INTERRUPTED -> Messages.Found_interrupted();
            case OVER_LIMIT -> Messages.Found_overLimit();
            case HEAD_BEHIND -> Messages.Found_headBehind();
            case CLOCK_STEP -> Messages.Found_clockStep();
            case KEY_ROTATED -> Messages.Found_keyRotated();
            case FILES_NOT_CHECKED -> Messages.Found_filesNotChecked();
            case STRAY_FILES -> Messages.Found_strayFiles();
        };
    }
}
