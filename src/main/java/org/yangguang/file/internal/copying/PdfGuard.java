package org.yangguang.file.internal.copying;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.yangguang.file.internal.reading.BadContent;
import org.yangguang.file.internal.reading.ChineseFonts;

/** Opens a PDF of unknown origin: every stream is inflated once and counted before anything keeps one in memory. */
public final class PdfGuard {

    static final int MOST_PAGES = 10_000;
    private static final int MOST_OBJECTS = 2_000_000;
    private static final long MOST_OF_ONE = 256L << 20;
    private static final long MOST_PIXELS = 120_000_000;

    private PdfGuard() {}

    public static PDDocument open(Path pdf) throws IOException, BadContent {
        ChineseFonts.use();
        PDDocument document;
        try {
            document = Loader.loadPDF(pdf.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache());
        } catch (InvalidPasswordException e) {
            throw new BadContent("file.document.encrypted");
        } catch (IOException | RuntimeException e) {
            throw new BadContent("file.document.damaged");
        }
        try {
            document.setAllSecurityToBeRemoved(true);
            count(document);
            int pages = document.getNumberOfPages();
            if (pages > MOST_PAGES) {
                throw new BadContent("file.copy.pages", MOST_PAGES);
            }
            if (pages == 0) {
                throw new BadContent("file.document.damaged");
            }
            return document;
        } catch (BadContent | IOException e) {
            document.close();
            throw e;
        } catch (RuntimeException e) {
            document.close();
            throw new BadContent("file.document.damaged");
        }
    }

    private static void count(PDDocument document) throws IOException, BadContent {
        if (document.getDocument().getXrefTable().size() > MOST_OBJECTS) {
            throw new BadContent("file.document.bomb");
        }
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            COSObject object = document.getDocument().getObjectFromPool(key);
            if (object != null && object.getObject() instanceof COSStream stream) {
                stream(stream);
            }
        }
    }

    private static void stream(COSStream stream) throws BadContent {
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
                && (long) stream.getInt(COSName.WIDTH) * stream.getInt(COSName.HEIGHT) > MOST_PIXELS) {
            throw new BadContent("file.document.bomb");
        }
        int flates = flates(stream.getFilters());
        if (flates == 0) {
            return;
        }
        byte[] bytes = new byte[65_536];
        long inflated = 0;
        try (InputStream raw = stream.createRawInputStream()) {
            InputStream plain = raw;
            for (int i = 0; i < flates; i++) {
                plain = new InflaterInputStream(plain);
            }
            for (int read = plain.read(bytes); read >= 0; read = plain.read(bytes)) {
                inflated += read;
                if (inflated > MOST_OF_ONE) {
                    throw new BadContent("file.document.bomb");
                }
            }
        } catch (IOException damaged) {
            // a reader shows what it can of it; so far it was small
        }
    }

    /** How many times it is deflated before another filter follows. */
    private static int flates(COSBase filters) {
        if (flate(filters)) {
            return 1;
        }
        int flates = 0;
        if (filters instanceof COSArray array) {
            while (flates < array.size() && flate(array.getObject(flates))) {
                flates++;
            }
        }
        return flates;
    }

    private static boolean flate(COSBase filter) {
        return COSName.FLATE_DECODE.equals(filter) || COSName.FLATE_DECODE_ABBREVIATION.equals(filter);
    }
}
