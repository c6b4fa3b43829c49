package org.yangguang.file.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Draws the Chinese words of a PDF that names a font without bringing it along, also where the machine has no Chinese font: with the
 * machine's font of that name, otherwise with the one that comes with the program. Without it such words would be missing on every picture.
 */
public final class ChineseFonts implements FontMapper {

    private static final String FONT = "/fonts/NotoSerifSC-Regular.ttf";
    private static final Set<String> ORDERINGS = Set.of("GB1", "Identity");

    private final FontMapper machine;
    private @Nullable TrueTypeFont own;

    private ChineseFonts(FontMapper machine) {
        this.machine = machine;
    }

    /** From now on in this process. */
    public static synchronized void use() {
        FontMapper current = FontMappers.instance();
        if (!(current instanceof ChineseFonts)) {
            FontMappers.set(new ChineseFonts(current));
        }
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
        return machine.getTrueTypeFont(name, descriptor);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
        return machine.getFontBoxFont(name, descriptor);
    }

    @Override
    public CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, PDCIDSystemInfo signs) {
        CIDFontMapping found = machine.getCIDFont(name, descriptor, signs);
        boolean chinese = signs != null && ORDERINGS.contains(signs.getOrdering());
        return chinese && (found == null || found.isFallback()) ? new CIDFontMapping(null, own(), true) : found;
    }

    private synchronized TrueTypeFont own() {
        TrueTypeFont loaded = own;
        if (loaded == null) {
            try (InputStream bytes = Objects.requireNonNull(ChineseFonts.class.getResourceAsStream(FONT))) {
                loaded = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            own = loaded;
        }
        return loaded;
    }
}
