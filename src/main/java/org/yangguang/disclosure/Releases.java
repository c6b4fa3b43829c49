package org.yangguang.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.disclosure.internal.CleanText;
import org.yangguang.disclosure.internal.ContentHash;
import org.yangguang.disclosure.internal.ContentRules;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.disclosure.internal.ItemRegister;
import org.yangguang.disclosure.internal.Publications;
import org.yangguang.disclosure.internal.ReviewRecord;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** Records that information went out by Weibo, WeChat, the gazette or another way; one information in several ways counts once. */
@Service
public class Releases {

    private final EditionTable editions;
    private final ItemRegister register;
    private final Publications publications;
    private final ReviewRecord record;
    private final Permissions permissions;
    private final Organs organs;
    private final AuditTrail audit;
    private final Clock clock;

    Releases(
            EditionTable editions,
            ItemRegister register,
            Publications publications,
            ReviewRecord record,
            Permissions permissions,
            Organs organs,
            AuditTrail audit,
            Clock clock) {
        this.editions = editions;
        this.register = register;
        this.publications = publications;
        this.record = record;
        this.permissions = permissions;
        this.organs = organs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What went out.
     *
     * @param indexNumber of the item that it is, when it is known here already; otherwise empty
     * @param reference address or issue under which it can be found
     */
    public record Release(
            OrganId organ,
            String title,
            String indexNumber,
            @Nullable Channel channel,
            @Nullable LocalDate on,
            String reference) {}

    /** Records it, on the item that it belongs to or on a new one that stands on the register only. */
    @Transactional
    public Outcome record(Officer officer, Release release) {
        Set<OrganId> mine = organs(officer);
        String title = CleanText.line(release.title());
        String number = CleanText.line(release.indexNumber());
        Optional<ItemId> known = number.isEmpty() ? Optional.empty() : register.numbered(number, mine);
        List<Reason> reasons = against(release, mine, title, number, known);
        Channel channel = release.channel();
        LocalDate on = release.on();
        if (!reasons.isEmpty() || channel == null || on == null) {
            return new Outcome.Refused(List.copyOf(reasons));
        }
        Edition edition = known.flatMap(item -> editions.ofItem(item).stream().findFirst())
                .orElseGet(() -> registered(officer, release.organ(), title, on));
        publications.release(edition.item(), channel, on, CleanText.line(release.reference()));
        audit.record(
                "release.recorded",
                "disclosure.item:" + edition.item().value(),
                null,
                channel + " " + on + " " + title);
        return new Outcome.Done(edition.item(), edition.id(), edition.state(), edition.version());
    }

    /**
     * Records, in the running transaction, that a published item has gone out by another way too. The first date of a way stays, so that
     * an item counts once in each.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void delivered(String actor, ItemId item, Channel channel, LocalDate on, String reference) {
        publications.release(item, channel, on, CleanText.line(reference));
        audit.record(actor, "release.recorded", "disclosure.item:" + item.value(), null, channel + " " + on);
    }

    /**
     * A way by which an item went out.
     *
     * @param reference address or issue under which it can be found there; empty for the website
     */
    public record Way(Channel channel, LocalDate on, String reference) {}

    /** By what ways an item went out, each once, the first one first. */
    public List<Way> ways(ItemId item) {
        return register.releases(item).stream()
                .map(each -> new Way(each.channel(), each.on(), each.reference()))
                .toList();
    }

    /** Organs for which the officer may record. */
    public Set<OrganId> organs(Officer officer) {
        return permissions.organsWith(officer, Role.HANDLER, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE);
    }

    private List<Reason> against(
            Release release, Set<OrganId> mine, String title, String number, Optional<ItemId> known) {
        List<Reason> reasons = new ArrayList<>();
        if (!mine.contains(release.organ())) {
            reasons.add(Reason.of("disclosure.release.role"));
        }
        if (!number.isEmpty() && known.isEmpty()) {
            reasons.add(Reason.at("indexNumber", "disclosure.release.unknownNumber", number));
        }
        if (number.isEmpty() && title.isEmpty()) {
            reasons.add(Reason.at("title", "disclosure.invalid.titleMissing"));
        }
        int length = title.codePointCount(0, title.length());
        if (length > ContentRules.LONGEST_TITLE) {
            reasons.add(Reason.at("title", "disclosure.invalid.tooLong.title", ContentRules.LONGEST_TITLE, length));
        }
        if (release.channel() == null || release.channel() == Channel.WEBSITE) {
            reasons.add(Reason.at("channel", "disclosure.release.channelMissing"));
        }
        if (release.on() == null) {
            reasons.add(Reason.at("on", "disclosure.release.dateMissing"));
        } else if (release.on().isAfter(LocalDate.now(clock))) {
            reasons.add(Reason.at("on", "disclosure.release.future"));
        } else if (number.isEmpty()
                && release.channel() != null
                && register.sameRelease(release.organ(), title, release.channel(), release.on())
                        .isPresent()) {
            reasons.add(Reason.at("title", "disclosure.release.twice"));
        }
        return reasons;
    }

    private Edition registered(Officer officer, OrganId organ, String title, LocalDate on) {
        Instant now = clock.instant();
        EditionContent content = EditionContents.titled(title, on);
        ItemId item = editions.insertItem(organ, now);
        String organName = organs.find(organ).map(Organ::name).orElse("");
        EditionId id = editions.insertDraft(item, 1, officer, organName, content, "", now);
        Edition draft = editions.find(id).orElseThrow();
        String hash = ContentHash.of(content);
        editions.submit(draft, officer, organName, hash, now);
        record.add(id, Stage.OFFICE, Action.RECORD_RELEASE, officer, organ, "", hash, now);
        editions.move(id, EditionState.REGISTERED, now);
        return editions.find(id).orElseThrow();
    }
}
