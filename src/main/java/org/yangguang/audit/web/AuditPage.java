package org.yangguang.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.audit.AuditLog;
import org.yangguang.audit.AuditTrail;
import org.yangguang.audit.Head;
import org.yangguang.audit.Verdict;
import org.yangguang.site.ConsoleEntry;

/** Where the audit administrator looks entries up, checks the chain and takes it away. */
@Controller
class AuditPage {

    static final String ROLE = "ROLE_AUDIT_ADMINISTRATOR";
    static final String PATH = "/console/audit";
    static final String VERIFIED = "audit.verified";
    private static final int PAGE = 50;

    private final AuditLog log;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AuditPage(AuditLog log, AuditTrail trail, PlatformTransactionManager transactions, Clock clock) {
        this.log = log;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @ModelAttribute
    void onlyForAuditAdministrators(HttpServletRequest request) {
        if (!request.isUserInRole(ROLE)) {
            throw new AccessDeniedException("the audit chain is for audit administrators");
        }
    }

    @GetMapping(PATH)
    String entries(SearchForm form, Model model) {
        DateTimeFormatter time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(clock.getZone());
        List<AuditRow> rows = log.newest(form.filter(clock.getZone()), PAGE + 1).stream()
                .map(entry -> new AuditRow(entry, time.format(entry.at())))
                .toList();
        model.addAttribute("form", form);
        model.addAttribute("rows", rows.subList(0, Math.min(PAGE, rows.size())));
        model.addAttribute("more", rows.size() > PAGE);
        model.addAttribute("head", log.head());
        return "audit/entries";
    }

    @PostMapping(PATH + "/verify")
    String verify(SearchForm form, RedirectAttributes next) {
        List<Head> expected = List.of();
        if (!form.expectText().isBlank()) {
            try {
                expected = List.of(Head.parse(form.expectText()));
            } catch (IllegalArgumentException e) {
                next.addFlashAttribute("badExpectation", form.expectText());
                return "redirect:" + PATH;
            }
        }
        Verdict verdict = log.verify(expected);
        transaction.executeWithoutResult(
                status -> trail.record(VERIFIED, "audit.entry:" + log.head().seq(), null, verdict.toString()));
        next.addFlashAttribute("verdict", verdict);
        return "redirect:" + PATH;
    }

    /** Streamed, so that a chain of any length can be taken away. */
    @GetMapping(PATH + "/export")
    void export(HttpServletResponse response) throws IOException {
        transaction.executeWithoutResult(status ->
                trail.record("audit.exported", "audit.entry:" + log.head().seq(), null, null));
        response.setContentType("application/x-ndjson;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit-" + LocalDate.now(clock) + ".jsonl\"");
        try (Writer target = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            log.export(target);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        ConsoleEntry auditConsoleEntry() {
            return new ConsoleEntry("audit.title", PATH, 900, Set.of(ROLE));
        }
    }
}
