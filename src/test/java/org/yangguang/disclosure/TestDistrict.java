package org.yangguang.disclosure;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.CatalogueRegister;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.organ.Contact;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganKind;
import org.yangguang.organ.OrganRegister;
import org.yangguang.organ.Organs;
import org.yangguang.organ.Region;

/** Makes organs, columns and published items under names that no other test uses. */
@Component
public class TestDistrict {

    private static final String REGION = "320397";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final OrganRegister organs;
    private final Organs known;
    private final CatalogueRegister columns;
    private final Catalogue catalogue;
    private final BulkLoad history;
    private final JdbcClient jdbc;

    TestDistrict(
            OrganRegister organs,
            Organs known,
            CatalogueRegister columns,
            Catalogue catalogue,
            BulkLoad history,
            JdbcClient jdbc) {
        this.organs = organs;
        this.known = known;
        this.columns = columns;
        this.catalogue = catalogue;
        this.history = history;
        this.jdbc = jdbc;
    }

    public OrganId organ(String name) {
        return organ(name, null);
    }

    public OrganId organ(String name, @Nullable OrganId parent) {
        String unique = unique();
        if (known.region(REGION).isEmpty()) {
            organs.addRegion(new Region(REGION, null, "阅读试验区"));
        }
        return organs.found(new OrganRegister.Founding(
                parent,
                REGION,
                OrganKind.DEPARTMENT,
                "T" + unique.substring(0, 8).toUpperCase(),
                name + unique.substring(0, 4),
                name,
                "Office " + unique.substring(0, 4),
                0,
                LocalDate.of(2001, 1, 1),
                new Contact("徐州市人民路1号", "221000", "0516-00000000", "", "office@example.org", "工作日 9:00-17:00")));
    }

    public ColumnId column(String name) {
        return columns.addColumn(
                catalogue.columns().stream()
                        .filter(each -> each.head() == Column.Head.STATUTORY && each.parent() == null)
                        .findFirst()
                        .orElseThrow()
                        .id(),
                "t" + unique().substring(0, 8).toLowerCase(),
                name,
                null,
                Column.Type.NOTICES,
                null,
                name);
    }

    /** Publishes on the website on the day of formation. */
    public ItemId publish(OrganId organ, EditionContent content) {
        return publish(organ, content, null);
    }

    public ItemId publish(OrganId organ, EditionContent content, @Nullable String indexNumber) {

        history.load(Stream.of(past(organ, content, indexNumber, Channel.WEBSITE)), loaded -> {});
        return new ItemId(jdbc.sql("select max(id) from disclosure.item where organ_id = ?")
                .param(organ.value())
                .query(Long.class)
                .single());
    }

    public long load(List<BulkLoad.Past> items) {
        return history.load(items.stream(), loaded -> {});
    }

    public static BulkLoad.Past past(
            OrganId organ, EditionContent content, @Nullable String indexNumber, Channel channel) {
        LocalDate formed = java.util.Objects.requireNonNull(content.formedOn());
        return new BulkLoad.Past(
                organ,
                content,
                indexNumber,
                channel,
                formed.atTime(10, 19).atZone(ZoneId.of("Asia/Shanghai")).toInstant(),
                formed);
    }

    /** Twelve letters and digits that no other call has given. */
    public static String unique() {
        return "%04d".formatted(NEXT.incrementAndGet())
                + UUID.randomUUID().toString().replace("-", "").substring(0, 8);
    }
}
