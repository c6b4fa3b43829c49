package org.yangguang.platform;

import java.util.Arrays;
import java.util.List;
import org.yangguang.platform.internal.Commands;

/** Reads the arguments: no command serves, a command runs and ends. */
public final class CommandLine {

    private CommandLine() {}

    /**
     * Serves or runs a command.
     *
     * @param arguments a command with its options; {@code --some.property=value} sets a property, with any command
     * @return the exit code: 0 done, 1 failed, 2 wrong arguments. Serving blocks until the program is asked to stop
     */
    public static int run(Class<?> application, String... arguments) {
        List<String> properties =
                Arrays.stream(arguments).filter(CommandLine::property).toList();
        String[] others =
                Arrays.stream(arguments).filter(argument -> !property(argument)).toArray(String[]::new);
        return new Commands(application, properties).run(others);
    }

    private static boolean property(String argument) {
        return argument.matches("--[A-Za-z][\\w-]*\\.[^\\s=]+(=.*)?");
    }
}
