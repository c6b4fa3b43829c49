package org.yangguang.delivery.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.yangguang.delivery.DeliveryProperties;
import org.yangguang.delivery.internal.PageCache;
import org.yangguang.platform.WhenServing;
import org.yangguang.site.KeptPages;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class DeliveryConfiguration {

    /** Puts the filter before all others: before the session is looked for, and before the headers are thought of. */
    @Bean
    @WhenServing
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ServletContextInitializer pageFilter(
            PageCache cache, KeptPaths paths, DeliveryProperties properties, MeterRegistry meters) {
        return context -> context.addFilter("pages", new PageFilter(cache, paths, properties, meters))
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }

    /** The server of the site answers kept pages itself; that of monitoring has none. */
    @Bean
    @WhenServing
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> keptPagesFirst(ObjectProvider<KeptAnswers> answers) {
        return factory -> {
            factory.setProtocol(KeptPageProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof KeptPageProtocol protocol) {
                    protocol.answerFrom(answers.getObject());
                }
            });
        };
    }

    @Bean
    KeptPages keptSitePages() {
        return KeptPages.of(Set.of("/", "/about", "/data", "/robots.txt"), Set.of());
    }
}
