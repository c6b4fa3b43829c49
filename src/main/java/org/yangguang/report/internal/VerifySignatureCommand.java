package org.yangguang.report.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yangguang.platform.Program;
import org.yangguang.platform.Sm3;
import org.yangguang.platform.StandaloneCommand;
import org.yangguang.report.internal.Manifest.SignedFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

/** Checks the signature of a frozen report and the files that belong to it, without the program that made them. */
@Command(
        name = "verify-signature",
        description = {
            "Checks that the files of an annual report are those that were signed when it was frozen.",
            "Files that lie beside signature.json under their names are checked, or those that are named."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the signature is right, and so is every file",
            "1:something was changed",
            "2:the signature cannot be read, or there is no file to check"
        })
public class VerifySignatureCommand implements StandaloneCommand {

    private static final int RIGHT = 0;
    private static final int CHANGED = 1;
    private static final int UNREADABLE = 2;
    private static final long LARGEST = 1 << 20;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SIGNATURE", description = "The file signature.json of the report.")
    Path signature = Path.of("signature.json");

    @Parameters(index = "1..*", paramLabel = "FILE", description = "Files of the report; those beside it by default.")
    List<Path> files = new ArrayList<>();

    @Option(
            names = "--key",
            paramLabel = "PEM",
            description = "The public key of the site, got from a place that you trust; without it only the"
                    + " fingerprint of the key in the signature is shown.")
    @Nullable
    Path key;

    @Override
    public int run(Program program) throws IOException {
        try {
            return verify();
        } catch (NoSuchFileException e) {
            return unreadable("There is no file " + e.getMessage() + ".");
        }
    }

    private int verify() throws IOException {
        if (Files.size(signature) > LARGEST) {
            return unreadable(signature + " is too large for a signature.");
        }
        Signature read;
        Manifest manifest;
        try {
            read = Signature.read(Files.readAllBytes(signature));
            manifest = Manifest.read(read.manifest());
            Objects.requireNonNull(read.value());
            Objects.requireNonNull(read.key());
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return unreadable(signature + " is no signature of a report.");
        }
        byte[] trusted = read.key();
        if (key != null) {
            Optional<byte[]> given = Pem.read("PUBLIC KEY", Files.readString(key));
            if (given.isEmpty()) {
                return unreadable(key + " holds no PUBLIC KEY.");
            }
            trusted = given.get();
        }
        if (!Sm2.verifies(read.manifest(), read.value(), trusted)) {
            boolean other = key != null && !Arrays.equals(trusted, read.key());
            out().println(
                            other
                                    ? "CHANGED: it was not signed with the key of " + key + "."
                                    : "CHANGED: the signature is wrong.");
            return CHANGED;
        }
        out().println(manifest.title());
        out().println("Frozen at " + manifest.frozenAt() + ", content " + manifest.content());
        out().println("Signed with the key " + Sm3.hex(trusted) + (key == null ? " (compare it with the site's)" : ""));
        return files(manifest);
    }

    private int files(Manifest manifest) throws IOException {
        int code = RIGHT;
        List<Path> given = files.isEmpty()
                ? manifest.files().stream()
                        .map(each -> signature
                                .toAbsolutePath()
                                .resolveSibling(
                                        String.valueOf(Path.of(each.name()).getFileName())))
                        .filter(Files::exists)
                        .toList()
                : files;
        for (Path file : given) {
            String name = String.valueOf(file.getFileName());
            String hash = hash(file);
            Optional<SignedFile> signed = manifest.files().stream()
                    .filter(each -> each.name().equals(name) || each.sm3().equals(hash))
                    .findFirst();
            boolean right = signed.isPresent() && signed.get().sm3().equals(hash);
            out().println((right ? "RIGHT    " : signed.isPresent() ? "CHANGED  " : "UNKNOWN  ") + file);
            code = right ? code : CHANGED;
        }
        if (given.isEmpty()) {
            out().println("None of the report's files is here: "
                    + String.join(
                            ", ",
                            manifest.files().stream().map(SignedFile::name).toList()));
            return UNREADABLE;
        }
        return code;
    }

    private static String hash(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return Sm3.hex(bytes);
        }
    }

    private int unreadable(String sentence) {
        Objects.requireNonNull(spec).commandLine().getErr().println(sentence);
        return UNREADABLE;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
