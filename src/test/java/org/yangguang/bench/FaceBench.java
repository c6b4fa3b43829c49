package org.yangguang.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.yangguang.file.Carried;
import org.yangguang.file.Copying;
import org.yangguang.file.FileKind;
import org.yangguang.file.PublicCopies;

/**
 * Whether public copies of office files still open in an office program and look the same: a folder of files is copied, LibreOffice
 * prints originals and copies, and their pages are compared dot by dot. Arguments: the folder, and where to put copies and prints.
 */
public final class FaceBench {

    private static final int DOTS = 50;
    private static final int UNLIKE = 64;
    private static final int PORTION = 20;
    private static final Map<String, FileKind> KINDS = Map.of(
            "docx", FileKind.WORD,
            "docm", FileKind.WORD_WITH_MACROS,
            "xlsx", FileKind.SHEET,
            "xlsm", FileKind.SHEET_WITH_MACROS,
            "pptx", FileKind.SLIDES,
            "pptm", FileKind.SLIDES_WITH_MACROS);

    private FaceBench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2) {
            System.out.println("FaceBench FOLDER-OF-OFFICE-FILES FOLDER-FOR-RESULTS (needs soffice)");
            return;
        }
        Path target = Path.of(arguments[1]);
        Path originals = Files.createDirectories(target.resolve("original"));
        Path copies = Files.createDirectories(target.resolve("copy"));
        Map<String, List<Carried>> carried = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.sorted().toList()) {
                copy(file, originals, copies, carried);
            }
        }
        print(originals);
        print(copies);
        int same = 0;
        for (Map.Entry<String, List<Carried>> each : carried.entrySet()) {
            String difference = difference(pdf(originals, each.getKey()), pdf(copies, each.getKey()));
            same += difference.isEmpty() ? 1 : 0;
            if (!difference.isEmpty()) {
                System.out.printf(
                        "%s: %s %s%n",
                        each.getKey(),
                        difference,
                        each.getValue().stream().map(Carried::what).toList());
            }
        }
        System.out.printf("%d copies, %d of them look the same on every page%n", carried.size(), same);
    }

    private static void copy(Path file, Path originals, Path copies, Map<String, List<Carried>> carried)
            throws IOException {
        String name = file.getFileName().toString();
        FileKind kind = KINDS.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (kind == null) {
            return;
        }
        Path copy = copies.resolve(name);
        Copying outcome = PublicCopies.copy(file, kind, copy);
        if (outcome instanceof Copying.Copied copied) {
            carried.put(name, copied.carried());
            Files.copy(file, originals.resolve(name));
        } else if (outcome instanceof Copying.Refused refused) {
            System.out.println(name + ": refused " + refused.reasons());
            Files.deleteIfExists(copy);
        }
    }

    /** In small portions, because the program gives up all that is left when it stumbles over one. */
    private static void print(Path folder) throws IOException, InterruptedException {
        List<String> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
        for (int from = 0; from < files.size(); from += PORTION) {
            List<String> command = new ArrayList<>(List.of(
                    "soffice",
                    "-env:UserInstallation="
                            + folder.toAbsolutePath()
                                    .getParent()
                                    .resolve("profile")
                                    .toUri(),
                    "--headless",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    folder.resolve("pdf").toString()));
            command.addAll(files.subList(from, Math.min(files.size(), from + PORTION)));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.getParent().resolve("print.log").toFile())
                    .start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        }
    }

    private static Path pdf(Path folder, String name) {
        return folder.resolve("pdf").resolve(name.substring(0, name.lastIndexOf('.')) + ".pdf");
    }

    private static String difference(Path original, Path copy) throws IOException {
        if (!Files.exists(original)) {
            return Files.exists(copy) ? "only the copy opens" : "neither opens";
        }
        if (!Files.exists(copy)) {
            return "THE COPY DOES NOT OPEN";
        }
        try (PDDocument before = Loader.loadPDF(original.toFile());
                PDDocument after = Loader.loadPDF(copy.toFile())) {
            int pages = before.getNumberOfPages();
            if (pages != after.getNumberOfPages()) {
                return pages + " pages became " + after.getNumberOfPages();
            }
            StringBuilder differences = new StringBuilder();
            for (int page = 0; page < Math.min(pages, 30); page++) {
                double share = unlike(
                        new PDFRenderer(before).renderImageWithDPI(page, DOTS, ImageType.GRAY),
                        new PDFRenderer(after).renderImageWithDPI(page, DOTS, ImageType.GRAY));
                if (share > 0) {
                    differences.append(String.format(Locale.ROOT, "page %d %.2f %% ", page + 1, 100 * share));
                }
            }
            return differences.toString();
        }
    }

    private static double unlike(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return 1;
        }
        int unlike = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                unlike += Math.abs((one.getRGB(x, y) & 255) - (other.getRGB(x, y) & 255)) > UNLIKE ? 1 : 0;
            }
        }
        return (double) unlike / one.getWidth() / one.getHeight();
    }
}
