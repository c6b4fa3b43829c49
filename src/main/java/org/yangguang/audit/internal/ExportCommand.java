package org.yangguang.audit.internal;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.AuditLog;
import org.yangguang.audit.AuditTrail;
import org.yangguang.audit.Head;
import org.yangguang.platform.Program;
import org.yangguang.platform.StandaloneCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives the chain away, to be kept or checked elsewhere. */
@Command(
        name = "audit export",
        description =
                "Writes the whole audit chain to a new file, one JSON object a line, for \"audit verify --file\".")
public class ExportCommand implements StandaloneCommand {

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist yet.")
    @Nullable
    Path file;

    @Override
    public int run(Program program) throws IOException {
        Path target = java.util.Objects.requireNonNull(file);
        Head head;
        try (Writer writer = Files.newBufferedWriter(target, StandardOpenOption.CREATE_NEW)) {
            head = program.bean(AuditLog.class).export(writer);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(target + " exists already.", e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(target);
            throw e;
        }
        AuditTrail trail = program.bean(AuditTrail.class);
        new TransactionTemplate(program.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> trail.record(
                        "command:audit export", "audit.exported", "audit.entry:" + head.seq(), null, null));
        java.util.Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println("Entries written: " + head.seq() + System.lineSeparator() + "Head: " + head);
        return 0;
    }
}
