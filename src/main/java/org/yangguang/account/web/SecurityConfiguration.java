package org.yangguang.account.web;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.yangguang.account.AccessTokens;
import org.yangguang.account.AccountProperties;
import org.yangguang.account.FirstAdministrator;
import org.yangguang.account.Role;
import org.yangguang.account.internal.SignIn;
import org.yangguang.site.OpenForms;

/** What is open, what needs an officer, and what every answer carries. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountProperties.class)
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self'; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String PERMISSIONS_POLICY =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    /** The API keeps no session: each request stands for itself. */
    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(HttpSecurity http, AccessTokens tokens) throws Exception {
        ApiRefusals refusals = new ApiRefusals();
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/report-checks")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new BearerTokens(tokens, refusals), AnonymousAuthenticationFilter.class)
                .headers(SecurityConfiguration::headers)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain siteSecurity(
            HttpSecurity http,
            Interruptions interruptions,
            CsrfTokenRepository csrfTokens,
            SecurityContextRepository contexts,
            SessionRegistry sessions,
            SignIn signIn,
            AccountProperties properties,
            List<OpenForms> openForms)
            throws Exception {
        String[] open =
                openForms.stream().flatMap(forms -> forms.paths().stream()).toArray(String[]::new);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                SignInPages.PATH, SignInPages.PATH + "/**", FirstAdministrator.PATH)
                        .permitAll()
                        .requestMatchers("/console/accounts", "/console/accounts/**")
                        .hasAuthority(Role.SECURITY_ADMINISTRATOR.authority())
                        .requestMatchers(
                                "/console/organs", "/console/organs/**", "/console/regions", "/console/regions/**")
                        .hasAnyAuthority(
                                Role.SYSTEM_ADMINISTRATOR.authority(),
                                Role.DISTRICT_OFFICE.authority(),
                                Role.DISCLOSURE_OFFICE.authority())
                        .requestMatchers("/console", "/console/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .securityContext(context -> context.securityContextRepository(contexts))
                // Checking a report changes nothing and keeps nothing; what is done below /on-request rests on a code
                // or a signed form, never on a cookie; a mail program leaves a list by the secret in the address (RFC
                // 8058).
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .ignoringRequestMatchers("/report-check", "/on-request/**", "/subscriptions/leave/*")
                        .ignoringRequestMatchers(open))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .sessionManagement(session -> session.maximumSessions(properties.sessions())
                        .sessionRegistry(sessions)
                        .expiredSessionStrategy(interruptions))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(interruptions).accessDeniedHandler(interruptions))
                .logout(logout -> logout.logoutUrl("/console/sign-out").logoutSuccessUrl(SignInPages.PATH + "?out"))
                .addFilterBefore(new RunningSession(signIn, interruptions), AuthorizationFilter.class)
                .headers(SecurityConfiguration::headers)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        // Public pages and assets decide for themselves how long they may be kept.
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        PathPatternRequestMatcher.pathPattern("/console/**"), new CacheControlHeadersWriter()))
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY));
    }

    /** Requests are measured as a whole; a measurement of each filter of each request costs more than the filters. */
    @Bean
    SecurityObservationSettings noFilterMeasurements() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        return new HttpSessionCsrfTokenRepository();
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    /** Tells the registry of sessions when one ends. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    /** Keeps the framework from making a user of its own; nobody signs in by it. */
    @Bean
    UserDetailsService noOtherUsers() {
        return login -> {
            throw new UsernameNotFoundException(login);
        };
    }
}
