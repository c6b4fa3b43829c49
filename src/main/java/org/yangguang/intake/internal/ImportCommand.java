package org.yangguang.intake.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.intake.Field;
import org.yangguang.intake.ImportJob;
import org.yangguang.intake.ImportPlan;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.platform.ProgramCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: takes a delivery in from the machine's own command line. */
@Component
@Command(
        name = "import",
        description = {
            "Takes in what was published before: a sheet (.csv, .xlsx) with an item in each row, or a folder of",
            "documents (.md, .html, .docx, .txt), also the saved pages of an old site.",
            "Run it again as often as you like: what was taken under its key is not taken twice, and a run that was",
            "cut short goes on. A serving program may run meanwhile. Exit code 0: all rows were taken or known before;",
            "3: some were refused, see --report; 1: the delivery could not be read."
        })
class ImportCommand implements ProgramCommand {

    private static final int SOME_REFUSED = 3;

    private final Imports imports;
    private final ImportRun run;
    private final Report report;
    private final Organs organs;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PLACE", description = "The sheet or folder.")
    private Path place;

    @Option(
            names = "--organ",
            required = true,
            paramLabel = "CODE",
            description = "Code of the organ that publishes; organs named in rows must be this one or below it.")
    private String organ;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description =
                    "Name of where it comes from, below which keys are known; the name of the file or folder unless given.")
    private @Nullable String source;

    @Option(
            names = "--map",
            paramLabel = "HEADING=FIELD",
            description = {
                "What a heading of a sheet is; may be repeated. Without it headings are understood by their names.",
                "Fields: key, organ, index-number, title, summary, body, document-number, column, subject, genre,",
                "formed-on, published-on, issued-on, effective-on, expires-on, repealed-on, validity, source, keywords,",
                "old-address."
            })
    private Map<String, String> map = new LinkedHashMap<>();

    @Option(
            names = "--column",
            paramLabel = "CODE",
            description = "Column of items that name none, or one that is not known.")
    private @Nullable String column;

    @Option(
            names = "--column-of",
            paramLabel = "OLD=CODE",
            description = "Which column takes the place of one at the source; may be repeated.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--formed-on",
            paramLabel = "DATE",
            description = "Date of formation of items that bear none, as 2016-02-18; without it they are refused.")
    private @Nullable LocalDate formedOn;

    @Option(
            names = "--old-site",
            paramLabel = "URL",
            description = "Where the pages of the folder stood; their addresses lead to the items from then on.")
    private @Nullable String oldSite;

    @Option(names = "--dry-run", description = "Judges every row and takes none.")
    private boolean trial;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Writes every refusal and warning to this file as CSV.")
    private @Nullable Path reportFile;

    @SuppressWarnings("NullAway.Init")
    ImportCommand(Imports imports, ImportRun run, Report report, Organs organs) {
        this.imports = imports;
        this.run = run;
        this.report = report;
        this.organs = organs;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<String> mistakes = new ArrayList<>();
        Optional<Organ> publisher = organs.byCode(organ);
        if (publisher.isEmpty()) {
            mistakes.add("There is no organ with the code " + organ + ".");
        }
        boolean folder = Files.isDirectory(place);
        if (!folder && !Files.isRegularFile(place)) {
            mistakes.add("There is no file or folder " + place + ".");
        }
        Map<String, Field> headings = new LinkedHashMap<>();
        map.forEach((heading, label) -> Field.of(label)
                .ifPresentOrElse(
                        field -> headings.put(heading, field), () -> mistakes.add("There is no field " + label + ".")));
        if (!mistakes.isEmpty()) {
            mistakes.forEach(err::println);
            return 1;
        }
        if (!folder && headings.isEmpty()) {
            try {
                headings.putAll(Headings.of(place).guess());
            } catch (UnreadableSource unreadable) {
                err.println(report.say(unreadable.reason(), Locale.getDefault()));
                return 1;
            }
            headings.forEach((heading, field) -> out.println(heading + " is read as " + field.label()));
        }
        String name = place.toAbsolutePath().normalize().getFileName().toString();
        ImportPlan plan = new ImportPlan(
                folder ? ImportPlan.Kind.FOLDER : ImportPlan.Kind.SHEET,
                trial ? ImportPlan.Mode.TRY : ImportPlan.Mode.LOAD,
                source == null ? name : source,
                publisher.orElseThrow().id(),
                headings,
                columns,
                column,
                formedOn,
                oldSite);
        return finished(imports.note(plan, name, place.toRealPath(), "command:import"), out, err);
    }

    private int finished(long id, PrintWriter out, PrintWriter err) throws IOException {
        Told told = new Told(out);
        run.run(id, told::at);
        ImportJob job = imports.find(id).orElseThrow();
        while (job.open()) {
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 1;
            }
            told.at(job.read());
            job = imports.find(id).orElseThrow();
        }
        out.printf(
                "%s%,d rows: %,d %s, %,d known before, %,d refused.%n",
                trial ? "Trial. " : "",
                job.read(),
                job.taken(),
                trial ? "could be taken" : "taken",
                job.known(),
                job.refused());
        if (reportFile != null) {
            try (Writer to = Files.newBufferedWriter(reportFile)) {
                report.write(id, Locale.getDefault(), to);
            }
        }
        out.flush();
        if (job.failure() != null) {
            err.println(report.say(job.failure(), Locale.getDefault()));
            return 1;
        }
        return job.refused() == 0 ? 0 : SOME_REFUSED;
    }

    /** Tells at most once a second how far it is. */
    private static final class Told {

        private final PrintWriter out;
        private long last = System.nanoTime();

        Told(PrintWriter out) {
            this.out = out;
        }

        void at(long rows) {
            long now = System.nanoTime();
            if (now - last > 1_000_000_000) {
                last = now;
                out.printf("%,d rows%n", rows);
                out.flush();
            }
        }
    }
}
