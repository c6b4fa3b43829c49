package org.yangguang.notify.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.audit.AuditTrail;
import org.yangguang.notify.Message;
import org.yangguang.notify.Messages;
import org.yangguang.notify.internal.MessageTable;
import org.yangguang.site.ConsoleEntry;

/** Where the system administrator sees what could not be delivered, and has it sent again or settles it. */
@Controller
class MessagePages {

    static final String ROLE = "ROLE_SYSTEM_ADMINISTRATOR";
    static final String PATH = "/console/messages";
    private static final int MOST = 200;

    private final MessageTable table;
    private final Messages messages;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MessagePages(
            MessageTable table,
            Messages messages,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.messages = messages;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @ModelAttribute
    void onlyForSystemAdministrators(HttpServletRequest request) {
        if (!request.isUserInRole(ROLE)) {
            throw new AccessDeniedException("messages are for system administrators");
        }
    }

    @GetMapping(PATH)
    String list(Model model) {
        List<MessageRow> rows = table.troubled(MOST).stream()
                .map(line -> new MessageRow(line, minute(line.createdAt()), minute(line.dueAt())))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("mail", messages.offered(Message.Way.EMAIL));
        model.addAttribute("sms", messages.offered(Message.Way.SMS));
        return "notify/messages";
    }

    @PostMapping(PATH + "/{id}")
    String act(@PathVariable long id, @RequestParam String then, RedirectAttributes said) {
        boolean again = then.equals("again");
        Boolean done = transaction.execute(status -> {
            boolean changed = table.settle(id, again ? "WAITING" : "SETTLED");
            if (changed) {
                audit.record(again ? "message.sent-again" : "message.settled", "notify.message:" + id, null, null);
            }
            return changed;
        });
        said.addFlashAttribute(
                "done",
                !Boolean.TRUE.equals(done) ? "notify.overtaken" : again ? "notify.again.done" : "notify.settle.done");
        return "redirect:" + PATH;
    }

    private String minute(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(clock.getZone())
                .format(instant);
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        ConsoleEntry messagesConsoleEntry() {
            return new ConsoleEntry("notify.title", PATH, 850, Set.of(ROLE));
        }
    }
}
