package io.jenkins.plugins.compliance.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.FilePath;
import hudson.remoting.Callable;
import hudson.remoting.Future;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.compliance.engine.scan.RunReason;
import io.jenkins.plugins.compliance.engine.scan.ScanTool;
import io.jenkins.plugins.compliance.engine.scan.ToolPresets;
import io.jenkins.plugins.compliance.engine.wording.Phrase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent that answers whatever it likes. */
class HostileAgentTest {
    @TempDir
    private Path folder;

    private final ScanTool tool = ToolPresets.all().get("shellcheck").orElseThrow();

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "/etc/passwd", "a/../../x", "..", "a//b", "./a", ""})
    void aNameThatLeadsOutIsRefused(String name) throws Exception {
        ScanAgent agent = answering(listing("good.sh\0" + name + "\0"));

        assertThatThrownBy(() -> agent.list("")).isInstanceOf(IOException.class).hasMessageContaining("refused");
    }

    @Test
    void namesThatAreOddButLeadNowhereAreTaken() throws Exception {
        assertThat(answering(listing("a b.sh\0C:x.sh\0back\\slash\0ünï.sh\0"))
                        .list("")
                        .listing()
                        .files())
                .hasSize(4);
    }

    @Test
    void halfANameIsRefused() throws Exception {
        ScanAgent agent = answering(listing("good.sh\0half"));

        assertThatThrownBy(() -> agent.list("")).isInstanceOf(IOException.class);
    }

    @Test
    void namesThatUnpackToMoreThanAllowedAreRefused() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 80; i++) {
                gzip.write(block);
            }
        }
        ScanAgent agent = answering(new AgentReply()
                .flag(true)
                .text("/w")
                .text("/w")
                .bytes(packed.toByteArray(), packed.size())
                .toByteArray());

        assertThatThrownBy(() -> agent.list("")).isInstanceOf(IOException.class).hasMessageContaining("refused");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, Integer.MAX_VALUE})
    void aStateThatIsNoneIsRefused(int ordinal) throws Exception {
        ScanAgent agent = answering(new AgentReply().number(ordinal).text("x").toByteArray());

        assertThatThrownBy(() -> agent.prepare("", Map.of(), List.of(order())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("refused");
    }

    static Stream<AgentReply> reasonsThatAreNone() throws IOException {
        return Stream.of(
                absent().number(-1).text("x"),
                absent().number(1_000).text("x"),
                absent().number(RunReason.NOT_THERE.ordinal()).text("x"),
                absent().number(RunReason.REPORT_TOO_OLD.ordinal()).amount(1).amount(2),
                absent().number(RunReason.COMMAND_LINE_TOO_LONG.ordinal())
                        .amount(1)
                        .amount(2),
                absent().number(RunReason.COMMAND_LINE_TOO_LONG.ordinal()).amount(-1),
                absent().number(RunReason.SETTING_UNSET.ordinal()).number(21),
                absent().number(RunReason.SETTING_UNSET.ordinal()).number(-1),
                absent().number(RunReason.ABSENT.ordinal()).text("x"));
    }

    @ParameterizedTest
    @MethodSource("reasonsThatAreNone")
    void aReasonThatIsNoneIsRefused(AgentReply reply) throws Exception {
        ScanAgent agent = answering(reply.toByteArray());

        assertThatThrownBy(() -> agent.prepare("", Map.of(), List.of(order())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("refused");
    }

    @Test
    void aReasonIsDataAndItsTextsAreOneLine() throws Exception {
        Phrase unset = RunReason.SETTING_UNSET.of(List.of("home", "lib"));
        ScanAgent agent = answering(absent().reason(RunReason.PROGRAM_NOT_FOUND.of("shell\ncheck"))
                .number(Preparation.State.ABSENT.ordinal())
                .reason(unset)
                .toByteArray());

        assertThat(agent.prepare("", Map.of(), List.of(order(), order())))
                .containsExactly(
                        new Preparation(Preparation.State.ABSENT, RunReason.PROGRAM_NOT_FOUND.of("shell check")),
                        new Preparation(Preparation.State.ABSENT, unset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001B", "\u009B", "\u202E", "\u200B"})
    void noTextOfAReasonIsObeyed(String character) throws Exception {
        ScanAgent agent = answering(absent().reason(RunReason.PROGRAM_NOT_FOUND.of("a" + character + "b"))
                .toByteArray());

        assertThat(agent.prepare("", Map.of(), List.of(order())))
                .containsExactly(new Preparation(
                        Preparation.State.ABSENT,
                        RunReason.PROGRAM_NOT_FOUND.of(String.format("a[U+%04X]b", (int) character.charAt(0)))));
    }

    @Test
    void aPathStaysAsItIs() throws Exception {
        ScannedDirectory directory =
                answering(directory("/w/a\u200Bb", "a.sh\0")).list("");

        assertThat(directory.absolute()).isEqualTo("/w/a\u200Bb");
        assertThat(directory.real()).isEqualTo("/w/a\u200Bb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/w/a\nb", "/w/a\tb", "/w/a\0b", "/w/a\u001Bb", "/w/a\u0085b"})
    void aPathWithControlCharactersIsRefused(String path) throws Exception {
        ScanAgent agent = answering(directory(path, "a.sh\0"));

        assertThatThrownBy(() -> agent.list("")).isInstanceOf(IOException.class).hasMessageContaining("refused");
    }

    private static AgentReply absent() throws IOException {
        return new AgentReply().number(Preparation.State.ABSENT.ordinal());
    }

    @Test
    void moreThanWasAskedForIsRefused() throws Exception {
        byte[] long1 = new AgentReply()
                .flag(true)
                .amount(0)
                .bytes(new byte[(4 << 20) + 1], (4 << 20) + 1)
                .toByteArray();
        Path into = folder.resolve("report.json");

        ScanAgent agent = answering(long1);

        assertThatThrownBy(() -> agent.fetch(tool, 1L << 30, into)).hasMessageContaining("refused");
        assertThat(Files.exists(into)).isFalse();
        assertThatThrownBy(() -> answering(new byte[64 << 20]).output("shellcheck", 1_000))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("refused");
    }

    @Test
    void aReportWithoutEndIsCutWhereTheLimitShows() throws Exception {
        byte[] piece = new AgentReply()
                .flag(true)
                .amount(0)
                .bytes(new byte[4 << 20], 4 << 20)
                .toByteArray();
        byte[] one = new AgentReply().flag(true).amount(0).bytes(new byte[1], 1).toByteArray();
        Path into = folder.resolve("report.json");

        answering(piece, piece, one, piece).fetch(tool, 8L << 20, into);

        assertThat(Files.size(into)).isEqualTo((8L << 20) + 1);
    }

    @Test
    void anAnswerOfAnotherClassIsRefused() {
        for (Object answer : new Object[] {"text", new Path[0], Map.of("a", "b"), List.of(1)}) {
            assertThatThrownBy(() -> answering(answer).list(""))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("refused");
        }
        assertThatThrownBy(() -> answering(new Object[] {null}).list("")).isInstanceOf(IOException.class);
    }

    @Test
    void anAmountBelowZeroIsRefused() throws Exception {
        byte[] glance = new byte[4 + 8 + 8 + 4 + 1 + 8 + 8];
        glance[4] = (byte) 0x80;

        assertThatThrownBy(() -> answering(glance).look(List.of(tool)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("refused");
    }

    @Test
    void whatFollowsAnAnswerIsRefused() throws Exception {
        byte[] answer = new AgentReply().flag(false).number(1).toByteArray();

        assertThatThrownBy(() -> answering(answer).fetch(tool, 10, folder.resolve("r")))
                .hasMessageContaining("refused");
    }

    private ToolOrder order() {
        return ToolOrder.of(
                new io.jenkins.plugins.compliance.engine.scan.ScanPlan.PlannedScan(tool, List.of(), List.of("a.sh")),
                List.of());
    }

    private static byte[] listing(String names) throws IOException {
        return directory("/w", names);
    }

    private static byte[] directory(String path, String names) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(names.getBytes(StandardCharsets.UTF_8));
        }
        return new AgentReply()
                .flag(true)
                .text(path)
                .text(path)
                .bytes(packed.toByteArray(), packed.size())
                .toByteArray();
    }

    private static ScanAgent answering(Object... answers) {
        Deque<Object> left = new ArrayDeque<>();
        for (Object answer : answers) {
            left.add(answer == null ? NOTHING : answer);
        }
        return new ScanAgent(new FilePath(new Liar(left), "/w/job"), "compliance-1");
    }

    private static final Object NOTHING = new Object();

    /** A channel to an agent that runs nothing of what it is asked to. */
    private record Liar(Deque<Object> answers) implements VirtualChannel {
        @Override
        @SuppressWarnings("unchecked")
        public <V, T extends Throwable> V call(Callable<V, T> callable) {
            Object answer = answers.remove();
            return (V) (answer == NOTHING ? null : answer);
        }

        @Override
        public <V, T extends Throwable> Future<V> callAsync(Callable<V, T> callable) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}

        @Override
        public void join() {}

        @Override
        public void join(long timeout) {}

        @Override
        public <T> T export(Class<T> type, T instance) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void syncLocalIO() {}
    }
}
