package org.yangguang.site.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Whatever went wrong, told in the reader's language: what happened, why, what to do. Interface calls get the same as a problem
 * document (RFC 9457). Nothing of the machinery is shown.
 */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final ErrorWords words;

    ErrorPages(ErrorWords words) {
        this.words = words;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        int status = status(request);
        response.setStatus(status);
        if (status >= 500) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (status == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        }
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/")) {
            return problem(status, path, RequestContextUtils.getLocale(request));
        }
        return new ModelAndView("site/error").addObject("status", status).addObject("kind", ErrorWords.kind(status));
    }

    private ResponseEntity<ProblemDetail> problem(int status, String path, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        words.tell(problem, locale);
        problem.setInstance(URI.create(path));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static int status(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (status >= 500 && cause instanceof Throwable thrown && DatabaseSilence.behind(thrown)) {
            log.error("the database does not answer: {}", thrown.getMessage());
            return HttpStatus.SERVICE_UNAVAILABLE.value();
        }
        if (status >= 500 && cause instanceof Throwable thrown && FullStorage.behind(thrown)) {
            log.error("there is no room left: {}", thrown.getMessage());
            return HttpStatus.INSUFFICIENT_STORAGE.value();
        }
        if (status >= 500 && cause instanceof Throwable thrown && brokenForm(thrown)) {
            return HttpStatus.BAD_REQUEST.value();
        }
        if (status >= 500 && cause instanceof Throwable thrown) {
            log.error(
                    "{} {} failed",
                    request.getMethod(),
                    request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                    thrown);
        }
        return status;
    }

    /** What came as a form with files was none, or broke off. */
    private static boolean brokenForm(Throwable thrown) {
        return Causes.any(thrown, MultipartException.class::isInstance);
    }
}
