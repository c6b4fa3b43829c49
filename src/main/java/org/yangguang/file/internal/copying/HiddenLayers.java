package org.yangguang.file.internal.copying;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** The optional content groups of a PDF that a reader does not show when it opens the file. */
final class HiddenLayers {

    private static final COSName OCGS = COSName.getPDFName("OCGs");

    private final Map<COSDictionary, String> hidden = new IdentityHashMap<>();

    HiddenLayers(PDDocument document) {
        COSDictionary properties = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.OCPROPERTIES);
        if (properties == null) {
            return;
        }
        COSDictionary shown = properties.getCOSDictionary(COSName.D);
        boolean off = shown != null && COSName.OFF.equals(shown.getCOSName(COSName.BASE_STATE));
        if (off) {
            groups(properties.getCOSArray(OCGS)).forEach(this::hide);
        }
        if (shown != null) {
            groups(shown.getCOSArray(COSName.OFF)).forEach(this::hide);
            groups(shown.getCOSArray(COSName.ON)).forEach(hidden::remove);
        }
    }

    private void hide(COSDictionary group) {
        hidden.put(group, group.getString(COSName.NAME, ""));
    }

    Map<COSDictionary, String> all() {
        return hidden;
    }

    /** Whether what carries this membership is not shown; a membership by expression counts as its groups. */
    boolean hides(@Nullable COSBase membership) {
        if (!(membership instanceof COSDictionary dictionary)) {
            return false;
        }
        if (hidden.containsKey(dictionary)) {
            return true;
        }
        COSBase groups = dictionary.getDictionaryObject(OCGS);
        if (groups instanceof COSDictionary one) {
            return hidden.containsKey(one);
        }
        Set<COSDictionary> members = groups(groups instanceof COSArray array ? array : null);
        String policy = dictionary.getNameAsString(COSName.P, "AnyOn");
        long off = members.stream().filter(hidden::containsKey).count();
        return !members.isEmpty()
                && switch (policy) {
                    case "AllOn" -> off > 0;
                    case "AnyOff" -> off == 0;
                    case "AllOff" -> off < members.size();
                    default -> off == members.size();
                };
    }

    private static Set<COSDictionary> groups(@Nullable COSArray array) {
        Set<COSDictionary> groups = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; array != null && i < array.size(); i++) {
            if (array.getObject(i) instanceof COSDictionary group) {
                groups.add(group);
            }
        }
        return groups;
    }
}
