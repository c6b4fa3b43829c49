package org.yangguang.disclosure.internal;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.platform.PlatformProperties;
import org.yangguang.topic.TopicMaterial;
import org.yangguang.visit.PageNames;

/** Items for those who know only addresses and references: topics collect them, visits are counted for their pages. */
@Component
public class NamedItems implements TopicMaterial, PageNames {

    public static final String KIND = "item";

    /** The page of an item, alone or at the end of an absolute address. */
    private static final Pattern ADDRESS = Pattern.compile("(?:(?:https?://[^/]+)?/items/)?([1-9]\\d{0,17})/?");

    private final PublishedItems items;
    private final VisibilityGate gate;
    private final ZoneId zone;

    NamedItems(PublishedItems items, VisibilityGate gate, PlatformProperties platform) {
        this.items = items;
        this.gate = gate;
        this.zone = platform.zone();
    }

    /** The item whose address, number, index number or document number was typed, as the reader of the running request may see it. */
    public Optional<Listed> typed(String text) {
        Matcher address = ADDRESS.matcher(text.strip());
        return address.matches()
                ? items.find(new ItemId(Long.parseLong(address.group(1))), gate.reader())
                : items.byNumber(text.strip(), gate.reader());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String label() {
        return "disclosure.topic.items";
    }

    @Override
    public Optional<String> reference(String typed) {
        return typed(typed).map(item -> String.valueOf(item.item().value()));
    }

    @Override
    public Map<String, Piece> pieces(Collection<String> references) {
        return seen(references)
                .collect(Collectors.toMap(
                        item -> String.valueOf(item.item().value()),
                        item -> new Piece(
                                item.title(),
                                item.href(),
                                item.organName(),
                                item.publishedAt().atZone(zone).toLocalDate())));
    }

    @Override
    public Map<String, String> of(Collection<String> paths) {
        Map<String, String> numbers = new HashMap<>();
        paths.stream().filter(path -> path.startsWith("/items/")).forEach(path -> number(path)
                .ifPresent(number -> numbers.put(number, path)));
        return seen(numbers.keySet())
                .collect(Collectors.toMap(
                        item -> Objects.requireNonNull(
                                numbers.get(String.valueOf(item.item().value()))),
                        Listed::title));
    }

    /** The items of these pages, in the order of the pages, as far as the reader may see them. */
    public List<Listed> ofPages(List<String> paths) {
        List<String> numbers =
                paths.stream().flatMap(path -> number(path).stream()).toList();
        Map<String, Listed> seen = seen(numbers)
                .collect(Collectors.toMap(item -> String.valueOf(item.item().value()), Function.identity()));
        return numbers.stream()
                .flatMap(each -> Optional.ofNullable(seen.get(each)).stream())
                .toList();
    }

    private static Optional<String> number(String path) {
        Matcher address = ADDRESS.matcher(path);
        return path.startsWith("/items/") && address.matches() ? Optional.of(address.group(1)) : Optional.empty();
    }

    private java.util.stream.Stream<Listed> seen(Collection<String> numbers) {
        return items.some(numbers.stream().map(Long::valueOf).toList(), gate.reader()).stream();
    }
}
