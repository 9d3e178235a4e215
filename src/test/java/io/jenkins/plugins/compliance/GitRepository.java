package io.jenkins.plugins.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real Git repository of a test.
 *
 * @param folder its work tree
 */
public record GitRepository(Path folder) {
    /** Makes an empty one. */
    public static GitRepository in(Path folder, String branch) throws Exception {
        GitRepository repository = new GitRepository(Files.createDirectories(folder));
        repository.git("init", "--quiet", "--initial-branch=" + branch);
        return repository;
    }

    /** Commits all that is there. */
    public void commit() throws Exception {
        git("add", ".");
        git("commit", "--quiet", "--message=change");
    }

    /** Runs a command, and gives what it printed. */
    public String git(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=Tester", "-c", "user.email=tester@git.example"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out.strip();
    }
}
