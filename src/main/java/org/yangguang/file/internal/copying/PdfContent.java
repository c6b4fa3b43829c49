package org.yangguang.file.internal.copying;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites what a page draws: content of hidden layers, every mark around content and whatever no operator draws go. Of its resources
 * only those stay that are drawn with, and of each only what says how it is drawn.
 */
final class PdfContent {

    /** ISO 32000-1, annex A. What is written around an operator that is not one of them is not drawn. */
    private static final Set<String> OPERATORS =
            Set.of(("b B b* B* BI BT BX c cm CS cs d d0 d1 Do EI ET EX f F f* G g gs h i ID j J K k l m M n q Q re RG"
                            + " rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"")
                    .split(" "));

    private static final Set<String> SHOWING = Set.of("Tj", "TJ", "'", "\"");

    /** What a page is drawn with (ISO 32000-1, table 33); each is a dictionary of names. */
    private static final Set<String> RESOURCES =
            Set.of("ExtGState", "ColorSpace", "Pattern", "Shading", "XObject", "Font");

    /** Dictionaries whose keys are names that the document chose. */
    private static final Set<String> NAMES = Set.of("CharProcs", "Colorants", "Solidities", "DotFunction");

    /**
     * Every key that says how something is drawn: streams, functions, fonts, colours, images, forms, patterns, shadings and states of
     * ISO 32000-1, clauses 7 to 11. Programs write much else into the same dictionaries: where a picture came from, who made it, pages.
     */
    private static final Set<String> DRAWING = Set.of(("""
            Type Subtype S Length Filter DecodeParms
            Predictor Colors Columns EarlyChange K EndOfLine EncodedByteAlign Rows EndOfBlock BlackIs1 JBIG2Globals ColorTransform
            FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Functions Bounds
            BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode DescendantFonts CIDSystemInfo DW W DW2 W2 CIDToGIDMap
            FontBBox FontMatrix CharProcs Resources BaseEncoding Differences Registry Ordering Supplement CMapName WMode UseCMap
            FontName FontFamily FontStretch FontWeight Flags ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth
            MaxWidth MissingWidth FontFile FontFile2 FontFile3 Length1 Length2 Length3 Style Panose
            WhitePoint BlackPoint Gamma Matrix Alternate Colorants Process MixingHints ColorSpace Components Solidities PrintingOrder
            DotFunction
            Width Height BitsPerComponent Intent ImageMask Mask Interpolate SMask SMaskInData Matte
            FormType BBox Group G I
            PatternType PaintType TilingType XStep YStep Shading ExtGState
            ShadingType Background AntiAlias Function Coords Extend BitsPerCoordinate BitsPerFlag VerticesPerRow
            LW LC LJ ML D RI OP op OPM Font BG BG2 UCR UCR2 TR TR2 FL SM SA BM CA ca AIS TK BC""").split("\\s+"));

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
        return tokens(kept);
    }

    private static byte[] tokens(List<Object> tokens) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ContentStreamWriter(bytes).writeTokens(tokens);
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
                    if (drawn
                            && OPERATORS.contains(operator.getName())
                            && !hiddenObject(operator, operands, resources)) {
                        if (!SHOWING.contains(operator.getName())) {
                            operands.removeIf(each -> each instanceof COSString || each instanceof COSDictionary);
                        }
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

    /** A form or a font of drawings without resources draws with those of its page; it gets its own before the page's are pruned. */
    private static void lend(@Nullable COSDictionary resources) {
        if (resources == null) {
            return;
        }
        for (COSName kind : List.of(COSName.XOBJECT, COSName.FONT)) {
            COSDictionary named = resources.getCOSDictionary(kind);
            for (COSName name : named == null ? Set.<COSName>of() : named.keySet()) {
                if (named.getDictionaryObject(name) instanceof COSDictionary drawn
                        && drawn.getCOSDictionary(COSName.RESOURCES) == null
                        && (COSName.FORM.equals(drawn.getCOSName(COSName.SUBTYPE))
                                || drawn.containsKey(COSName.CHAR_PROCS))) {
                    drawn.setItem(COSName.RESOURCES, new COSDictionary(resources));
                }
            }
        }
    }

    private static void prune(@Nullable COSDictionary resources, Set<COSName> named) {
        if (resources == null) {
            return;
        }
        for (COSName kind : List.copyOf(resources.keySet())) {
            if (RESOURCES.contains(kind.getName())
                    && resources.getDictionaryObject(kind) instanceof COSDictionary of
                    && !(of instanceof COSStream)) {
                COSDictionary used = new COSDictionary();
                for (COSName name : of.keySet()) {
                    if (named.contains(name)
                            || (kind.equals(COSName.COLORSPACE)
                                    && name.getName().startsWith("Default"))) {
                        used.setItem(name, of.getItem(name));
                    }
                }
                resources.setItem(kind, used);
            } else {
                resources.removeItem(kind);
            }
        }
    }

    /** Goes through what a page draws with: streams that draw are rewritten, and nothing stays that does not draw. */
    void cleanResources(COSDictionary resources) throws IOException {
        resources(resources, 0);
    }

    /** Leaves of a page's group only how it is mixed with the paper. */
    void cleanGroup(COSDictionary group) throws IOException {
        clean(group, 0);
    }

    private void resources(@Nullable COSDictionary resources, int depth) throws IOException {
        if (resources != null) {
            for (COSName kind : resources.keySet()) {
                values(resources.getCOSDictionary(kind), depth);
            }
        }
    }

    private void values(@Nullable COSDictionary names, int depth) throws IOException {
        if (names != null) {
            for (COSName name : names.keySet()) {
                clean(names.getDictionaryObject(name), depth + 1);
            }
        }
    }

    private void clean(@Nullable COSBase base, int depth) throws IOException {
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
        for (COSName key : List.copyOf(dictionary.keySet())) {
            if (!DRAWING.contains(key.getName())) {
                dictionary.removeItem(key);
            }
        }
        if (dictionary instanceof COSStream stream && draws(stream)) {
            redraw(stream);
        }
        COSDictionary signs = dictionary.getCOSDictionary(COSName.CHAR_PROCS);
        if (signs != null) {
            redrawSigns(dictionary, signs);
        }
        for (COSName key : List.copyOf(dictionary.keySet())) {
            if (key.equals(COSName.RESOURCES)) {
                resources(dictionary.getCOSDictionary(key), depth + 1);
            } else if (NAMES.contains(key.getName())) {
                values(dictionary.getCOSDictionary(key), depth + 1);
            } else {
                clean(dictionary.getDictionaryObject(key), depth + 1);
            }
        }
    }

    /** A font of drawings: each sign is a content stream, and all draw with the resources of the font. */
    private void redrawSigns(COSDictionary font, COSDictionary signs) throws IOException {
        COSDictionary own = font.getCOSDictionary(COSName.RESOURCES);
        COSDictionary copy = own == null ? new COSDictionary() : new COSDictionary(own);
        lend(copy);
        Set<COSName> named = new HashSet<>();
        for (COSName sign : signs.keySet()) {
            if (signs.getDictionaryObject(sign) instanceof COSStream stream) {
                List<Object> kept = new ArrayList<>();
                filter(content(stream), copy, kept, named);
                write(stream, tokens(kept));
            }
        }
        prune(copy, named);
        font.setItem(COSName.RESOURCES, copy);
    }

    private void redraw(COSStream stream) throws IOException {
        COSDictionary own = stream.getCOSDictionary(COSName.RESOURCES);
        COSDictionary copy = own == null ? null : new COSDictionary(own);
        write(stream, rewrite(content(stream), copy));
        if (copy != null) {
            stream.setItem(COSName.RESOURCES, copy);
        }
    }

    private static byte[] content(COSStream stream) throws IOException {
        try (InputStream in = stream.createInputStream()) {
            return in.readAllBytes();
        }
    }

    private static void write(COSStream stream, byte[] content) throws IOException {
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        }
    }

    private static boolean draws(COSStream stream) {
        return COSName.FORM.equals(stream.getCOSName(COSName.SUBTYPE)) || stream.getInt(COSName.PATTERN_TYPE) == 1;
    }
}
