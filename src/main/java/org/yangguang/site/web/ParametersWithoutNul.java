package org.yangguang.site.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Takes U+0000 out of everything that is sent in an address or a form. Nobody can type it, no text of PostgreSQL can hold it, and whoever pastes it by
 * accident must not lose the rest of what they wrote.
 */
@Configuration(proxyBeanMethods = false)
class ParametersWithoutNul {

    @Bean
    FilterRegistrationBean<Filter> withoutNul() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(
                (request, response, chain) -> chain.doFilter(new Plain((HttpServletRequest) request), response));
        filter.setName("parametersWithoutNul");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    private static String plain(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    private static final class Plain extends HttpServletRequestWrapper {

        Plain(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null ? null : plain(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : each(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> all = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, values) -> all.put(name, each(values)));
            return Collections.unmodifiableMap(all);
        }

        private static String[] each(String[] values) {
            return Arrays.stream(values).map(ParametersWithoutNul::plain).toArray(String[]::new);
        }
    }
}
