package org.yangguang.platform.internal;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.objenesis.ObjenesisStd;
import org.yangguang.platform.ProgramCommand;
import org.yangguang.platform.StandaloneCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The commands and how they run. Arguments are first parsed onto bare instances, so that help and mistakes are answered
 * without starting anything; a command that may run is then parsed again onto its bean.
 */
public final class Commands {

    private static final String PLACE = "place";

    private static final String SERVE = "serve";

    private final Class<?> application;
    private final List<String> properties;
    private final Supplier<List<Class<?>>> search;
    private List<Class<?>> types = List.of();

    /** The commands of {@code application} and of every module below its package. */
    public Commands(Class<?> application, List<String> properties) {
        this(application, properties, () -> CommandClasses.below(application.getPackageName()));
    }

    Commands(Class<?> application, List<String> properties, Supplier<List<Class<?>>> search) {
        this.application = application;
        this.properties = properties;
        this.search = search;
    }

    /** Runs what is asked for; other commands are looked for only when it is not plainly to serve, which should begin at once. */
    public int run(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals(SERVE)) {
            types = search.get();
        }
        ServeCommand serve = new ServeCommand();
        CommandLine bare = commandLine(serve, new BareInstances());
        try {
            ParseResult parsed = bare.parseArgs(arguments);
            Integer helped = CommandLine.executeHelpRequest(parsed);
            if (helped != null) {
                return helped;
            }
            ParseResult last = parsed;
            while (last.hasSubcommand()) {
                last = last.subcommand();
            }
            return run(last.commandSpec(), arguments);
        } catch (ParameterException mistake) {
            return refuse(mistake);
        }
    }

    private int run(CommandSpec command, String... arguments) {
        Object wanted = command.userObject();
        if (wanted instanceof ServeCommand serve) {
            return new Serving(application, properties, serve.options).run();
        }
        if (wanted instanceof ProgramCommand || wanted instanceof StandaloneCommand) {
            PlaceOptions place = (PlaceOptions)
                    Objects.requireNonNull(command.mixins().get(PLACE)).userObject();
            List<String> all = Stream.concat(place.properties().stream(), properties.stream())
                    .toList();
            try (RunningContext program = new RunningContext(application, all, place.debug)) {
                return execute(wanted.getClass(), program, arguments);
            } catch (Exception | LinkageError failure) {
                return StartFailures.report(failure, place.debug);
            }
        }
        PrintWriter err = command.commandLine().getErr();
        err.println("Which of these?");
        command.commandLine().usage(err);
        return CommandLine.ExitCode.USAGE;
    }

    /** Parses again, this time onto the real command, and runs it. */
    private int execute(Class<?> type, RunningContext program, String... arguments) throws Exception {
        Object command = StandaloneCommand.class.isAssignableFrom(type)
                ? new BareInstances().create(type)
                : program.command(type);
        commandLine(new ServeCommand(), new OneInstance(type, command)).parseArgs(arguments);
        if (command instanceof StandaloneCommand standalone) {
            onlySeriousLogs();
            return standalone.run(program);
        }
        return ((ProgramCommand) command).call();
    }

    /** What a command prints is its result: before the program is configured, logs would be mixed into it. */
    private static void onlySeriousLogs() {
        LoggingSystem.get(Commands.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
    }

    private CommandLine commandLine(ServeCommand serve, IFactory factory) {
        CommandLine root = new CommandLine(serve, factory);
        root.getCommandSpec().name("yangguang").versionProvider(() -> new String[] {"Yangguang " + version()});
        root.getCommandSpec().usageMessage().description("Serves the site, or runs a command.");
        root.addSubcommand(SERVE, new CommandLine(new ServeCommand(), factory));
        for (Class<?> type : types) {
            String[] words = type.getAnnotation(Command.class).name().split(" ");
            CommandLine above = root;
            for (int i = 0; i < words.length - 1; i++) {
                above = group(above, words[i]);
            }
            CommandLine line = new CommandLine(type, factory);
            if (!line.getCommandSpec().optionsMap().containsKey("--help")) {
                line.getCommandSpec().mixinStandardHelpOptions(true);
            }
            line.getCommandSpec()
                    .name(words[words.length - 1])
                    .addMixin(PLACE, CommandSpec.forAnnotatedObject(new PlaceOptions()));
            above.addSubcommand(words[words.length - 1], line);
        }
        return root;
    }

    private static CommandLine group(CommandLine above, String name) {
        CommandLine known = above.getSubcommands().get(name);
        if (known != null) {
            return known;
        }
        CommandSpec spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
        spec.usageMessage().description("Commands about: " + name);
        above.addSubcommand(name, spec);
        return Objects.requireNonNull(above.getSubcommands().get(name));
    }

    private static int refuse(ParameterException mistake) {
        CommandLine line = mistake.getCommandLine();
        line.getErr().println(mistake.getMessage());
        line.getErr().println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    private String version() {
        String version = application.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }

    /** Instances without collaborators, good for reading options only. */
    private static final class BareInstances implements IFactory {

        private final ObjenesisStd objects = new ObjenesisStd();

        @Override
        public <K> K create(Class<K> type) throws Exception {
            return ProgramCommand.class.isAssignableFrom(type)
                    ? objects.newInstance(type)
                    : CommandLine.defaultFactory().create(type);
        }
    }

    /** The one real command; the others stay bare. */
    private record OneInstance(Class<?> type, Object command) implements IFactory {

        @Override
        public <K> K create(Class<K> wanted) throws Exception {
            return wanted == type ? wanted.cast(command) : new BareInstances().create(wanted);
        }
    }
}
