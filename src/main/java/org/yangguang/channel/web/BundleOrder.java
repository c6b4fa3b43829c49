package org.yangguang.channel.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the order of a form in which a number stands before each entry; an entry without one is dropped. */
final class BundleOrder {

    private BundleOrder() {}

    private record Placed(long delivery, int place) {}

    static List<Long> of(List<Long> kept, List<String> places, List<Long> added) {
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < kept.size() && i < places.size(); i++) {
            String place = places.get(i).strip();
            if (place.matches("\\d{1,4}")) {
                placed.add(new Placed(kept.get(i), Integer.parseInt(place)));
            }
        }
        List<Long> order = new ArrayList<>(placed.stream()
                .sorted(Comparator.comparingInt(Placed::place))
                .map(Placed::delivery)
                .toList());
        order.addAll(added);
        return order;
    }
}
