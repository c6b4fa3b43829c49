package org.yangguang.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.account.Officer;
import org.yangguang.account.SignedIn;
import org.yangguang.account.TokenScope;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.Reason;
import org.yangguang.intake.HandedIn;
import org.yangguang.intake.internal.DraftDesk;

/** Drafts from other systems, with an access token of the scope {@code drafts:write}. */
@RestController
@RequestMapping(path = "/api/v1/drafts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "drafts",
        description = "Drafts that other systems hand in; needs an access token with the scope drafts:write")
class DraftApi {

    private static final String KEY = "[\\x21-\\x7E]{1,200}";

    private final DraftDesk desk;
    private final SignedIn signedIn;
    private final Sentences sentences;

    DraftApi(DraftDesk desk, SignedIn signedIn, Sentences sentences) {
        this.desk = desk;
        this.signedIn = signedIn;
        this.sentences = sentences;
    }

    /** What the caller did wrong, with every reason. */
    static final class Refusal extends RuntimeException {

        private final HttpStatus status;
        private final transient List<Reason> reasons;

        Refusal(HttpStatus status, List<Reason> reasons) {
            super(status.toString());
            this.status = status;
            this.reasons = reasons;
        }
    }

    /** One thing that is wrong. */
    @Schema(name = "DraftError")
    record Error(
            @Schema(description = "the field; null when it concerns the whole") @Nullable
            String field,

            @Schema(description = "stable name of the reason")
            String code,

            @Schema(description = "sentence in the caller's language")
            String detail) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Makes a draft",
            description =
                    "Once for each Idempotency-Key: a call that is repeated with the same body gets the same answer. The draft may"
                            + " be unfinished; what it lacks is told when it is submitted.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = DraftFields.class),
                                            examples =
                                                    @ExampleObject(
                                                            "{\"organ\":\"014051234\",\"title\":\"关于印发工作方案的通知\",\"bodyHtml\":\"<p>……</p>\","
                                                                    + "\"column\":\"documents\",\"formedOn\":\"2016-02-18\",\"reference\":\"OA-2016-118\"}"))))
    @ApiResponse(responseCode = "201", description = "the draft; Location is its address")
    @ApiResponse(responseCode = "400", description = "there is no usable Idempotency-Key")
    @ApiResponse(responseCode = "401", description = "there is no usable access token")
    @ApiResponse(responseCode = "403", description = "the token lacks the scope drafts:write")
    @ApiResponse(
            responseCode = "422",
            description = "a problem document (RFC 9457) with every reason, or the key was used for another body")
    ResponseEntity<String> make(
            @Parameter(
                            in = ParameterIn.HEADER,
                            name = "Idempotency-Key",
                            required = true,
                            description = "1 to 200 visible ASCII characters, remembered for 90 days")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key,
            @RequestBody String body) {
        Officer officer = officer();
        if (key == null || !key.matches(KEY)) {
            throw new Refusal(HttpStatus.BAD_REQUEST, List.of(Reason.of("intake.api.key")));
        }
        HandedIn handedIn = desk.handIn(officer, key, body);
        if (handedIn instanceof HandedIn.Made made) {
            return ResponseEntity.created(URI.create(made.location()))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(made.answer());
        }
        if (handedIn instanceof HandedIn.Repeated repeated) {
            return ResponseEntity.status(HttpStatus.CREATED)
                    .header("Idempotency-Replayed", "true")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(repeated.answer());
        }
        throw new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                handedIn instanceof HandedIn.Refused refused
                        ? refused.reasons()
                        : List.of(Reason.of("intake.api.keyUsed")));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Says how far a draft is",
            description = "Its state, and once it is public its index number and address.")
    @ApiResponse(responseCode = "200", description = "the draft as it stands now")
    @ApiResponse(responseCode = "404", description = "there is no such draft in the organs of the token's owner")
    Map<String, @Nullable Object> draft(@PathVariable long id) {
        return desk.document(found(officer(), id));
    }

    @PostMapping(path = "/{id}/attachments", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "Attaches a file to a draft",
            description = "The bytes are the body. What a file is, its content decides. Repeating it changes nothing.")
    @ApiResponse(
            responseCode = "200",
            description = "the draft with its attachments; one that is not ready is still being cleaned")
    @ApiResponse(responseCode = "404", description = "there is no such draft in the organs of the token's owner")
    @ApiResponse(responseCode = "422", description = "a problem document (RFC 9457) with every reason")
    Map<String, @Nullable Object> attach(
            @PathVariable long id,
            @Parameter(description = "name of the file with its ending") @RequestParam String name,
            HttpServletRequest request)
            throws IOException {
        Officer officer = officer();
        Edition edition = found(officer, id);
        Path upload = Files.createTempFile("yangguang-upload", ".part");
        try {
            refuse(desk.against(name, Math.max(1, request.getContentLengthLong())));
            try (InputStream body = request.getInputStream();
                    OutputStream to = Files.newOutputStream(upload)) {
                copied(name, body, to);
            }
            refuse(desk.attach(officer, edition, name, upload));
        } finally {
            Files.deleteIfExists(upload);
        }
        return desk.document(found(officer, id));
    }

    /** Stops as soon as more has come than may. */
    private void copied(String name, InputStream body, OutputStream to) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            size += count;
            refuse(desk.against(name, Math.max(1, size)));
            to.write(buffer, 0, count);
        }
    }

    private static void refuse(List<Reason> reasons) {
        if (!reasons.isEmpty()) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, reasons);
        }
    }

    /** What goes with submitting. */
    @Schema(name = "Submission")
    record Submission(
            @Schema(description = "version that the caller saw; without it the present one") @Nullable
            Integer version,

            @Schema(description = "opinion of the handling officer") @Nullable
            String opinion) {}

    @PostMapping("/{id}/submit")
    @Operation(
            summary = "Submits a draft for review",
            description =
                    "Repeating it changes nothing. From here on people decide: poll the state or have it told to a webhook.")
    @ApiResponse(responseCode = "200", description = "the draft, now in review")
    @ApiResponse(responseCode = "404", description = "there is no such draft in the organs of the token's owner")
    @ApiResponse(responseCode = "422", description = "a problem document (RFC 9457) with every reason")
    Map<String, @Nullable Object> submit(
            @PathVariable long id, @RequestBody(required = false) @Nullable Submission submission) {
        Officer officer = officer();
        Edition edition = found(officer, id);
        Outcome outcome = desk.submit(
                officer,
                edition,
                submission == null ? null : submission.version(),
                submission == null || submission.opinion() == null ? "" : submission.opinion());
        if (outcome instanceof Outcome.Refused refused) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, refused.reasons());
        }
        return desk.document(found(officer, id));
    }

    private Officer officer() {
        return signedIn.officer(TokenScope.DRAFTS_WRITE)
                .orElseThrow(() -> new AccessDeniedException("the scope drafts:write is needed"));
    }

    private Edition found(Officer officer, long id) {
        return desk.find(officer, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request, Locale language) {
        List<Error> errors = refusal.reasons.stream()
                .map(reason -> new Error(reason.field(), reason.key(), sentences.say(reason, language)))
                .toList();
        ProblemDetail problem = ProblemDetail.forStatus(refusal.status);
        problem.setTitle(sentences.say("intake.api.title", language));
        problem.setDetail(String.join(" ", errors.stream().map(Error::detail).toList()));
        problem.setInstance(URI.create(request.getRequestURI()));
        problem.setProperty("errors", errors);
        return ResponseEntity.status(refusal.status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
