package org.yangguang.request.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yangguang.request.ProactiveDrafts;
import org.yangguang.topic.TopicMaterial;

/**
 * Requests as others may link to them: by the number of the application, once its reply stands in the log of replies. What is linked is that reply, without the applicant.
 */
@Component
public class ReleasedReplies implements TopicMaterial {

    private final LearningTable table;
    private final ProactiveDrafts drafts;

    ReleasedReplies(LearningTable table, ProactiveDrafts drafts) {
        this.table = table;
        this.drafts = drafts;
    }

    @Override
    public String kind() {
        return "request";
    }

    @Override
    public String label() {
        return "request.released";
    }

    @Override
    public Optional<String> reference(String typed) {
        String number = typed.strip();
        return pieces(List.of(number)).containsKey(number) ? Optional.of(number) : Optional.empty();
    }

    @Override
    public Map<String, Piece> pieces(Collection<String> references) {
        Map<String, Long> items = table.released(references);
        Map<Long, ProactiveDrafts.Item> visible = drafts.visible(items.values()).stream()
                .collect(Collectors.toMap(ProactiveDrafts.Item::item, Function.identity()));
        Map<String, Piece> pieces = new HashMap<>();
        items.forEach((number, id) -> {
            ProactiveDrafts.Item item = visible.get(id);
            if (item != null) {
                pieces.put(number, new Piece(item.title(), item.href(), item.from(), item.on()));
            }
        });
        return pieces;
    }
}
