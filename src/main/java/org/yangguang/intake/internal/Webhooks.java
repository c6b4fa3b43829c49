package org.yangguang.intake.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.disclosure.EditionMoved;
import org.yangguang.disclosure.EditionPublished;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.ItemWithdrawn;
import org.yangguang.disclosure.Reason;
import org.yangguang.intake.Webhook;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.platform.SealedText;
import org.yangguang.site.SiteIdentity;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks: who is told, and what there is to tell. A message says what happened to which draft, nothing of what the draft says. */
@Service
public class Webhooks {

    private static final int SECRET_BYTES = 32;

    /** What came of registering one. */
    public sealed interface Result {

        /** @param secret with which the receiver checks signatures; shown this once */
        record Registered(long id, String secret) implements Result {}

        record Refused(List<Reason> reasons) implements Result {}
    }

    private final WebhookTable table;
    private final WebhookTarget target;
    private final Permissions permissions;
    private final Organs organs;
    private final SealedText sealed;
    private final SiteIdentity site;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Webhooks(
            WebhookTable table,
            WebhookTarget target,
            Permissions permissions,
            Organs organs,
            SealedText sealed,
            SiteIdentity site,
            JsonMapper json,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.target = target;
        this.permissions = permissions;
        this.organs = organs;
        this.sealed = sealed;
        this.site = site;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** The organs whose webhooks an officer may register: where they hold the disclosure office. */
    public Set<OrganId> organsOf(Officer officer) {
        return permissions.organsWith(officer, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE);
    }

    public List<Webhook> of(Officer officer) {
        return table.of(organsOf(officer));
    }

    @Transactional
    public Result register(Officer officer, OrganId organ, String url) {
        List<Reason> reasons = new ArrayList<>();
        if (!organsOf(officer).contains(organ)) {
            reasons.add(Reason.at("organ", "intake.webhook.organ"));
        }
        target.against(url).ifPresent(reasons::add);
        if (!reasons.isEmpty()) {
            return new Result.Refused(reasons);
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        long id = table.nextId();
        table.insert(id, organ, url.strip(), sealed.seal(secret, place(id)), clock.instant());
        audit.record("webhook.registered", "intake.webhook:" + id, null, organ.value() + " " + url.strip());
        return new Result.Registered(id, secret);
    }

    /** Ends a webhook; what it has not been told is not told any more. Of somebody else's nothing happens. */
    @Transactional
    public void close(Officer officer, long id) {
        if (mine(officer, id) && table.close(id, clock.instant())) {
            audit.record("webhook.closed", "intake.webhook:" + id, null, null);
        }
    }

    /** Tells once more what was given up. */
    @Transactional
    public void again(Officer officer, long id) {
        if (mine(officer, id)) {
            table.again(id, clock.instant());
            audit.record("webhook.repeated", "intake.webhook:" + id, null, null);
        }
    }

    private boolean mine(Officer officer, long id) {
        return of(officer).stream().anyMatch(webhook -> webhook.id() == id && webhook.closedAt() == null);
    }

    static SealedText.Place place(long webhook) {
        return new SealedText.Place("intake.webhook.secret", webhook);
    }

    @ApplicationModuleListener
    void on(EditionMoved event) {
        tell(
                "draft.moved",
                event.item(),
                event.organ(),
                event.edition().value() + ":" + event.version() + ":" + event.state(),
                event.at(),
                Map.of(
                        "draft", event.edition().value(),
                        "state", event.state().name(),
                        "version", event.version()));
    }

    @ApplicationModuleListener
    void on(EditionPublished event) {
        tell(
                "item.published",
                event.item(),
                event.organ(),
                String.valueOf(event.edition().value()),
                event.at(),
                Map.of(
                        "draft",
                        event.edition().value(),
                        "url",
                        site.url() + "/items/" + event.item().value()));
    }

    @ApplicationModuleListener
    void on(ItemWithdrawn event) {
        tell("item.withdrawn", event.item(), event.organ(), event.at().toString(), event.at(), Map.of());
    }

    private void tell(
            String event, ItemId item, OrganId organ, String occasion, Instant at, Map<String, Object> facts) {
        Optional<String> reference = table.reference(item);
        if (reference.isEmpty()) {
            return;
        }
        List<OrganId> above =
                organs.find(organ).map(Organ::path).map(Webhooks::ids).orElse(List.of(organ));
        for (long webhook : table.listening(above)) {
            // Told twice of the same occasion, the registry's retry makes the same id.
            UUID id = UUID.nameUUIDFromBytes(
                    (webhook + " " + event + " " + item.value() + " " + occasion).getBytes(StandardCharsets.UTF_8));
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("delivery", id.toString());
            body.put("event", event);
            body.put("at", at.toString());
            body.put("item", item.value());
            body.put("reference", reference.get());
            body.putAll(new java.util.TreeMap<>(facts));
            table.deliver(
                    id,
                    webhook,
                    event + " " + item.value() + " " + occasion,
                    event,
                    json.writeValueAsString(body),
                    clock.instant());
        }
    }

    private static List<OrganId> ids(String path) {
        return java.util.Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> new OrganId(Long.parseLong(part)))
                .toList();
    }
}
