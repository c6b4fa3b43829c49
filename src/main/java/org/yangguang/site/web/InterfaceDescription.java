package org.yangguang.site.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.site.SiteIdentity;

/** Head of the description of the interface at {@code /api/v1/openapi.json}. */
@Configuration(proxyBeanMethods = false)
class InterfaceDescription {

    private static final String ABOUT = """
            Reading needs no key: lists answer {"total", "page", "size", "items"}, each item with its public url. Errors are problem \
            documents (RFC 9457) that name every wrong parameter. Writing needs an access token with the scope that the operation asks \
            for, sent as "Authorization: Bearer …".""";

    @Bean
    OpenAPI openApi(SiteIdentity site) {
        return new OpenAPI()
                .info(new Info().title(site.name()).version("1").description(ABOUT))
                .servers(List.of(new Server().url(site.url())));
    }
}
