package org.yangguang.request.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.yangguang.request.Case;
import org.yangguang.request.Tracking;
import org.yangguang.site.CodeGuessing;

/** Lets somebody at the one case whose number and code they know, and guessers at none. */
@Component
class CodeAccess {

    static final String QUERY = "request";
    static final String OPINION = "request-opinion";

    private final Tracking tracking;
    private final CodeGuessing guessing;

    CodeAccess(Tracking tracking, CodeGuessing guessing) {
        this.tracking = tracking;
        this.guessing = guessing;
    }

    /** What came of number and code. @param refused message key; empty when the code is right */
    record Door<T>(Optional<T> inside, String refused, int status) {}

    Door<Case> applicant(String number, String code, HttpServletRequest request) {
        return door(QUERY, number, request, () -> tracking.find(number, code));
    }

    Door<Tracking.Asked> consulted(String number, String code, HttpServletRequest request) {
        return door(OPINION, number, request, () -> tracking.asked(number, code));
    }

    private <T> Door<T> door(String what, String number, HttpServletRequest request, Supplier<Optional<T>> look) {
        String address = request.getRemoteAddr();
        if (!guessing.admits(what, number, address)) {
            return new Door<>(Optional.empty(), "request.track.often", 429);
        }
        Optional<T> found = look.get();
        if (found.isEmpty()) {
            return new Door<>(Optional.empty(), "request.track.wrong", 403);
        }
        guessing.right(what, number, address);
        return new Door<>(found, "", 200);
    }
}
