import re
B='src/main/java/org/yangguang/'
def rd(p): return open(B+p).read()
def wr(p,s): open(B+p,'w').write(s)
# audit
wr('audit/Recorded.java','''package org.yangguang.audit;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Acts were recorded and their transactions have committed. Told on the node that recorded them before the call that committed
 * returns, and on every other node when it looks next, a fifth of a second later at most. May be told more than once.
 */
public record Recorded(Set<Deed> deeds) {

    /**
     * @param action its name, {@code edition.published}
     * @param subject what it was done to, {@code disclosure.edition:17}; empty where so many were recorded that they are not told one
     *     by one
     */
    public record Deed(String action, String subject) {}

    /** The names of what was done. */
    public Set<String> actions() {
        return deeds.stream().map(Deed::action).collect(Collectors.toUnmodifiableSet());
    }
}
''')
s=rd('audit/internal/ChainWriter.java')
s=s.replace('(first, last, actions) -> {}','(first, last, deeds) -> {}').replace('void entries(long first, long last, Set<String> actions);','void entries(long first, long last, Set<Recorded.Deed> deeds);')
s=s.replace('private final Set<String> actions;','private final Set<Recorded.Deed> deeds;')
s=s.replace('''            actions = chained.stream().map(AuditEntry::action).collect(Collectors.toUnmodifiableSet());''','''            boolean many = chained.size() > ONE_BY_ONE;
            deeds = chained.stream()
                    .map(entry -> new Recorded.Deed(entry.action(), many ? "" : entry.subject()))
                    .collect(Collectors.toUnmodifiableSet());''')
s=s.replace('listener.entries(first, head.seq(), actions);','listener.entries(first, head.seq(), deeds);')
s=s.replace('''    private static final int PATIENCE_SECONDS = 20;
''','''    private static final int PATIENCE_SECONDS = 20;

    /** Of more entries in one transaction only the actions are told, not what each was done to. */
    private static final int ONE_BY_ONE = 100;
''').replace('import org.yangguang.audit.Head;','import org.yangguang.audit.Head;\nimport org.yangguang.audit.Recorded;')
wr('audit/internal/ChainWriter.java',s)
s=rd('audit/internal/EntryTable.java')
s=s.replace('''    /** The actions of the entries after one number up to another, by number. */
    public Map<Long, String> actions(long after, long to) {
        Map<Long, String> actions = new TreeMap<>();
        jdbc.query(
                "select seq, action from audit.entry where seq > ? and seq <= ?",
                row -> {
                    actions.put(row.getLong(1), row.getString(2));
                },
                after,
                to);
        return actions;''','''    /** What was done in the entries after one number up to another, by number. */
    public Map<Long, Recorded.Deed> deeds(long after, long to) {
        Map<Long, Recorded.Deed> deeds = new TreeMap<>();
        jdbc.query(
                "select seq, action, subject from audit.entry where seq > ? and seq <= ?",
                row -> {
                    deeds.put(row.getLong(1), new Recorded.Deed(row.getString(2), row.getString(3)));
                },
                after,
                to);
        return deeds;''')
if 'import org.yangguang.audit.Recorded;' not in s: s=s.replace('import org.yangguang.audit.Head;','import org.yangguang.audit.Head;\nimport org.yangguang.audit.Recorded;')
wr('audit/internal/EntryTable.java',s)
s=rd('audit/AuditNews.java')
s=s.replace('private void committed(long first, long last, Set<String> actions) {','private void committed(long first, long last, Set<Recorded.Deed> deeds) {').replace('events.publishEvent(new Recorded(actions));','events.publishEvent(new Recorded(deeds));')
s=s.replace('Set<String> actions = new LinkedHashSet<>();','Set<Recorded.Deed> deeds = new LinkedHashSet<>();').replace('actions.add(MANY);','deeds.add(new Recorded.Deed(MANY, ""));').replace('''table.actions(after, head).forEach((seq, action) -> {
                if (!isOwn(seq)) {
                    actions.add(action);''','''table.deeds(after, head).forEach((seq, deed) -> {
                if (!isOwn(seq)) {
                    deeds.add(deed);''').replace('''        if (!actions.isEmpty()) {
            events.publishEvent(new Recorded(Set.copyOf(actions)));''','''        if (!deeds.isEmpty()) {
            events.publishEvent(new Recorded(Set.copyOf(deeds)));''')
wr('audit/AuditNews.java',s)
# site
wr('site/Shown.java','''package org.yangguang.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows, told while it is made. A page of which nothing is told shows everything: it is made anew whenever anything is
 * recorded that the public sees. One that tells stands until one of the things is changed ({@link ShownChanges}) or an act is recorded
 * of which nobody says what it changes. So it must name all that the page takes from items; of organs, columns, words of vocabularies
 * and topics it may be silent, because acts upon them change all pages.
 */
public final class Shown {

    private static final String ATTRIBUTE = Shown.class.getName();

    private Shown() {}

    /** The page shows these things, such as {@code item:17}, beside those told before. */
    public static void add(HttpServletRequest request, Set<String> things) {
        Set<String> told = new HashSet<>(things);
        Set<String> before = told(request);
        if (before != null) {
            told.addAll(before);
        }
        request.setAttribute(ATTRIBUTE, Set.copyOf(told));
    }

    /** Null when nothing was told. */
    @SuppressWarnings("unchecked")
    public static @Nullable Set<String> told(HttpServletRequest request) {
        return (Set<String>) request.getAttribute(ATTRIBUTE);
    }
}
''')
wr('site/ShownChanges.java','''package org.yangguang.site;

import java.util.Set;

/** Says which of the things that pages show ({@link Shown}) a recorded act has changed. */
public interface ShownChanges {

    /** Whether this module can tell for acts of this name. */
    boolean know(String action);

    /**
     * The changed things, also those that stopped or began to belong together by it. May ask the database.
     *
     * @param subject what was done something to, as it is recorded: {@code disclosure.edition:17}
     */
    Set<String> of(String action, String subject);
}
''')
wr('disclosure/internal/ChangedItems.java','''package org.yangguang.disclosure.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.ItemId;
import org.yangguang.site.ShownChanges;

/**
 * What pages of items show: items, and of each column and subject which items are in it. An act upon an edition changes the item and
 * the columns and subjects of all its editions.
 */
@Component
public class ChangedItems implements ShownChanges {

    private static final String EDITION = "disclosure.edition:";
    private static final String ITEM = "disclosure.item:";
    private static final Set<String> ACTS = Set.of(
            "edition.published",
            "edition.superseded",
            "edition.withdrawn",
            "edition.withdrawn-in-emergency",
            "item.validity-ended");

    private final JdbcClient jdbc;

    ChangedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Place(long item, @Nullable Long column, @Nullable String subject) {}

    /** The item itself, wherever it is named. */
    public static String item(ItemId item) {
        return "item:" + item.value();
    }

    /** Which items are in the column. */
    public static String column(ColumnId column) {
        return "column:" + column.value();
    }

    /** Which items are of the subject. */
    public static String subject(String code) {
        return "subject:" + code;
    }

    @Override
    public boolean know(String action) {
        return ACTS.contains(action);
    }

    @Override
    public Set<String> of(String action, String subject) {
        Set<String> changed = new LinkedHashSet<>();
        for (Place place : places(subject)) {
            changed.add(item(new ItemId(place.item())));
            if (place.column() != null) {
                changed.add(column(new ColumnId(place.column())));
            }
            if (place.subject() != null) {
                changed.add(subject(place.subject()));
            }
        }
        if (changed.isEmpty()) {
            throw new IllegalArgumentException("nothing is known of " + subject);
        }
        return changed;
    }

    private List<Place> places(String subject) {
        long id = Long.parseLong(subject.substring(subject.indexOf(':') + 1));
        String item = subject.startsWith(EDITION) ? "(select item_id from disclosure.edition where id = ?)" : "?";
        return Stream.of(EDITION, ITEM).noneMatch(subject::startsWith)
                ? List.of()
                : jdbc.sql("select distinct item_id, column_id, subject_code from disclosure.edition where item_id = " + item)
                        .param(id)
                        .query((row, number) -> new Place(
                                row.getLong("item_id"),
                                row.getObject("column_id", Long.class),
                                row.getString("subject_code")))
                        .list();
    }
}
''')
s=rd('disclosure/web/ItemPages.java')
s=s.replace('''    private String show(Edition edition, Reader reader, Locale locale, Model model) {
        model.addAttribute("item", views.view(edition, reader, locale));''','''    private String show(Edition edition, Reader reader, Locale locale, Model model, HttpServletRequest request) {
        ItemView view = views.view(edition, reader, locale);
        Shown.add(request, view.shown());
        model.addAttribute("item", view);''')
s=s.replace('String item(@PathVariable long id, Locale locale, Model model, HttpServletResponse response) {','String item(\n            @PathVariable long id,\n            Locale locale,\n            Model model,\n            HttpServletRequest request,\n            HttpServletResponse response) {')
s=s.replace('? show(edition.get(), reader, locale, model)','? show(edition.get(), reader, locale, model, request)')
s=s.replace('String edition(@PathVariable long id, @PathVariable int number, Locale locale, Model model) {','String edition(\n            @PathVariable long id, @PathVariable int number, Locale locale, Model model, HttpServletRequest request) {')
s=s.replace('return show(edition, reader, locale, model);','return show(edition, reader, locale, model, request);')
s=s.replace('import jakarta.servlet.http.HttpServletResponse;','import jakarta.servlet.http.HttpServletRequest;\nimport jakarta.servlet.http.HttpServletResponse;').replace('import org.yangguang.organ.Organs;','import org.yangguang.organ.Organs;\nimport org.yangguang.site.Shown;')
wr('disclosure/web/ItemPages.java',s)
# cache
s=rd('delivery/internal/PageCache.java')
a=s.index('/**\n * Pages as they were made'); b=s.index('@Component')
s=s[:a]+'''/**
 * Pages as they were made, until something that they show is changed on any node, the date changes, or a minute has passed. A page that
 * does not tell what it shows is made anew after every act that the public may see; which page shows what need be nobody's burden.
 */
'''+s[b:]
a=s.index('            "edition.started",'); b=s.index('            "guide.saved"')
s=s[:a]+'''            "edition.started",
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
'''+s[b:]
s=s.replace('''    private final AuditNews news;
''','''    /** Beginnings of names of such acts: accounts, messages, applications of citizens, keys. */
    private static final List<String> UNSEEN_KINDS =
            List.of("account.", "audit.", "case.", "message.", "sealing.", "synonyms.", "webhook.");

    private static final int MOST_THINGS = 20_000;

    private final AuditNews news;
    private final List<ShownChanges> changes;
''',1)
a=s.index('    private final AtomicLong generation'); b=s.index('    private final Map<Flight')
s=s[:a]+'''    private final Map<String, Long> changed = new ConcurrentHashMap<>();
    /** What an act changed is looked up here, in the order of the acts. */
    private final ExecutorService lookup = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "pages-changed");
        thread.setDaemon(true);
        return thread;
    });

    private final AtomicLong generation = new AtomicLong();
    private volatile long lookedUp;
    private volatile long everything;
'''+s[b:]
s=s.replace('''    private record Dated(Era era, StoredPage page) {}
''','''    private record Dated(Era era, StoredPage page, @Nullable Set<String> shown) {}
''')
s=s.replace('PageCache(AuditNews news, Clock clock, DeliveryProperties properties, MeterRegistry meters) {\n        this.news = news;','''PageCache(
            AuditNews news,
            List<ShownChanges> changes,
            Clock clock,
            DeliveryProperties properties,
            MeterRegistry meters) {
        this.news = news;
        this.changes = List.copyOf(changes);''')
a=s.index('    public @Nullable StoredPage find('); b=s.index('    /**\n     * Begins to make a page.')
s=s[:a]+'''    public @Nullable StoredPage find(PageKey key, Era era) {
        Dated dated = pages.getIfPresent(key);
        return dated != null && stands(dated, era) ? dated.page() : null;
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

'''+s[b:]
a=s.index('    /** Ends what {@link #join} began.'); b=s.index('    private static boolean unseen')
s=s[:a]+'''    /**
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
            CompletableFuture.delayedExecutor(SETTLED_MILLIS, TimeUnit.MILLISECONDS, lookup)
                    .execute(() -> change(seen));
        }
    }

    private synchronized void change(Set<Recorded.Deed> deeds) {
        long change = generation.incrementAndGet();
        boolean known = deeds.stream()
                .allMatch(deed -> !deed.subject().isEmpty()
                        && changes.stream().anyMatch(each -> each.know(deed.action())));
        if (!known) {
            everything = change;
            pages.invalidateAll();
        }
        lookup.execute(() -> {
            if (known) {
                note(deeds, change);
            }
            lookedUp = change;
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
        lookup.execute(() -> lookedUp = change);
    }

    @Override
    public void destroy() {
        lookup.shutdownNow();
    }

'''+s[b:]
s=s.replace('return UNSEEN.contains(action) || action.startsWith("account.") || action.startsWith("audit.");','return UNSEEN.contains(action) || UNSEEN_KINDS.stream().anyMatch(action::startsWith);')
s=s.replace('public class PageCache {','public class PageCache implements DisposableBean {\n\n    private static final Logger log = LoggerFactory.getLogger(PageCache.class);')
s=s.replace('import java.util.concurrent.atomic.AtomicBoolean;\n','').replace('import java.util.Map;','import java.util.List;\nimport java.util.Map;').replace('import java.util.concurrent.TimeUnit;','import java.util.concurrent.ExecutorService;\nimport java.util.concurrent.Executors;\nimport java.util.concurrent.TimeUnit;').replace('import org.jspecify.annotations.Nullable;\n','import java.util.stream.Collectors;\nimport org.jspecify.annotations.Nullable;\nimport org.slf4j.Logger;\nimport org.slf4j.LoggerFactory;\nimport org.springframework.beans.factory.DisposableBean;\n').replace('import org.yangguang.platform.WhenServing;','import org.yangguang.platform.WhenServing;\nimport org.yangguang.site.ShownChanges;')
wr('delivery/internal/PageCache.java',s)
s=rd('delivery/web/PageFilter.java')
s=s.replace('cache.finish(key, era, made);','cache.finish(key, era, made, Shown.told(request));').replace('import org.yangguang.site.KeptPages;','import org.yangguang.site.KeptPages;\nimport org.yangguang.site.Shown;')
wr('delivery/web/PageFilter.java',s)
s=rd('disclosure/web/ItemView.java')
s=s.replace('''    public boolean restricted() {''','''    /** What the page shows of items: this one, those it is linked with, and who else is in its column and its subject. */
    public Set<String> shown() {
        Set<String> shown = new HashSet<>();
        shown.add(ChangedItems.item(edition.item()));
        shown.add(ChangedItems.column(Objects.requireNonNull(edition.content().column())));
        if (edition.content().subject() != null) {
            shown.add(ChangedItems.subject(edition.content().subject()));
        }
        Stream.concat(replacing.stream(), replaced.stream()).forEach(link -> shown.add(ChangedItems.item(link.item())));
        related.forEach(near -> shown.add(ChangedItems.item(near.item().item())));
        return shown;
    }

    public boolean restricted() {''')
s=s.replace('import java.util.List;','import java.util.HashSet;\nimport java.util.List;\nimport java.util.Objects;\nimport java.util.Set;\nimport java.util.stream.Stream;').replace('import org.yangguang.disclosure.internal.PublishedEditions;','import org.yangguang.disclosure.internal.ChangedItems;\nimport org.yangguang.disclosure.internal.PublishedEditions;')
wr('disclosure/web/ItemView.java',s)
