package org.yangguang.disclosure.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yangguang.disclosure.VisibilityGate;

/** Says who may keep a copy of a public page: nobody when its reader sees more than everybody does. */
@Configuration(proxyBeanMethods = false)
class Keeping implements WebMvcConfigurer {

    private final VisibilityGate gate;

    Keeping(VisibilityGate gate) {
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        boolean anybody = gate.reader().equals(gate.anybody());
                        response.setHeader(HttpHeaders.CACHE_CONTROL, anybody ? "no-cache" : "private, no-store");
                        return true;
                    }
                })
                .excludePathPatterns("/console", "/console/**", "/assets/**", "/webjars/**", "/files/**", "/error");
    }
}
