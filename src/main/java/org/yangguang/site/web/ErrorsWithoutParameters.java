package org.yangguang.site.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * The page that tells of an error sees nothing of what was sent: where that could not be read, because it was too large or broken, reading it again fails again and
 * the reader would be told nothing.
 */
@Configuration(proxyBeanMethods = false)
class ErrorsWithoutParameters {

    @Bean
    FilterRegistrationBean<jakarta.servlet.Filter> errorsWithoutWhatWasSent() {
        FilterRegistrationBean<jakarta.servlet.Filter> filter = new FilterRegistrationBean<>(
                (request, response, chain) -> chain.doFilter(new Nothing((HttpServletRequest) request), response));
        filter.setName("errorsWithoutWhatWasSent");
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.ERROR));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    private static final class Nothing extends HttpServletRequestWrapper {

        Nothing(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Collection<Part> getParts() {
            return List.of();
        }
    }
}
