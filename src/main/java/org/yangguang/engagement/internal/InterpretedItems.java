package org.yangguang.engagement.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.disclosure.BesideItem;
import org.yangguang.disclosure.ItemId;
import org.yangguang.engagement.Interpretation;
import org.yangguang.topic.TopicMaterial.Piece;

/** An item and its interpretation show each other, and an item shows the affairs that are linked to it. */
@Configuration(proxyBeanMethods = false)
class InterpretedItems {

    @Bean
    BesideItem interpretationsOfItem(InterpretationTable table, ItemTitles titles) {
        return item -> {
            List<Interpretation> explaining = table.explaining(item);
            Map<ItemId, Piece> seen =
                    titles.of(explaining.stream().map(Interpretation::item).toList());
            List<BesideItem.Link> links = new ArrayList<>();
            for (Interpretation each : explaining) {
                Piece piece = seen.get(each.item());
                if (piece != null) {
                    links.add(new BesideItem.Link(piece.title(), piece.href(), "engagement.form." + each.form()));
                }
            }
            return section("engagement.interpretations", links);
        };
    }

    @Bean
    BesideItem itemThatIsExplained(InterpretationTable table, ItemTitles titles) {
        return item -> {
            List<BesideItem.Link> links = new ArrayList<>();
            table.find(item).ifPresent(link -> {
                Piece piece = titles.of(List.of(link.explains())).get(link.explains());
                if (piece != null) {
                    links.add(new BesideItem.Link(piece.title(), piece.href(), ""));
                }
                if (!link.recording().isEmpty()) {
                    links.add(new BesideItem.Link(link.recording(), link.recording(), "engagement.form.VIDEO"));
                }
            });
            return section("engagement.explained", links);
        };
    }

    @Bean
    BesideItem affairsOfItem(AffairTable affairs) {
        return item -> section(
                "engagement.interaction",
                affairs.linking("item", String.valueOf(item.value())).stream()
                        .map(affair -> new BesideItem.Link(
                                affair.title(), affair.href(), "engagement.AffairKind." + affair.kind()))
                        .toList());
    }

    private static Optional<BesideItem.Section> section(String heading, List<BesideItem.Link> links) {
        return links.isEmpty() ? Optional.empty() : Optional.of(new BesideItem.Section(heading, List.copyOf(links)));
    }
}
