package org.yangguang.delivery.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yangguang.audit.AuditNews;
import org.yangguang.audit.Recorded;
import org.yangguang.delivery.DeliveryProperties;
import org.yangguang.platform.WhenServing;
import org.yangguang.site.ShownChanges;

/**
 * Pages as they were made, until something that they show is changed on any node, the date changes, or a minute has passed. A page that
 * does not tell what it shows is made anew after every act that the public may see; which page shows what need be nobody's burden.
 */
@Component
@WhenServing
public class PageCache implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(PageCache.class);

    private static final long SETTLED_MILLIS = 1_500;

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final long LOOKING_UP_MILLIS = 300;

    /** Recorded acts that no public page shows; any other name, also one that is not known here, makes all pages new. */
    private static final Set<String> UNSEEN = Set.of(
            "edition.started",
            "edition.saved",
            "edition.submitted",
            "edition.cleared",
            "edition.returned",
            "edition.revised",
            "edition.recalled",
            "edition.discarded",
            "edition.held",
            "edition.asked",
            "edition.answered",
            "edition.question-cancelled",
            "edition.approved",
            "edition.scheduled",
            "edition.unscheduled",
            "attachment.changed",
            "attachment.copied",
            "draft.moved",
            "finding.overridden",
            "import.started",
            "import.ended",
            "import.failed",
            "form.limit-exceeded",
            "guide.saved",
            "rule.saved",
            "personal-data.read");

    /** Beginnings of names of such acts: accounts, messages, applications of citizens, keys. */
    private static final List<String> UNSEEN_KINDS = List.of(
            "account.", "audit.", "case.", "contribution.", "letter.", "message.", "sealing.", "synonyms.", "webhook.");

    private static final int MOST_THINGS = 20_000;

    private final AuditNews news;
    private final List<ShownChanges> changes;
    private final Clock clock;
    private final boolean keeping;
    private final Cache<PageKey, Dated> pages;
    private final Map<String, Long> changed = new ConcurrentHashMap<>();
    /** What an act changed is looked up here, in the order of the acts. */
    private final ExecutorService lookup = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "pages-changed");
        thread.setDaemon(true);
        return thread;
    });

    private final AtomicLong generation = new AtomicLong();
    private final AtomicInteger settling = new AtomicInteger();
    /** Guards {@link #lookedUp}, of which it tells those who wait. */
    private final Object lookups = new Object();

    private volatile long lookedUp;
    private volatile long everything;
    private final Map<Flight, CompletableFuture<@Nullable StoredPage>> flights = new ConcurrentHashMap<>();

    /** The state of the site: pages of another one are never shown. */
    public record Era(long generation, long day) {}

    private record Dated(Era era, StoredPage page, @Nullable Set<String> shown) {}

    private record Flight(PageKey key, Era era) {}

    PageCache(
            AuditNews news,
            List<ShownChanges> changes,
            Clock clock,
            DeliveryProperties properties,
            MeterRegistry meters) {
        this.news = news;
        this.changes = List.copyOf(changes);
        this.clock = clock;
        this.keeping = properties.cache().toBytes() > 0;
        this.pages = Caffeine.newBuilder()
                .maximumWeight(Math.max(1, properties.cache().toBytes()))
                .weigher((PageKey key, Dated dated) -> weight(key, dated.page()))
                .expireAfterWrite(LONGEST)
                .build();
        Gauge.builder("yangguang.pages.bytes", this, cache -> cache.bytes()).register(meters);
        Gauge.builder("yangguang.pages.kept", pages, Cache::estimatedSize).register(meters);
    }

    private static int weight(PageKey key, StoredPage page) {
        return page.weight() + 2 * (key.path().length() + key.query().length()) + 100;
    }

    /** Bytes held. */
    public long bytes() {
        return pages.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    /** The state of the site now; null while this node cannot know what others did, and so must make every page anew. */
    public @Nullable Era era() {
        return keeping && news.current()
                ? new Era(generation.get(), LocalDate.now(clock).toEpochDay())
                : null;
    }

    /** The page, if it may be given as it is; null also while it is looked up whether the last acts changed it. */
    public @Nullable StoredPage find(PageKey key, Era era) {
        Dated dated = pages.getIfPresent(key);
        return dated != null && stands(dated, era) ? dated.page() : null;
    }

    /** The same, but waits for what is being looked up, which takes less time than to make a page and hundreds of pages. */
    public @Nullable StoredPage findInTime(PageKey key, Era era) {
        Dated dated = pages.getIfPresent(key);
        if (dated == null) {
            return null;
        }
        if (dated.shown() != null && lookedUp < era.generation()) {
            awaitLookup(era.generation());
        }
        return stands(dated, era) ? dated.page() : null;
    }

    private void awaitLookup(long wanted) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOOKING_UP_MILLIS);
        synchronized (lookups) {
            try {
                long left = LOOKING_UP_MILLIS;
                while (lookedUp < wanted && left > 0) {
                    lookups.wait(left);
                    left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void lookedUp(long change) {
        synchronized (lookups) {
            lookedUp = change;
            lookups.notifyAll();
        }
    }

    private boolean stands(Dated dated, Era now) {
        Era made = dated.era();
        if (made.equals(now)) {
            return true;
        }
        Set<String> shown = dated.shown();
        if (shown == null || made.day() != now.day() || lookedUp < now.generation() || everything > made.generation()) {
            return false;
        }
        for (String thing : shown) {
            if (changed.getOrDefault(thing, 0L) > made.generation()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Begins to make a page.
     *
     * @return null for the one who shall make it and then call {@link #finish}; for everybody else what they wait for, which is null
     *     when the page turned out to be one that is not kept
     */
    public @Nullable CompletableFuture<@Nullable StoredPage> join(PageKey key, Era era) {
        return flights.putIfAbsent(new Flight(key, era), new CompletableFuture<>());
    }

    /**
     * Ends what {@link #join} began. The page is kept only if nothing that it shows was changed while it was made.
     *
     * @param shown what it shows; null for everything
     */
    public void finish(PageKey key, Era era, @Nullable StoredPage page, @Nullable Set<String> shown) {
        if (page != null && (shown != null || era.equals(era()))) {
            pages.put(key, new Dated(era, page, shown));
        }
        CompletableFuture<@Nullable StoredPage> waiting = flights.remove(new Flight(key, era));
        if (waiting != null) {
            waiting.complete(page);
        }
    }

    /** Once now, and once when the modules have taken notice whose memories look at the database only every second. */
    @EventListener
    void on(Recorded recorded) {
        Set<Recorded.Deed> seen = recorded.deeds().stream()
                .filter(deed -> !unseen(deed.action()))
                .collect(Collectors.toUnmodifiableSet());
        if (!seen.isEmpty()) {
            change(seen);
            settling.incrementAndGet();
            CompletableFuture.delayedExecutor(SETTLED_MILLIS, TimeUnit.MILLISECONDS, lookup)
                    .execute(() -> {
                        change(seen);
                        settling.decrementAndGet();
                    });
        }
    }

    /** Whether all that was recorded here so far has been taken notice of for the second time. */
    public boolean settled() {
        return settling.get() == 0 && lookedUp == generation.get();
    }

    private synchronized void change(Set<Recorded.Deed> deeds) {
        long change = generation.incrementAndGet();
        boolean known = deeds.stream()
                .allMatch(deed ->
                        !deed.subject().isEmpty() && changes.stream().anyMatch(each -> each.know(deed.action())));
        if (!known) {
            everything = change;
            pages.invalidateAll();
        }
        lookup.execute(() -> {
            if (known) {
                note(deeds, change);
            }
            lookedUp(change);
        });
    }

    private void note(Set<Recorded.Deed> deeds, long change) {
        try {
            for (Recorded.Deed deed : deeds) {
                for (ShownChanges each : changes) {
                    if (each.know(deed.action())) {
                        each.of(deed.action(), deed.subject()).forEach(thing -> changed.put(thing, change));
                    }
                }
            }
        } catch (RuntimeException e) {
            log.warn("What was changed by {} is not known, so all pages are made anew", deeds, e);
            everything = change;
        }
        if (changed.size() > MOST_THINGS) {
            everything = change;
            changed.clear();
        }
    }

    /** From now on every page is made anew. */
    public synchronized void forget() {
        everything = generation.incrementAndGet();
        pages.invalidateAll();
        long change = everything;
        lookup.execute(() -> lookedUp(change));
    }

    @Override
    public void destroy() {
        lookup.shutdownNow();
    }

    private static boolean unseen(String action) {
        return UNSEEN.contains(action) || UNSEEN_KINDS.stream().anyMatch(action::startsWith);
    }
}
