package org.yangguang.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.yangguang.topic.TopicMaterial.Piece;
import org.yangguang.topic.internal.TopicTable;

/** Topics as readers see them. */
@Service
public class Topics {

    private final TopicTable table;
    private final List<TopicMaterial> materials;

    Topics(TopicTable table, List<TopicMaterial> materials) {
        this.table = table;
        this.materials = materials;
    }

    /** What a topic has collected of one kind, the newest first. */
    public record Group(String kind, String label, List<Entry> entries) {}

    public record Entry(String reference, Piece piece) {}

    /** Open topics, then closed ones, each the newest first. */
    public List<Topic> all() {
        return table.all().stream()
                .filter(topic -> topic.state() != Topic.State.PREPARED)
                .toList();
    }

    public Optional<Topic> find(String code) {
        return table.byCode(code).filter(topic -> topic.state() != Topic.State.PREPARED);
    }

    /** What the reader of the running request may see of it. */
    public List<Group> groups(Topic topic) {
        Map<String, List<String>> references = table.references(topic.id());
        List<Group> groups = new ArrayList<>();
        for (TopicMaterial material : materials) {
            List<Entry> entries =
                    material.pieces(references.getOrDefault(material.kind(), List.of())).entrySet().stream()
                            .map(each -> new Entry(each.getKey(), each.getValue()))
                            .sorted(Comparator.comparing(
                                            (Entry entry) -> entry.piece().on())
                                    .reversed()
                                    .thenComparing(Entry::reference))
                            .toList();
            if (!entries.isEmpty()) {
                groups.add(new Group(material.kind(), material.label(), entries));
            }
        }
        return groups;
    }

    /** Topics that have collected this thing, for its own page. */
    public List<Topic> of(String kind, String reference) {
        return table.of(kind, reference).stream()
                .filter(topic -> topic.state() != Topic.State.PREPARED)
                .toList();
    }
}
