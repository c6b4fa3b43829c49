package org.yangguang.statistics.internal;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;
import org.yangguang.statistics.SchemeMistake;

/** What is wrong with a scheme file, each with its line. */
final class Mistakes {

    private final String file;
    private final List<String> found = new ArrayList<>();

    Mistakes(String file) {
        this.file = file;
    }

    void add(Node node, String reason) {
        add(node.getStartMark().getLine() + 1, reason);
    }

    void add(int line, String reason) {
        found.add(place(line) + ": " + reason);
    }

    String place(int line) {
        return file + ":" + line;
    }

    void refuse() {
        if (!found.isEmpty()) {
            throw new SchemeMistake(found);
        }
    }
}
