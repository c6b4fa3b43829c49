package org.yangguang.calendar.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yangguang.calendar.CalendarYears;
import org.yangguang.calendar.CalendarYears.Result;
import org.yangguang.platform.ProgramCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code calendar import}: the holiday arrangement of a newly announced year. */
@Component
@Command(
        name = "calendar import",
        description = {
            "Imports the holiday arrangement of one year; deadlines of open cases are then computed anew.",
            "The file has the lines date,kind,name,arrangement_year, with kind off or work, in the order of dates."
        })
class CalendarImportCommand implements ProgramCommand {

    private final CalendarYears years;
    private final MessageSource texts;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file, in UTF-8.")
    private Path file;

    @Option(
            names = "--source",
            required = true,
            description = "The notice from which it was taken, with its document number.")
    private String source;

    @SuppressWarnings("NullAway.Init")
    CalendarImportCommand(CalendarYears years, MessageSource texts) {
        this.years = years;
        this.texts = texts;
    }

    @Override
    public Integer call() {
        Result result = years.importYear(content(), source, "command:calendar import");
        if (result instanceof Result.Accepted accepted) {
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    "The arrangement of %d holds: %d days new, %d gone.%n",
                    accepted.year(), accepted.added().size(), accepted.removed().size());
            out.flush();
            return 0;
        }
        PrintWriter err = spec.commandLine().getErr();
        for (CalendarYears.Problem problem : ((Result.Refused) result).problems()) {
            String sentence =
                    texts.getMessage(problem.key(), problem.arguments().toArray(), Locale.ENGLISH);
            err.println(problem.line() == 0 ? sentence : "line " + problem.line() + ": " + sentence);
        }
        err.flush();
        return 1;
    }

    private String content() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read as UTF-8 text.", e);
        }
    }
}
