package org.yangguang.request.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yangguang.request.internal.RequestFigures;
import org.yangguang.site.HomeSection;

/** Beside the figures of what is disclosed: how many applications came in, and how soon they were answered. */
@Component
class RequestHome implements HomeSection {

    private final RequestFigures figures;
    private final Clock clock;

    RequestHome(RequestFigures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.FIGURES;
    }

    @Override
    public String template() {
        return "request/home-figures";
    }

    @Override
    public Map<String, Object> model() {
        return figures.latest(LocalDate.now(clock))
                .map(year -> Map.<String, Object>of("figures", year))
                .orElse(Map.of());
    }
}
