package org.yangguang.site.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Renders a view name such as {@code disclosure/item} with the precompiled template of that name. */
@Component
class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine templates;
    private final Pages pages;

    JteViews(TemplateEngine templates, Pages pages) {
        this.templates = templates;
        this.pages = pages;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        return templates.hasTemplate(template) ? new JteView(template) : null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private final class JteView implements View {
        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            Map<String, Object> parameters = new HashMap<>();
            if (model != null) {
                model.forEach((key, value) -> {
                    if (value != null && !key.contains(".")) {
                        parameters.put(key, value);
                    }
                });
            }
            parameters.put("page", pages.of(request));
            Utf8ByteOutput output = new Utf8ByteOutput();
            templates.render(template, parameters, output);
            response.setContentType(getContentType());
            // A template is hundreds of small pieces, and each would pass through all filters of its own.
            byte[] page = output.toByteArray();
            response.setContentLength(page.length);
            response.getOutputStream().write(page);
        }
    }
}
