package org.yangguang.platform;

import java.util.concurrent.Callable;

/**
 * A command of the program, as a bean that is also a picocli {@code @Command}. Commands run in the same application context as
 * the site but without its web server and jobs; {@link #call()} returns the exit code. An exception is shown as one sentence.
 *
 * <p>A name of two words, {@code @Command(name = "token create")}, puts the command below a group. Help and refusals of wrong
 * arguments are read from the class alone: options are annotated fields, and the context starts only for a command that can run.
 *
 * <p>Where the embedded database is kept by a program that is serving, a command joins its database.
 *
 * @see StandaloneCommand for commands that can do without the context
 */
public interface ProgramCommand extends Callable<Integer> {}
