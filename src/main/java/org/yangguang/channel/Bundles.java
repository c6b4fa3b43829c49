package org.yangguang.channel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.audit.AuditTrail;
import org.yangguang.channel.internal.BundleTable;
import org.yangguang.channel.internal.DeliveryMoves;
import org.yangguang.channel.internal.DeliveryTable;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.Editions;
import org.yangguang.disclosure.Reason;
import org.yangguang.disclosure.VisibilityGate;

/** Compiles issues of the gazette and lists of what is handed to the archive, from what waits for their outlet. */
@Service
public class Bundles {

    /** The most that goes into one. */
    public static final int MOST = 200;

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_REFERENCE = 100;

    private final BundleTable table;
    private final DeliveryTable deliveries;
    private final DeliveryMoves moves;
    private final Outlets outlets;
    private final Editions editions;
    private final VisibilityGate gate;
    private final AuditTrail audit;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Bundles(
            BundleTable table,
            DeliveryTable deliveries,
            DeliveryMoves moves,
            Outlets outlets,
            Editions editions,
            VisibilityGate gate,
            AuditTrail audit,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.table = table;
        this.deliveries = deliveries;
        this.moves = moves;
        this.outlets = outlets;
        this.editions = editions;
        this.gate = gate;
        this.audit = audit;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * One item of a bundle.
     *
     * @param edition what stands on the website now; null when it was taken back or is not for everybody
     */
    public record Entry(Delivery delivery, @Nullable Edition edition) {}

    /** The officer's bundles of outlets of this carrier. */
    public List<Bundle> of(Officer officer, Carrier carrier) {
        return table.of(outlets.of(officer).stream()
                .filter(outlet -> outlet.carrier() == carrier)
                .map(Outlet::id)
                .toList());
    }

    public Optional<Bundle> find(Officer officer, long id) {
        return table.find(id).filter(bundle -> serves(officer, bundle.outlet()));
    }

    /** Issues of the gazettes that have come out, for readers. */
    public List<Bundle> issues() {
        return table
                .of(outlets.open().stream()
                        .filter(outlet -> outlet.carrier() == Carrier.GAZETTE)
                        .map(Outlet::id)
                        .toList())
                .stream()
                .filter(bundle -> bundle.state() == Bundle.State.DONE)
                .toList();
    }

    public Optional<Bundle> issue(long id) {
        return issues().stream().filter(bundle -> bundle.id() == id).findFirst();
    }

    /** What is in it, as everybody may see it now. */
    public List<Entry> entries(Bundle bundle) {
        return table.entries(bundle.id()).stream()
                .flatMap(id -> deliveries.find(id).stream())
                .map(delivery -> new Entry(
                        delivery,
                        editions.current(delivery.item(), gate.anybody()).orElse(null)))
                .toList();
    }

    /** What waits for its outlet and is in no bundle, the oldest first. */
    public List<Delivery> waiting(Bundle bundle) {
        List<Delivery> waiting = deliveries.at(bundle.outlet(), DeliveryState.FOR_CLERK, MOST);
        Set<Long> taken =
                Set.copyOf(table.taken(waiting.stream().map(Delivery::id).toList()));
        return waiting.stream().filter(each -> !taken.contains(each.id())).toList();
    }

    @Transactional
    public Outcome begin(Officer officer, long outlet, int year, String title) {
        List<Reason> reasons = new ArrayList<>();
        boolean fits = outlets.find(outlet)
                .filter(each ->
                        each.open() && (each.carrier() == Carrier.GAZETTE || each.carrier() == Carrier.ARCHIVE_HALL))
                .isPresent();
        if (!fits || !serves(officer, outlet)) {
            reasons.add(Reason.of("channel.refused.outlet"));
        }
        if (title.isBlank() || title.strip().length() > LONGEST_TITLE) {
            reasons.add(Reason.at("title", "bundle.refused.title", String.valueOf(LONGEST_TITLE)));
        }
        if (year < 2000 || year > LocalDate.now(clock).getYear() + 1) {
            reasons.add(Reason.at("year", "bundle.refused.year"));
        }
        return Outcome.of(reasons, () -> {
            long id = table.insert(outlet, year, title.strip(), officer.login(), clock.instant());
            audit.record("bundle.begun", subject(id), null, title.strip());
            return id;
        });
    }

    /** Gives it these deliveries in this order, in the place of what was in it. */
    @Transactional
    public Outcome fill(Officer officer, long id, int version, List<Long> wanted) {
        Optional<Bundle> bundle = table.lock(id);
        if (bundle.isEmpty() || !serves(officer, bundle.get().outlet())) {
            return gone();
        }
        List<Reason> reasons = against(bundle.get(), version, Bundle.Action.FILL);
        List<Long> order = List.copyOf(new LinkedHashSet<>(wanted));
        List<Long> before = table.entries(id);
        boolean known = order.stream()
                .allMatch(each -> before.contains(each)
                        || deliveries
                                .find(each)
                                .filter(delivery ->
                                        delivery.outlet() == bundle.get().outlet()
                                                && delivery.state() == DeliveryState.FOR_CLERK)
                                .isPresent());
        List<Long> elsewhere = new ArrayList<>(table.taken(order));
        elsewhere.removeAll(before);
        if (!known || !elsewhere.isEmpty()) {
            reasons.add(Reason.of("bundle.refused.entries"));
        }
        if (order.size() > MOST) {
            reasons.add(Reason.of("bundle.refused.many", String.valueOf(MOST)));
        }
        return Outcome.of(reasons, () -> {
            table.put(id, order);
            audit.record("bundle.filled", subject(id), before.toString(), order.toString());
            return id;
        });
    }

    /** The issue comes out, or the archive has taken the documents over: everything in it is delivered. */
    @Transactional
    public Outcome finish(Officer officer, long id, int version, @Nullable LocalDate on, String reference) {
        Optional<Bundle> bundle = table.lock(id);
        if (bundle.isEmpty() || !serves(officer, bundle.get().outlet())) {
            return gone();
        }
        Outlet outlet = outlets.find(bundle.get().outlet()).orElseThrow();
        List<Reason> reasons = against(bundle.get(), version, Bundle.Action.FINISH);
        List<Entry> entries = entries(bundle.get());
        if (entries.isEmpty()) {
            reasons.add(Reason.of("bundle.refused.empty"));
        }
        entries.stream()
                .filter(each -> each.edition() == null || each.delivery().state() != DeliveryState.FOR_CLERK)
                .forEach(each -> reasons.add(
                        Reason.of("bundle.refused.entry", each.delivery().title())));
        if (on == null || on.isAfter(LocalDate.now(clock))) {
            reasons.add(Reason.at("on", "channel.refused.on"));
        }
        if (outlet.carrier() == Carrier.ARCHIVE_HALL && reference.isBlank()
                || reference.strip().length() > LONGEST_REFERENCE) {
            reasons.add(Reason.at("reference", "bundle.refused.receipt", String.valueOf(LONGEST_REFERENCE)));
        }
        if (!reasons.isEmpty() || on == null) {
            return new Outcome.Refused(reasons);
        }
        String under = outlet.carrier() == Carrier.GAZETTE ? bundle.get().fullTitle() : reference.strip();
        DeliveryMoves.By by = new DeliveryMoves.By(officer.login(), officer.name());
        for (Entry entry : entries) {
            Delivery locked = deliveries.lock(entry.delivery().id()).orElseThrow();
            moves.arrived(locked, DeliveryAction.CONFIRM, outlet.carrier(), on, under, by);
        }
        table.finish(id, on, reference.strip());
        audit.record("bundle.finished", subject(id), null, on + " " + under);
        if (outlet.carrier() == Carrier.GAZETTE) {
            publisher.publishEvent(new IssueOut(id));
        }
        return new Outcome.Done(id);
    }

    private static List<Reason> against(Bundle bundle, int version, Bundle.Action action) {
        List<Reason> reasons = new ArrayList<>();
        if (bundle.version() != version) {
            reasons.add(Reason.of("channel.refused.overtaken"));
        } else if (Bundle.after(bundle.state(), action).isEmpty()) {
            reasons.add(Reason.of("channel.refused.state"));
        }
        return reasons;
    }

    private boolean serves(Officer officer, long outlet) {
        return outlets.find(outlet)
                .filter(each -> outlets.worksFor(officer).contains(each.organ()))
                .isPresent();
    }

    private static Outcome gone() {
        return new Outcome.Refused(List.of(Reason.of("channel.refused.outlet")));
    }

    private static String subject(long id) {
        return "channel.bundle:" + id;
    }
}
