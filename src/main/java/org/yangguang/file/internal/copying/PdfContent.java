package org.yangguang.file.internal.copying;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites what a page draws: content of hidden layers and every mark around content go, and of its resources only those stay that are
 * drawn with.
 */
final class PdfContent {

    private static final List<COSName> BESIDE = List.of(
            COSName.METADATA,
            COSName.getPDFName("PieceInfo"),
            COSName.getPDFName("LastModified"),
            COSName.OC,
            COSName.getPDFName("AF"),
            COSName.STRUCT_PARENT,
            COSName.STRUCT_PARENTS,
            COSName.getPDFName("OPI"),
            COSName.getPDFName("Measure"),
            COSName.getPDFName("PtData"),
            COSName.getPDFName("Alternates"),
            COSName.getPDFName("Ref"));

    private final HiddenLayers layers;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    PdfContent(HiddenLayers layers) {
        this.layers = layers;
    }

    /** Tokens of a content stream without what is not shown; {@code resources} loses what they do not name. */
    byte[] rewrite(byte[] content, @Nullable COSDictionary resources) throws IOException {
        List<Object> kept = new ArrayList<>();
        Set<COSName> named = new HashSet<>();
        lend(resources);
        filter(content, resources, kept, named);
        prune(resources, named);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length);
        new ContentStreamWriter(bytes).writeTokens(kept);
        return bytes.toByteArray();
    }

    private void filter(byte[] content, @Nullable COSDictionary resources, List<Object> kept, Set<COSName> named)
            throws IOException {
        PDFStreamParser parser = new PDFStreamParser(content);
        Deque<Boolean> marks = new ArrayDeque<>();
        List<Object> operands = new ArrayList<>();
        int hiding = 0;
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (!(token instanceof Operator operator)) {
                operands.add(token);
                continue;
            }
            switch (operator.getName()) {
                case OperatorName.BEGIN_MARKED_CONTENT_SEQ, OperatorName.BEGIN_MARKED_CONTENT -> {
                    boolean hidden = hides(operands, resources);
                    marks.push(hidden);
                    hiding += hidden ? 1 : 0;
                }
                case OperatorName.END_MARKED_CONTENT -> hiding -= !marks.isEmpty() && marks.pop() ? 1 : 0;
                case OperatorName.MARKED_CONTENT_POINT, OperatorName.MARKED_CONTENT_POINT_WITH_PROPS -> {}
                default -> {
                    boolean drawn = hiding == 0 || keepsState(operator.getName());
                    if (drawn && !hiddenObject(operator, operands, resources)) {
                        operands.stream()
                                .filter(COSName.class::isInstance)
                                .map(COSName.class::cast)
                                .forEach(named::add);
                        if (operator.getImageParameters() != null) {
                            operator.getImageParameters().getValues().stream()
                                    .filter(COSName.class::isInstance)
                                    .map(COSName.class::cast)
                                    .forEach(named::add);
                        }
                        kept.addAll(operands);
                        kept.add(operator);
                    }
                }
            }
            operands.clear();
        }
    }

    private boolean hides(List<Object> operands, @Nullable COSDictionary resources) {
        if (operands.size() < 2 || !COSName.OC.equals(operands.get(0))) {
            return false;
        }
        Object properties = operands.get(1);
        COSDictionary known = resources == null ? null : resources.getCOSDictionary(COSName.PROPERTIES);
        return properties instanceof COSName name
                ? known != null && layers.hides(known.getDictionaryObject(name))
                : layers.hides((COSBase) properties);
    }

    /** What moves the state of the page also counts for what is shown behind the hidden part. */
    private static boolean keepsState(String operator) {
        return switch (operator) {
            case "q",
                    "Q",
                    "cm",
                    "w",
                    "J",
                    "j",
                    "M",
                    "d",
                    "ri",
                    "i",
                    "gs",
                    "BT",
                    "ET",
                    "Tc",
                    "Tw",
                    "Tz",
                    "TL",
                    "Tf",
                    "Tr",
                    "Ts",
                    "Td",
                    "TD",
                    "Tm",
                    "T*",
                    "CS",
                    "cs",
                    "SC",
                    "SCN",
                    "sc",
                    "scn",
                    "G",
                    "g",
                    "RG",
                    "rg",
                    "K",
                    "k" -> true;
            default -> false;
        };
    }

    private boolean hiddenObject(Operator operator, List<Object> operands, @Nullable COSDictionary resources) {
        if (!OperatorName.DRAW_OBJECT.equals(operator.getName()) || resources == null || operands.isEmpty()) {
            return false;
        }
        COSDictionary objects = resources.getCOSDictionary(COSName.XOBJECT);
        return objects != null
                && operands.get(0) instanceof COSName name
                && objects.getDictionaryObject(name) instanceof COSDictionary object
                && layers.hides(object.getDictionaryObject(COSName.OC));
    }

    /** A form without resources draws with those of its page; it gets its own before the page's are pruned. */
    private static void lend(@Nullable COSDictionary resources) {
        COSDictionary objects = resources == null ? null : resources.getCOSDictionary(COSName.XOBJECT);
        if (resources == null || objects == null) {
            return;
        }
        for (COSName name : objects.keySet()) {
            if (objects.getDictionaryObject(name) instanceof COSStream form
                    && COSName.FORM.equals(form.getCOSName(COSName.SUBTYPE))
                    && form.getCOSDictionary(COSName.RESOURCES) == null) {
                form.setItem(COSName.RESOURCES, new COSDictionary(resources));
            }
        }
    }

    private static void prune(@Nullable COSDictionary resources, Set<COSName> named) {
        if (resources == null) {
            return;
        }
        resources.removeItem(COSName.PROPERTIES);
        for (COSName kind : List.copyOf(resources.keySet())) {
            if (resources.getDictionaryObject(kind) instanceof COSDictionary of && !(of instanceof COSStream)) {
                COSDictionary used = new COSDictionary();
                for (COSName name : of.keySet()) {
                    if (named.contains(name)
                            || (kind.equals(COSName.COLORSPACE)
                                    && name.getName().startsWith("Default"))) {
                        used.setItem(name, of.getItem(name));
                    }
                }
                resources.setItem(kind, used);
            }
        }
    }

    /** Goes through everything that can be reached from {@code base}: streams that draw are rewritten, what stands beside goes. */
    void clean(@Nullable COSBase base, int depth) throws IOException {
        if (base == null
                || depth > 200
                || !(base instanceof COSDictionary || base instanceof COSArray)
                || !seen.add(base)) {
            return;
        }
        if (base instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                clean(array.getObject(i), depth + 1);
            }
            return;
        }
        COSDictionary dictionary = (COSDictionary) base;
        BESIDE.forEach(dictionary::removeItem);
        if (dictionary instanceof COSStream stream && draws(stream)) {
            COSDictionary own = stream.getCOSDictionary(COSName.RESOURCES);
            COSDictionary copy = own == null ? null : new COSDictionary(own);
            byte[] content;
            try (var in = stream.createInputStream()) {
                content = in.readAllBytes();
            }
            byte[] rewritten = rewrite(content, copy);
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(rewritten);
            }
            if (copy != null) {
                stream.setItem(COSName.RESOURCES, copy);
            }
        }
        for (COSName key : List.copyOf(dictionary.keySet())) {
            if (!key.equals(COSName.PARENT)) {
                clean(dictionary.getDictionaryObject(key), depth + 1);
            }
        }
        dictionary.removeItem(COSName.PARENT);
    }

    private static boolean draws(COSStream stream) {
        return COSName.FORM.equals(stream.getCOSName(COSName.SUBTYPE)) || stream.getInt(COSName.PATTERN_TYPE) == 1;
    }
}
