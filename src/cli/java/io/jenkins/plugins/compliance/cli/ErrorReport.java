package io.jenkins.plugins.compliance.cli;

import io.jenkins.plugins.compliance.engine.io.DisplayText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line what went wrong. A stack trace is for defects alone: what a user can mend gets a sentence. */
final class ErrorReport implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println(command.getCommandSpec().qualifiedName() + ": " + DisplayText.lines(sentence(failure)));
        if (!(failure instanceof IOException || failure instanceof IllegalArgumentException)) {
            failure.printStackTrace(err);
        }
        err.flush();
        return ExitCode.USAGE;
    }

    private static String sentence(Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return failure.getMessage() + ": no such file or directory";
        }
        if (failure instanceof NotDirectoryException) {
            return failure.getMessage() + ": no such directory";
        }
        if (failure instanceof AccessDeniedException) {
            return failure.getMessage() + ": access denied";
        }
        if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getFile() + ": " + system.getReason();
        }
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
