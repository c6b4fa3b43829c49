package org.yangguang.file;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.yangguang.file.internal.reading.CleanName;

/** Names under which files are shown and saved: never a path, without signs that a file system reserves, without hidden signs. */
public final class FileNames {

    private FileNames() {}

    /** A clean name whose ending tells what the file is by its content. */
    public static String fitting(String name, StoredFile file) {
        String clean = CleanName.of(name);
        List<String> endings = FileKind.of(file).map(FileKind::endings).orElse(List.of());
        if (endings.isEmpty() || endings.contains(CleanName.ending(clean))) {
            return clean;
        }
        boolean another = Optional.of(CleanName.ending(clean))
                .filter(ending -> List.of(FileKind.values()).stream()
                        .anyMatch(kind -> kind.endings().contains(ending)))
                .isPresent();
        String stem = another ? clean.substring(0, clean.lastIndexOf('.')) : clean;
        return stem + "." + endings.get(0);
    }

    /** The name, or with a number behind it when it is taken: {@code 名单(2).xlsx}. */
    public static String distinct(String name, Collection<String> taken) {
        String candidate = name;
        int dot = name.lastIndexOf('.');
        for (int number = 2; taken.contains(candidate); number++) {
            candidate = dot < 0
                    ? name + "(" + number + ")"
                    : name.substring(0, dot) + "(" + number + ")" + name.substring(dot);
        }
        return candidate;
    }
}
