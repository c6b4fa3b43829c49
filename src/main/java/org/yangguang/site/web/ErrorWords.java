package org.yangguang.site.web;

import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** What is said about a status: what happened, why, what to do. */
@Component
class ErrorWords {

    private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 405, 406, 413, 415, 429, 500, 503, 507);

    private final MessageSource texts;

    ErrorWords(MessageSource texts) {
        this.texts = texts;
    }

    /** The status whose sentences fit: its own, or that of its class. */
    static int kind(int status) {
        if (EXPLAINED.contains(status)) {
            return status;
        }
        return status >= 500 ? 500 : 400;
    }

    void tell(ProblemDetail problem, Locale locale) {
        int kind = kind(problem.getStatus());
        problem.setTitle(text(kind, "title", locale));
        problem.setDetail(text(kind, "why", locale) + text(kind, "do", locale));
    }

    private String text(int kind, String part, Locale locale) {
        return texts.getMessage("site.error." + kind + "." + part, null, locale);
    }
}
