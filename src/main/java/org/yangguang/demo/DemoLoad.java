package org.yangguang.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.account.Officer;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.demo.DemoMarker.Phase;
import org.yangguang.demo.DemoMarker.Progress;
import org.yangguang.disclosure.AudienceScope;
import org.yangguang.disclosure.BulkLoad;
import org.yangguang.disclosure.BulkLoad.Past;
import org.yangguang.disclosure.DisclosureAttribute;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.Validity;
import org.yangguang.organ.OrganId;
import org.yangguang.search.SearchDocument;
import org.yangguang.search.SearchIndex;
import org.yangguang.search.SearchSource;

/**
 * Loads the district. Each step stands in the database together with the note that it was done, so that a load that was cut short
 * goes on where it was, never half nor twice; the index, which no transaction covers, is then built anew.
 */
@Service
class DemoLoad {

    /** Documents that are loaded in one transaction. */
    static final int BATCH = 3_000;

    private static final Logger log = LoggerFactory.getLogger(DemoLoad.class);

    private final DemoMarker marker;
    private final DemoOrgans organs;
    private final DemoAccounts accounts;
    private final DemoWork work;
    private final DemoReading reading;
    private final DemoStatements statements;
    private final DemoReports reports;
    private final DemoRequests requests;
    private final DemoEngagement engagement;
    private final DemoOutreach outreach;
    private final BulkLoad bulk;
    private final Catalogue catalogue;
    private final WorkingCalendar calendar;
    private final SearchIndex index;
    private final List<SearchSource> sources;
    private final TransactionTemplate transaction;

    DemoLoad(
            DemoMarker marker,
            DemoOrgans organs,
            DemoAccounts accounts,
            DemoWork work,
            DemoReading reading,
            DemoStatements statements,
            DemoReports reports,
            DemoRequests requests,
            DemoEngagement engagement,
            DemoOutreach outreach,
            BulkLoad bulk,
            Catalogue catalogue,
            WorkingCalendar calendar,
            SearchIndex index,
            List<SearchSource> sources,
            TransactionTemplate transaction) {
        this.marker = marker;
        this.organs = organs;
        this.accounts = accounts;
        this.work = work;
        this.reading = reading;
        this.statements = statements;
        this.reports = reports;
        this.requests = requests;
        this.engagement = engagement;
        this.outreach = outreach;
        this.bulk = bulk;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.index = index;
        this.sources = sources;
        this.transaction = transaction;
    }

    /**
     * Loads what is missing.
     *
     * @param progress told the number of documents loaded so far
     */
    void load(LongConsumer progress) {
        List<Body> bodies = Body.all();
        Progress before = marker.progress().orElse(null);
        if (before == null) {
            transaction.executeWithoutResult(status -> {
                marker.begin();
                organs.found(bodies);
            });
        }
        Progress now = marker.progress().orElseThrow();
        if (now.phase() == Phase.HISTORY) {
            if (before == null) {
                index.rebuild(
                        Stream.empty()); // whole from here on, so that it need not be built again when all is loaded
            }
            history(organs.known(bodies), bodies, now.batches(), progress);
            if (before != null) {
                rebuildIndex();
            }
            transaction.executeWithoutResult(status -> marker.phase(Phase.WORK));
        }
        if (marker.progress().orElseThrow().phase() == Phase.WORK) {
            transaction.executeWithoutResult(status -> {
                Map<String, Officer> officers = accounts.open(organs.known(bodies));
                work.prepare(officers);
                requests.prepare(officers);
                Officer district = Objects.requireNonNull(officers.get("district"));
                reading.prepare(district);
                engagement.prepare(officers, organs.known(bodies));
                outreach.prepare(organs.known(bodies), officers);
                statements.prepare(district, root(organs.known(bodies)));
                statements.freeze(
                        district,
                        Objects.requireNonNull(officers.get("office")),
                        Objects.requireNonNull(officers.get("leader")));
                reports.write(district, root(organs.known(bodies)));
                reports.publish(
                        Objects.requireNonNull(officers.get("handler")),
                        Objects.requireNonNull(officers.get("secrecy")),
                        Objects.requireNonNull(officers.get("leader")));
                marker.phase(Phase.LOADED);
            });
        }
    }

    private static OrganId root(Map<Body, OrganId> organs) {
        return organs.entrySet().stream()
                .filter(each -> each.getKey().government())
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private void history(Map<Body, OrganId> founded, List<Body> bodies, int done, LongConsumer progress) {
        Iterator<Past> past = new History(bodies, calendar::workingDay)
                .writings()
                .map(writing -> past(writing, Objects.requireNonNull(founded.get(writing.body()))))
                .iterator();
        long loaded = 0;
        for (int batch = 1; past.hasNext(); batch++) {
            List<Past> items = new ArrayList<>(BATCH);
            while (past.hasNext() && items.size() < BATCH) {
                items.add(past.next());
            }
            loaded += items.size();
            if (batch > done) {
                int number = batch;
                transaction.executeWithoutResult(status -> {
                    bulk.load(items.stream(), each -> {});
                    marker.batches(number);
                });
            }
            progress.accept(loaded);
        }
    }

    private Past past(Writing writing, OrganId organ) {
        Kind kind = writing.kind();
        LocalDate formed = writing.formedOn();
        Validity validity = writing.validity();
        ColumnId column = catalogue
                .columnByCode(kind.column())
                .map(Column::id)
                .orElseThrow(() -> new IllegalStateException("There is no column " + kind.column() + "."));
        EditionContent content = new EditionContent(
                writing.title(),
                writing.summary(),
                writing.html(),
                writing.documentNumber(),
                column,
                kind.subject(),
                kind.genre(),
                kind.groups(),
                formed,
                kind.normative(),
                kind.normative() ? formed : null,
                kind.normative() ? formed.plusDays(30) : null,
                validity == Validity.EXPIRED ? formed.plusYears(5) : null,
                validity == Validity.REPEALED ? formed.plusYears(4) : null,
                validity,
                "",
                writing.keywords(),
                DisclosureAttribute.PROACTIVE,
                "",
                null,
                AudienceScope.PUBLIC,
                null,
                null);
        return new Past(organ, content, null, writing.channel(), writing.publishedAt(), writing.releasedOn());
    }

    private void rebuildIndex() {
        log.info("Loading was cut short before: the index is built anew");
        try (Stream<SearchDocument> documents = sources.stream().flatMap(SearchSource::documents)) {
            index.rebuild(documents);
        }
    }
}
