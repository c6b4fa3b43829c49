package org.yangguang.delivery.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yangguang.audit.AuditNews;
import org.yangguang.audit.Recorded;
import org.yangguang.delivery.DeliveryProperties;
import org.yangguang.platform.WhenServing;

/**
 * Pages as they were made, until something is recorded on any node that may change one of them, the date changes, or a minute has
 * passed. All are forgotten together: which page shows what is nobody's burden, and a page is made again in milliseconds.
 */
@Component
@WhenServing
public class PageCache {

    private static final long SETTLED_MILLIS = 1_500;

    private static final Duration LONGEST = Duration.ofMinutes(1);

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
            "edition.scheduled",
            "edition.unscheduled",
            "attachment.changed",
            "attachment.copied",
            "guide.saved",
            "rule.saved",
            "personal-data.read");

    private final AuditNews news;
    private final Clock clock;
    private final boolean keeping;
    private final Cache<PageKey, Dated> pages;
    private final AtomicLong generation = new AtomicLong();
    private final AtomicBoolean settling = new AtomicBoolean();
    private final Map<Flight, CompletableFuture<@Nullable StoredPage>> flights = new ConcurrentHashMap<>();

    /** The state of the site: pages of another one are never shown. */
    public record Era(long generation, long day) {}

    private record Dated(Era era, StoredPage page) {}

    private record Flight(PageKey key, Era era) {}

    PageCache(AuditNews news, Clock clock, DeliveryProperties properties, MeterRegistry meters) {
        this.news = news;
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

    public @Nullable StoredPage find(PageKey key, Era era) {
        Dated dated = pages.getIfPresent(key);
        return dated != null && dated.era().equals(era) ? dated.page() : null;
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

    /** Ends what {@link #join} began. The page is kept only if nothing changed while it was made. */
    public void finish(PageKey key, Era era, @Nullable StoredPage page) {
        if (page != null && era.equals(era())) {
            pages.put(key, new Dated(era, page));
        }
        CompletableFuture<@Nullable StoredPage> waiting = flights.remove(new Flight(key, era));
        if (waiting != null) {
            waiting.complete(page);
        }
    }

    /** Once now, and once when the modules have taken notice whose memories look at the database only every second. */
    @EventListener
    void on(Recorded recorded) {
        if (recorded.actions().stream().allMatch(PageCache::unseen)) {
            return;
        }
        forget();
        if (settling.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(SETTLED_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(() -> {
                        settling.set(false);
                        forget();
                    });
        }
    }

    /** From now on every page is made anew. */
    public void forget() {
        generation.incrementAndGet();
        pages.invalidateAll();
    }

    private static boolean unseen(String action) {
        return UNSEEN.contains(action)
                || action.startsWith("letter.")
                || action.startsWith("contribution.")
                || action.startsWith("account.")
                || action.startsWith("audit.");
    }
}
