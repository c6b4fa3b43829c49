package org.yangguang.engagement.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.ItemId;
import org.yangguang.topic.TopicMaterial;
import org.yangguang.topic.TopicMaterial.Piece;

/** Items as the reader of the running request may see them, found by what was typed or by number. */
@Component
public class ItemTitles {

    private static final String ITEM = "item";

    private final List<TopicMaterial> materials;

    ItemTitles(List<TopicMaterial> materials) {
        this.materials = materials;
    }

    /** The item whose address, number, index number or document number was typed. */
    public Optional<ItemId> typed(String text) {
        return materials.stream()
                .filter(material -> material.kind().equals(ITEM))
                .flatMap(material -> material.reference(text).stream())
                .map(reference -> new ItemId(Long.parseLong(reference)))
                .findFirst();
    }

    public Map<ItemId, Piece> of(Collection<ItemId> items) {
        List<String> references = items.stream()
                .map(item -> String.valueOf(item.value()))
                .distinct()
                .toList();
        Map<ItemId, Piece> found = new HashMap<>();
        materials.stream().filter(material -> material.kind().equals(ITEM)).forEach(material -> material.pieces(
                        references)
                .forEach((reference, piece) -> found.put(new ItemId(Long.parseLong(reference)), piece)));
        return found;
    }
}
