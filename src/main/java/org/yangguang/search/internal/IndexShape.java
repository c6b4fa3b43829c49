package org.yangguang.search.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.lucene.util.Version;

/** What an index looks like inside, as a short name; an index of another shape cannot be used. */
final class IndexShape {

    /** Changes with the fields of {@link IndexedDocument}, with {@link ChineseAnalysis#VERSION} and with Lucene's major version. */
    static final String NAME = name();

    private IndexShape() {}

    private static String name() {
        String fields = Arrays.stream(IndexedDocument.class.getDeclaredFields())
                .filter(field -> !java.lang.reflect.Modifier.isStatic(field.getModifiers()))
                .sorted(Comparator.comparing(Field::getName))
                .map(field -> field.getName() + " " + field.getGenericType() + " "
                        + sorted(Arrays.stream(field.getAnnotations()).map(IndexShape::text)))
                .collect(Collectors.joining("\n"));
        String shape = "lucene " + Version.LATEST.major + "\nanalysis " + ChineseAnalysis.VERSION + "\n" + fields;
        CRC32 sum = new CRC32();
        sum.update(shape.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }

    /** The annotation with its plain values in a fixed order, which {@code toString()} does not promise. */
    private static String text(Annotation annotation) {
        return annotation.annotationType().getName()
                + sorted(Arrays.stream(annotation.annotationType().getDeclaredMethods())
                        .filter(member -> !member.getReturnType().isAnnotation())
                        .map(member -> member.getName() + "=" + value(annotation, member)));
    }

    private static String value(Annotation annotation, Method member) {
        try {
            return Arrays.deepToString(new Object[] {member.invoke(annotation)});
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sorted(Stream<String> texts) {
        return texts.sorted().toList().toString();
    }
}
