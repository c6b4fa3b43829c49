package org.yangguang.platform;

/**
 * A command that starts at once, without database and application context. It is a picocli {@code @Command} class with a
 * constructor without parameters, found by its type; it is not a bean.
 *
 * <p>A name of two words, {@code @Command(name = "audit verify")}, puts the command below a group.
 */
public interface StandaloneCommand {

    /**
     * Runs when the options are set.
     *
     * @param program the rest of the program, should it turn out to be needed
     * @return the exit code
     * @throws Exception shown to the user as one sentence, exit code 1
     */
    int run(Program program) throws Exception;
}
