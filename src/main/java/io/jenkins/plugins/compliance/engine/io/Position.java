package io.jenkins.plugins.compliance.engine.io;

/**
 * A place in a text.
 *
 * @param file name of the file as people know it, relative to what they asked to be read
 * @param line line, from 1; 0 when only the file is known
 * @param column column in characters, from 1; 0 when only the line is known
 */
public record Position(String file, int line, int column) implements Comparable<Position> {

    /** The whole of a file. */
    public static Position of(String file) {
        return new Position(file, 0, 0);
    }

    @Override
    public int compareTo(Position other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** In the form that editors and terminals make clickable: {@code file:line:column}. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
