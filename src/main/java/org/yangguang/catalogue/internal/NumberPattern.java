package org.yangguang.catalogue.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yangguang.catalogue.Reason;
import org.yangguang.organ.Organ;

/**
 * How an organ's index numbers are made: literal signs and the placeholders {@code {organ}} (its code), {@code {region}},
 * {@code {yyyy}} and one serial number such as {@code {5}}, the digit being its least width.
 */
public record NumberPattern(String text) {

    private static final Pattern SERIAL = Pattern.compile("\\{([1-9])}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");
    private static final Pattern LITERAL = Pattern.compile("[\\p{L}\\p{N}/\\-.()〔〕（）]*");

    /** Why the text is no pattern, all reasons at once; empty when it is one. */
    public static List<Reason> defects(String text) {
        List<Reason> defects = new ArrayList<>();
        Matcher serial = SERIAL.matcher(text);
        int serials = 0;
        boolean setOff = true;
        while (serial.find()) {
            serials++;
            setOff &= serial.start() > 0 && isSign(text.charAt(serial.start() - 1));
            setOff &= serial.end() == text.length() || isSign(text.charAt(serial.end()));
        }
        if (serials != 1) {
            defects.add(new Reason("catalogue.scheme.defect.serial"));
        }
        if (!setOff) {
            defects.add(new Reason("catalogue.scheme.defect.setOff"));
        }
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            String name = placeholder.group();
            if (!SERIAL.matcher(name).matches()
                    && !List.of("{organ}", "{region}", "{yyyy}").contains(name)) {
                defects.add(new Reason("catalogue.scheme.defect.placeholder", name));
            }
        }
        if (!text.contains("{yyyy}")) {
            defects.add(new Reason("catalogue.scheme.defect.year"));
        }
        if (!LITERAL.matcher(placeholder.replaceAll("")).matches()) {
            defects.add(new Reason("catalogue.scheme.defect.signs"));
        }
        if (text.startsWith("/") || text.startsWith("-")) {
            defects.add(new Reason("catalogue.scheme.defect.prefix"));
        }
        if (text.length() > 60) {
            defects.add(new Reason("catalogue.scheme.defect.long", 60));
        }
        return defects;
    }

    private static boolean isSign(char each) {
        return !Character.isLetterOrDigit(each) && each != '{' && each != '}';
    }

    /** The pattern filled in but for its serial number. */
    public NumberStem of(Organ organ, int year) {
        return of(organ.code(), organ.regionCode(), year);
    }

    /** As above, for an organ that is only thought of. */
    public NumberStem of(String organCode, String regionCode, int year) {
        Matcher serial = SERIAL.matcher(text);
        if (!serial.find()) {
            throw new IllegalStateException("The pattern " + text + " has no serial number.");
        }
        String stem = text.substring(0, serial.start()) + NumberStem.GAP + text.substring(serial.end());
        return new NumberStem(
                stem.replace("{organ}", organCode)
                        .replace("{region}", regionCode)
                        .replace("{yyyy}", Integer.toString(year)),
                Integer.parseInt(serial.group(1)));
    }

    /**
     * A number with a gap in place of its serial; numbers of one stem are counted together, whichever organs use it.
     *
     * @param text with {@link #GAP} where the serial number goes
     * @param width least number of digits
     */
    public record NumberStem(String text, int width) {

        static final String GAP = "{#}";

        public String number(long serial) {
            return text.replace(GAP, String.format("%0" + width + "d", serial));
        }
    }
}
