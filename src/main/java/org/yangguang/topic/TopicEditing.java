package org.yangguang.topic;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.topic.internal.TopicTable;

/** Makes and fills topics on behalf of the district office; only what stands on the site already can be collected. */
@Service
public class TopicEditing {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ABOUT = 2_000;

    private final TopicTable table;
    private final List<TopicMaterial> materials;
    private final AuditTrail audit;
    private final Clock clock;

    TopicEditing(TopicTable table, List<TopicMaterial> materials, AuditTrail audit, Clock clock) {
        this.table = table;
        this.materials = materials;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an officer typed about a topic. */
    public record Text(String code, String name, @Nullable String nameEn, String about) {}

    /** Why something was not done: a message key with its arguments. */
    public record Refusal(String key, List<Object> arguments) {
        static Refusal of(String key, Object... arguments) {
            return new Refusal(key, List.of(arguments));
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Done(Topic topic) implements Outcome {}

        record Refused(List<Refusal> reasons) implements Outcome {}
    }

    public static boolean keeps(Officer officer) {
        return officer.grants().stream().anyMatch(grant -> grant.role() == Role.DISTRICT_OFFICE);
    }

    /** Every topic, also those being prepared. */
    public List<Topic> all() {
        return table.all();
    }

    public Optional<Topic> find(long id) {
        return table.find(id);
    }

    @Transactional
    public Outcome create(Officer officer, Text typed) {
        Text text = tidy(typed);
        List<Refusal> reasons = refusals(officer, text);
        if (!CODE.matcher(text.code()).matches()) {
            reasons.add(Refusal.of("topic.refused.code"));
        }
        Optional<Long> id = reasons.isEmpty() ? table.insert(text, clock.instant()) : Optional.empty();
        if (reasons.isEmpty() && id.isEmpty()) {
            reasons.add(Refusal.of("topic.refused.taken", text.code()));
        }
        return id.isEmpty() ? new Outcome.Refused(reasons) : done("topic.created", id.get(), null);
    }

    /** Changes names and text; the code stays, it is part of an address that others have kept. */
    @Transactional
    public Outcome change(Officer officer, long id, int version, Text typed) {
        Text text = tidy(typed);
        List<Refusal> reasons = refusals(officer, text);
        Optional<Topic> before = found(id, reasons);
        if (reasons.isEmpty() && !table.update(id, version, text)) {
            reasons.add(Refusal.of("topic.refused.changed"));
        }
        return reasons.isEmpty() ? done("topic.changed", id, before.toString()) : new Outcome.Refused(reasons);
    }

    /** Opens it to everybody, closes it, or takes it back into preparation. Done twice it stands once. */
    @Transactional
    public Outcome move(Officer officer, long id, Topic.State state) {
        List<Refusal> reasons = refusals(officer);
        Optional<Topic> before = found(id, reasons);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused(reasons);
        }
        table.move(id, state, clock.instant());
        return done("topic.moved", id, before.toString());
    }

    /** Collects what the officer typed; collected twice it stands once. */
    @Transactional
    public Outcome collect(Officer officer, long id, String typed) {
        List<Refusal> reasons = refusals(officer);
        found(id, reasons);
        String text = typed.strip();
        for (TopicMaterial material : materials) {
            Optional<String> reference = reasons.isEmpty() ? material.reference(text) : Optional.empty();
            if (reference.isPresent()) {
                table.collect(id, material.kind(), reference.get(), officer.name(), clock.instant());
                return done("topic.collected", id, material.kind() + " " + reference.get());
            }
        }
        if (reasons.isEmpty()) {
            reasons.add(Refusal.of("topic.refused.unknown", text));
        }
        return new Outcome.Refused(reasons);
    }

    @Transactional
    public Outcome drop(Officer officer, long id, String kind, String reference) {
        List<Refusal> reasons = refusals(officer);
        found(id, reasons);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused(reasons);
        }
        table.drop(id, kind, reference);
        return done("topic.dropped", id, kind + " " + reference);
    }

    private Outcome done(String action, long id, @Nullable String before) {
        Topic after = table.find(id).orElseThrow();
        audit.record(action, "topic.topic:" + id, before, after.toString());
        return new Outcome.Done(after);
    }

    private Optional<Topic> found(long id, List<Refusal> reasons) {
        Optional<Topic> topic = table.find(id);
        if (topic.isEmpty()) {
            reasons.add(Refusal.of("topic.refused.gone"));
        }
        return topic;
    }

    private static List<Refusal> refusals(Officer officer) {
        List<Refusal> reasons = new ArrayList<>();
        if (!keeps(officer)) {
            reasons.add(Refusal.of("topic.refused.notKeeper"));
        }
        return reasons;
    }

    private static List<Refusal> refusals(Officer officer, Text text) {
        List<Refusal> reasons = refusals(officer);
        if (text.name().isEmpty() || text.name().length() > LONGEST_NAME) {
            reasons.add(Refusal.of("topic.refused.name", LONGEST_NAME));
        }
        if (text.nameEn() != null && text.nameEn().length() > 2 * LONGEST_NAME) {
            reasons.add(Refusal.of("topic.refused.nameEn", 2 * LONGEST_NAME));
        }
        if (text.about().length() > LONGEST_ABOUT) {
            reasons.add(Refusal.of("topic.refused.about", LONGEST_ABOUT));
        }
        return reasons;
    }

    private static Text tidy(Text typed) {
        String english = typed.nameEn() == null ? "" : typed.nameEn().strip();
        return new Text(
                typed.code().strip(),
                typed.name().strip(),
                english.isEmpty() ? null : english,
                typed.about().strip());
    }
}
