package org.yangguang.site.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.yangguang.site.NavigationEntry;
import org.yangguang.site.SiteIdentity;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteIdentity.class)
class SiteConfiguration implements WebMvcConfigurer {

    @Bean
    TemplateEngine templateEngine() {
        TemplateEngine templates =
                TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.yangguang.pages");
        templates.setBinaryStaticContent(false);
        return templates;
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("lang");
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Bean
    NavigationEntry homeEntry() {
        return new NavigationEntry("site.home", "/", 0);
    }

    @Bean
    NavigationEntry dataEntry() {
        return new NavigationEntry("site.data", "/data", 70);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
    }
}
