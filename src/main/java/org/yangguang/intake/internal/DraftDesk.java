package org.yangguang.intake.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.disclosure.Attachments;
import org.yangguang.disclosure.AudienceScope;
import org.yangguang.disclosure.DisclosureAttribute;
import org.yangguang.disclosure.Drafts;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.Editions;
import org.yangguang.disclosure.Move;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.Reason;
import org.yangguang.disclosure.Review;
import org.yangguang.disclosure.Validity;
import org.yangguang.file.Intake;
import org.yangguang.intake.HandedIn;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.platform.Sm3;
import org.yangguang.site.SiteIdentity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where other systems hand drafts in. The officer whose token they use answers for them, within that officer's grants; what they hand in
 * goes the same way through the review as what is typed.
 */
@Service
public class DraftDesk {

    /** How long a key is remembered. */
    public static final Duration REMEMBERED = Duration.ofDays(90);

    private final CallTable calls;
    private final Drafts drafts;
    private final Review review;
    private final Editions editions;
    private final Attachments attachments;
    private final Intake door;
    private final Permissions permissions;
    private final Organs organs;
    private final Catalogue catalogue;
    private final SiteIdentity site;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DraftDesk(
            CallTable calls,
            Drafts drafts,
            Review review,
            Editions editions,
            Attachments attachments,
            Intake door,
            Permissions permissions,
            Organs organs,
            Catalogue catalogue,
            SiteIdentity site,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock) {
        this.calls = calls;
        this.drafts = drafts;
        this.review = review;
        this.editions = editions;
        this.attachments = attachments;
        this.door = door;
        this.permissions = permissions;
        this.organs = organs;
        this.catalogue = catalogue;
        this.site = site;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Makes a draft, once for each key: a call that is repeated, also at the same moment, gets the answer of the first. A call that was
     * refused leaves its key free.
     */
    public HandedIn handIn(Officer officer, String key, String body) {
        return Objects.requireNonNull(transaction.execute(status -> {
            String hash = Sm3.hex(body);
            if (!calls.claim(officer.id(), key, hash, clock.instant())) {
                CallTable.Call before = calls.find(officer.id(), key);
                return before.bodyHash().equals(hash)
                        ? new HandedIn.Repeated(Objects.requireNonNull(before.answer()))
                        : new HandedIn.KeyUsed();
            }
            HandedIn made = make(officer, key, body);
            if (made instanceof HandedIn.Refused) {
                status.setRollbackOnly();
            }
            return made;
        }));
    }

    private HandedIn make(Officer officer, String key, String body) {
        DraftBody fields;
        try {
            fields = new DraftBody(json.readTree(body));
        } catch (JacksonException unreadable) {
            return new HandedIn.Refused(List.of(Reason.of("intake.api.json")));
        }
        OrganId organ = organ(fields);
        EditionContent content = content(fields);
        String reference = fields.reference();
        fields.unknown();
        if (organ == null || !fields.reasons.isEmpty()) {
            return new HandedIn.Refused(fields.reasons);
        }
        Outcome outcome = drafts.start(officer, organ, content);
        if (outcome instanceof Outcome.Done done) {
            calls.handedIn(done.item(), officer.id(), reference, clock.instant());
            Edition edition = editions.find(done.edition()).orElseThrow();
            String answer = json.writeValueAsString(document(edition));
            calls.answered(officer.id(), key, answer);
            return new HandedIn.Made(answer, "/api/v1/drafts/" + edition.id().value());
        }
        return new HandedIn.Refused(((Outcome.Refused) outcome).reasons());
    }

    private @Nullable OrganId organ(DraftBody fields) {
        String named = fields.text("organ").strip();
        Optional<Organ> found = organs.byCode(named);
        if (found.isEmpty() && named.matches("\\d{1,18}")) {
            found = organs.find(new OrganId(Long.parseLong(named)));
        }
        if (found.isEmpty()) {
            fields.reasons.add(Reason.at("organ", "intake.api.organ"));
        }
        return found.map(Organ::id).orElse(null);
    }

    private EditionContent content(DraftBody fields) {
        String code = fields.textOrNull("column");
        Optional<Column> column = code == null ? Optional.empty() : catalogue.columnByCode(code.strip());
        if (code != null && column.isEmpty()) {
            fields.reasons.add(Reason.at("column", "disclosure.invalid.columnGone"));
        }
        return new EditionContent(
                fields.text("title"),
                fields.text("summary"),
                fields.text("bodyHtml"),
                fields.textOrNull("documentNumber"),
                column.map(Column::id).orElse(null),
                fields.textOrNull("subject"),
                fields.textOrNull("genre"),
                fields.texts("audienceGroups"),
                fields.date("formedOn"),
                fields.truth("normative"),
                fields.date("issuedOn"),
                fields.date("effectiveOn"),
                fields.date("expiresOn"),
                fields.date("repealedOn"),
                fields.choice("validity", Validity.class),
                fields.text("source"),
                fields.texts("keywords"),
                Objects.requireNonNullElse(
                        fields.choice("attribute", DisclosureAttribute.class), DisclosureAttribute.PROACTIVE),
                fields.text("legalBasis"),
                fields.date("reviewAgainOn"),
                Objects.requireNonNullElse(fields.choice("scope", AudienceScope.class), AudienceScope.PUBLIC),
                fields.number("audience"),
                fields.moment("publishAt"));
    }

    /** The draft or what has become of it, for an officer who may write in its organ; empty for anybody else. */
    public Optional<Edition> find(Officer officer, long id) {
        return editions.find(new EditionId(id))
                .filter(edition -> permissions.holds(officer, Role.HANDLER, edition.organ()));
    }

    /** Submits a draft for review. Submitting again what the same officer has submitted changes nothing. */
    public Outcome submit(Officer officer, Edition edition, @Nullable Integer version, String opinion) {
        if (edition.state() != EditionState.DRAFT
                && edition.submittedAt() != null
                && edition.handler().equals(officer.id())) {
            return new Outcome.Done(edition.item(), edition.id(), edition.state(), edition.version());
        }
        return review.act(
                officer, edition.id(), version == null ? edition.version() : version, new Move.Submit(opinion));
    }

    /**
     * Attaches a file to a draft; the same file under the same name a second time changes nothing.
     *
     * @param content a file that stays where it is
     */
    public List<Reason> attach(Officer officer, Edition edition, String name, Path content) {
        Intake.Result result = door.take(name, content);
        if (result instanceof Intake.Result.Refused refused) {
            return refused.reasons().stream()
                    .map(reason -> new Reason("file", reason.key(), reason.arguments()))
                    .toList();
        }
        Intake.Result.Taken taken = (Intake.Result.Taken) result;
        return attachments.add(officer, edition.id(), taken.name(), taken.file()) instanceof Outcome.Refused refused
                ? refused.reasons()
                : List.of();
    }

    /** Why a file of this name and size would be refused before it has come. */
    public List<Reason> against(String name, long size) {
        return door.against(name, size).stream()
                .map(reason -> new Reason("file", reason.key(), reason.arguments()))
                .toList();
    }

    /** As the interface shows it. */
    public Map<String, @Nullable Object> document(Edition edition) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("id", edition.id().value());
        document.put("item", edition.item().value());
        document.put("organ", edition.organ().value());
        document.put("title", edition.content().title());
        document.put("state", edition.state().name());
        document.put("version", edition.version());
        document.put("indexNumber", edition.indexNumber());
        document.put("contentHash", edition.contentHash());
        document.put("submittedAt", text(edition.submittedAt()));
        document.put("approvedAt", text(edition.approvedAt()));
        document.put("publishedAt", text(edition.publishedAt()));
        document.put(
                "url",
                edition.state() == EditionState.PUBLISHED
                        ? site.url() + "/items/" + edition.item().value()
                        : null);
        document.put("held", edition.held());
        document.put(
                "attachments",
                edition.attachments().stream()
                        .map(each -> Map.of(
                                "name", each.name(),
                                "type", each.original().type(),
                                "size", each.original().size(),
                                "ready", each.publicCopy() != null))
                        .toList());
        return document;
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    /** Forgets keys that are too old to be repeated. */
    void forgetOld() {
        calls.forget(clock.instant().minus(REMEMBERED));
    }
}
