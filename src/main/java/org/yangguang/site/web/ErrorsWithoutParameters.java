package org.yangguang.site.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.yangguang.site.ChosenParameters;

/**
 * The page that tells of an error sees nothing of what was sent: where that could not be read, because it was too large or broken, reading it again fails again and
 * the reader would be told nothing.
 */
@Configuration(proxyBeanMethods = false)
class ErrorsWithoutParameters {

    @Bean
    FilterRegistrationBean<Filter> errorsWithoutWhatWasSent() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) ->
                chain.doFilter(new ChosenParameters((HttpServletRequest) request, Map.of()), response));
        filter.setName("errorsWithoutWhatWasSent");
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.ERROR));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
