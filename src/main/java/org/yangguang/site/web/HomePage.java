package org.yangguang.site.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yangguang.site.HomeSection;
import org.yangguang.site.Page;

/** The first page: what is new, what people look for, how to request, the figures, who discloses. */
@Controller
class HomePage {

    private final List<HomeSection> sections;
    private final TemplateEngine templates;
    private final Pages pages;

    HomePage(List<HomeSection> sections, TemplateEngine templates, Pages pages) {
        this.sections = sections;
        this.templates = templates;
        this.pages = pages;
    }

    @GetMapping("/")
    String home(HttpServletRequest request, Model model) {
        Page page = pages.of(request);
        Map<HomeSection.Place, Content> places = new EnumMap<>(HomeSection.Place.class);
        for (HomeSection section : sections) {
            Map<String, Object> parameters = new HashMap<>(section.model());
            parameters.put("page", page);
            Content content = output -> templates.render(section.template() + ".jte", parameters, output);
            places.merge(section.place(), content, (first, second) -> output -> {
                first.writeTo(output);
                second.writeTo(output);
            });
        }
        model.addAttribute("places", places);
        return "site/home";
    }
}
