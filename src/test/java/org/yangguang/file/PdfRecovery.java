package org.yangguang.file;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;

/** Tries to get out of a PDF whatever is in it: its bytes, every object, every stream unpacked, every text. */
public final class PdfRecovery {

    private PdfRecovery() {}

    public static String everything(byte[] pdf) throws IOException {
        StringBuilder all = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            all.append(new PDFTextStripper().getText(document));
            for (COSObjectKey key :
                    List.copyOf(document.getDocument().getXrefTable().keySet())) {
                COSObject object = document.getDocument().getObjectFromPool(key);
                append(object.getObject(), all, 0);
            }
        }
        return all.toString();
    }

    /** Every picture in the file, also those that no page shows. */
    static List<BufferedImage> images(byte[] pdf) throws IOException {
        List<BufferedImage> images = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (COSObjectKey key :
                    List.copyOf(document.getDocument().getXrefTable().keySet())) {
                if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream
                        && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                    images.add(new PDImageXObject(new PDStream(stream), null).getImage());
                }
            }
        }
        return images;
    }

    private static void append(COSBase base, StringBuilder all, int depth) throws IOException {
        if (base instanceof COSString text) {
            all.append(text.getString()).append('\n').append(text.getASCII()).append('\n');
        } else if (base instanceof COSDictionary dictionary && depth < 6) {
            if (dictionary instanceof COSStream stream && !COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                try (InputStream plain = stream.createInputStream()) {
                    all.append(new String(plain.readAllBytes(), StandardCharsets.ISO_8859_1))
                            .append('\n');
                }
            }
            for (COSName key : dictionary.keySet()) {
                all.append(key.getName()).append('\n');
                if (!(dictionary.getItem(key) instanceof COSObject)) {
                    append(dictionary.getItem(key), all, depth + 1);
                }
            }
        } else if (base instanceof org.apache.pdfbox.cos.COSArray array && depth < 6) {
            for (COSBase each : array) {
                append(each, all, depth + 1);
            }
        }
    }
}
