package org.yangguang.intake.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.Reason;

/** Rows of a sheet that are not empty, its headings first, read one by one: memory does not grow with the sheet. */
interface SheetRows extends Closeable {

    /** Null at the end. */
    @Nullable
    SheetRow next();

    @Override
    void close();

    /**
     * @param number counted as the program does that shows the sheet, from 1
     * @param cells texts by position; absent ones are empty
     * @param refusals what makes the row unreadable
     */
    record SheetRow(long number, Map<Integer, String> cells, List<Reason> refusals, List<Reason> warnings) {

        static SheetRow of(long number, List<String> cells) {
            Map<Integer, String> texts = new TreeMap<>();
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isBlank()) {
                    texts.put(i, cells.get(i));
                }
            }
            return new SheetRow(number, texts, List.of(), List.of());
        }

        static SheetRow refused(long number, Reason reason) {
            return new SheetRow(number, Map.of(), List.of(reason), List.of());
        }

        boolean empty() {
            return cells.isEmpty() && refusals.isEmpty();
        }

        /** The texts as a list without gaps. */
        List<String> texts() {
            int last = cells.isEmpty() ? -1 : Collections.max(cells.keySet());
            List<String> all = new ArrayList<>();
            for (int i = 0; i <= last; i++) {
                all.add(cells.getOrDefault(i, "").strip());
            }
            return all;
        }
    }

    /** Opens a file as what it is, whatever its name says. */
    static SheetRows open(Path file) {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(8);
        } catch (IOException e) {
            throw new UnreadableSource("intake.unreadable.file");
        }
        if (start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
            return new XlsxRows(file);
        }
        if (start.length >= 4 && start[0] == (byte) 0xD0 && start[1] == (byte) 0xCF && start[2] == 0x11) {
            throw new UnreadableSource("intake.unreadable.oldExcel");
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            throw new UnreadableSource("intake.unreadable.notExcel");
        }
        return new CsvRows(file);
    }
}
