package org.yangguang.audit.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.yangguang.audit.AuditLog;
import org.yangguang.audit.Head;
import org.yangguang.audit.Verdict;
import org.yangguang.audit.internal.ExportReader.Unreadable;
import org.yangguang.platform.Program;
import org.yangguang.platform.StandaloneCommand;
import org.yangguang.platform.StartFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Checks the chain in the database or, without any database, in an export. */
@Command(
        name = "audit verify",
        description = "Checks the whole audit chain and names the first broken entry.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the chain is intact", "1:the chain is broken", "2:the chain or the arguments cannot be read"
        })
public class VerifyCommand implements StandaloneCommand {

    private static final int INTACT = 0;
    private static final int BROKEN = 1;
    private static final int UNREADABLE = 2;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--file",
            paramLabel = "EXPORT",
            description = "Check this export instead of the database; neither database nor program is needed.")
    @Nullable
    Path file;

    @Option(
            names = "--expect",
            paramLabel = "SEQ:HASH",
            converter = Place.class,
            description = "A place of the chain that was noted down outside; may be given more than once.")
    List<Head> expected = new ArrayList<>();

    @Override
    public int run(Program program) {
        try {
            Verdict verdict = file == null ? program.bean(AuditLog.class).verify(expected) : verify(file);
            return report(verdict);
        } catch (NoSuchFileException e) {
            return unreadable("There is no file " + e.getMessage() + ".");
        } catch (Unreadable e) {
            return unreadable(file + ", " + e.getMessage() + ".");
        } catch (IOException | RuntimeException e) {
            return unreadable("The chain cannot be read. " + reason(e));
        }
    }

    /** The sentence meant for the operator, when there is one. */
    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartFailure) {
                return String.valueOf(cause.getMessage());
            }
        }
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
    }

    private Verdict verify(Path export) throws IOException, Unreadable {
        try (Reader source = Files.newBufferedReader(export)) {
            return ExportReader.verify(source, expected);
        }
    }

    private int report(Verdict verdict) {
        if (verdict instanceof Verdict.Broken broken) {
            out().println("BROKEN at entry " + broken.seq() + ": "
                    + broken.fault().sentence() + ".");
            out().println("Intact entries before it: " + broken.entries());
            return BROKEN;
        }
        Verdict.Intact intact = (Verdict.Intact) verdict;
        out().println("INTACT, entries checked: " + intact.entries());
        out().println("Head: " + intact.head());
        return INTACT;
    }

    private int unreadable(String sentence) {
        PrintWriter err = spec == null
                ? new PrintWriter(System.err, true)
                : spec.commandLine().getErr();
        err.println(sentence);
        return UNREADABLE;
    }

    private PrintWriter out() {
        return spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
    }

    static final class Place implements ITypeConverter<Head> {
        @Override
        public Head convert(String text) {
            try {
                return Head.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
