package org.yangguang.site.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.yangguang.site.BadParameters;

/** What the interface answers to a call that it cannot understand: a problem document (RFC 9457) with every error. */
@RestControllerAdvice(annotations = RestController.class)
class ApiProblems extends ResponseEntityExceptionHandler {

    private final MessageSource texts;
    private final ErrorWords words;

    ApiProblems(MessageSource texts, ErrorWords words) {
        this.texts = texts;
        this.words = words;
    }

    @ExceptionHandler(BadParameters.class)
    ResponseEntity<ProblemDetail> badParameters(BadParameters bad, HttpServletRequest request, Locale locale) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(bad.errors(), URI.create(request.getRequestURI()), locale));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(mismatch.getPropertyName());
        Class<?> type = mismatch.getRequiredType();
        String expected = type == null ? "another type" : type.getSimpleName();
        return ResponseEntity.status(HttpStatus.BAD_REQUEST)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(
                        List.of(new BadParameters.Error(name, "must be a valid " + expected)),
                        null,
                        request.getLocale()));
    }

    /** A problem that comes without a word is told in the same words as on a page. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && problem.getDetail() == null) {
            words.tell(problem, LocaleContextHolder.getLocale());
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private ProblemDetail problem(List<BadParameters.Error> errors, @Nullable URI instance, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        problem.setTitle(texts.getMessage("site.error.400.title", null, locale));
        problem.setDetail(String.join(
                "; ",
                errors.stream()
                        .map(error -> error.parameter() + ": " + error.detail())
                        .toList()));
        if (instance != null) {
            problem.setInstance(instance);
        }
        problem.setProperty("errors", errors);
        return problem;
    }
}
