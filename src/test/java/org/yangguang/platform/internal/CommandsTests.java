package org.yangguang.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.yangguang.platform.Program;
import org.yangguang.platform.ProgramCommand;
import org.yangguang.platform.StandaloneCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** None of these may start the program: the application class given here could not. */
@Isolated("replaces standard output")
class CommandsTests {

    private final Commands commands =
            new Commands(CommandsTests.class, List.of(), () -> List.of(Greet.class, Count.class));

    @Test
    void helpListsEveryCommandAndGroup() {
        String text = outputOf(() -> commands.run("--help"), 0);

        assertThat(text).contains("serve", "greet", "stock").contains("--port", "--data", "--empty", "--demo");
    }

    @Test
    void helpOfACommandIsReadFromItsClassAlone() {
        assertThat(outputOf(() -> commands.run("stock", "count", "--help"), 0)).contains("Counts.", "--jdbc");
        assertThat(outputOf(() -> commands.run("serve", "--help"), 0)).contains("--address");
    }

    @Test
    void aStandaloneCommandRunsWithoutTheProgram() {
        assertThat(outputOf(() -> commands.run("greet", "--name", "Ada"), 7)).contains("Hello, Ada");
    }

    @Test
    void anUnknownCommandOrOptionIsRefusedWithTwo() {
        assertThat(outputOf(() -> commands.run("gret"), 2)).contains("gret").contains("--help");
        assertThat(outputOf(() -> commands.run("--prot", "1"), 2)).contains("--prot");
        assertThat(outputOf(() -> commands.run("stock", "count", "--wrong"), 2)).contains("--wrong");
        assertThat(outputOf(() -> commands.run("--port", "many"), 2)).contains("many");
    }

    @Test
    void aGroupAloneTellsItsCommands() {
        assertThat(outputOf(() -> commands.run("stock"), 2)).contains("count");
    }

    @Test
    void aFailureIsOneSentence() {
        String text = outputOf(() -> commands.run("greet", "--name", "nobody"), 1);

        assertThat(text.lines().toList()).singleElement().asString().contains("nobody is there to greet");
    }

    private static String outputOf(IntSupplier action, int expectedCode) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (PrintStream both = new PrintStream(written, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            assertThat(action.getAsInt()).isEqualTo(expectedCode);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return written.toString(StandardCharsets.UTF_8);
    }

    @Command(name = "greet", description = "Greets.")
    static class Greet implements StandaloneCommand {

        @Option(names = "--name", required = true)
        String name = "";

        @Override
        public int run(Program program) {
            if (name.equals("nobody")) {
                throw new IllegalStateException("nobody is there to greet");
            }
            System.out.println("Hello, " + name);
            return 7;
        }
    }

    @Command(name = "stock count", description = "Counts.")
    static class Count implements ProgramCommand {

        Count(Runnable collaborator) {
            collaborator.run();
        }

        @Override
        public Integer call() {
            return 0;
        }
    }
}
