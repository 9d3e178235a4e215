package io.jenkins.plugins.compliance.engine.evidence.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What changes when a file does, without reading it: size, times, and which file it is. Where the system tells when a file was
 * changed in any way (Unix), setting back its time of modification does not hide a change.
 */
final class FileStamp {
    /** The stamp of a file that is not there, or is no file. */
    static final String ABSENT = "";

    private static final boolean UNIX =
            Path.of("").getFileSystem().supportedFileAttributeViews().contains("unix");
    private static final String ATTRIBUTES =
            UNIX ? "unix:isRegularFile,size,lastModifiedTime,ctime,ino" : "isRegularFile,size,lastModifiedTime,fileKey";

    private FileStamp() {}

    /** The stamp of a file; links are not followed. */
    static String of(Path file) throws IOException {
        try {
            Map<String, Object> all = Files.readAttributes(file, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            if (!Boolean.TRUE.equals(all.get("isRegularFile"))) {
                return ABSENT;
            }
            return all.get("size") + " " + all.get("lastModifiedTime") + " "
                    + (UNIX ? all.get("ctime") + " " + all.get("ino") : all.get("fileKey"));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return ABSENT;
        }
    }
}
