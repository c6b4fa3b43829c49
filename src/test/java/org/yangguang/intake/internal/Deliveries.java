package org.yangguang.intake.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.intake.Field;
import org.yangguang.intake.ImportJob;
import org.yangguang.intake.ImportPlan;
import org.yangguang.intake.ImportPlan.Kind;
import org.yangguang.intake.ImportPlan.Mode;
import org.yangguang.intake.internal.RemarkTable.Remark;
import org.yangguang.organ.OrganId;
import org.yangguang.search.Search;
import org.yangguang.search.SearchQuery;

/** Runs imports for tests, each under a source of its own. */
@Component
public class Deliveries {

    private final Imports imports;
    private final ImportRun run;
    private final RemarkTable remarks;
    private final IndexRest rest;
    private final Search search;
    private final JdbcClient jdbc;

    Deliveries(Imports imports, ImportRun run, RemarkTable remarks, IndexRest rest, Search search, JdbcClient jdbc) {
        this.rest = rest;
        this.search = search;
        this.imports = imports;
        this.run = run;
        this.remarks = remarks;
        this.jdbc = jdbc;
    }

    public static ImportPlan sheet(OrganId organ, String column) {
        return new ImportPlan(
                Kind.SHEET, Mode.LOAD, "来源" + TestDistrict.unique(), organ, Map.of(), Map.of(), column, null, null);
    }

    public static ImportPlan folder(OrganId organ, String column) {
        return new ImportPlan(
                Kind.FOLDER, Mode.LOAD, "来源" + TestDistrict.unique(), organ, Map.of(), Map.of(), column, null, null);
    }

    /** Runs it, headings understood by their names where the plan names none. */
    public ImportJob take(Path place, ImportPlan plan) {
        Map<String, Field> headings =
                plan.kind() == Kind.SHEET && plan.headings().isEmpty()
                        ? Headings.of(place).guess()
                        : new LinkedHashMap<>(plan.headings());
        ImportPlan whole = new ImportPlan(
                plan.kind(),
                plan.mode(),
                plan.source(),
                plan.organ(),
                headings,
                plan.columns(),
                plan.column(),
                plan.formedOn(),
                plan.oldSite());
        long id = imports.note(whole, place.getFileName().toString(), place, "test");
        run.run(id, rows -> {});
        return imports.find(id).orElseThrow();
    }

    /** Row and message key of every remark: {@code 3 intake.refused.date}. */
    public List<String> remarks(ImportJob job) {
        return remarks.first(job.id(), 1_000).stream()
                .map(remark -> remark.row() + " " + remark.reason().key())
                .toList();
    }

    public List<Remark> all(ImportJob job) {
        return remarks.first(job.id(), 1_000);
    }

    public List<String> titles(OrganId organ) {
        return jdbc.sql("select title from disclosure.publication where organ_id = ? order by item_id")
                .param(organ.value())
                .query(String.class)
                .list();
    }

    /** Carries on with what was cut short. */
    public ImportJob resume(ImportJob job) {
        run.run(job.id(), rows -> {});
        return imports.find(job.id()).orElseThrow();
    }

    /** As the program's job does what an officer has started. */
    public void runOpen(long job) {
        run.run(job, rows -> {});
    }

    public void indexRest() {
        rest.make();
    }

    /** How many public documents a search finds. */
    public long found(String words) {
        return search.find(SearchQuery.of(words, SearchQuery.Sort.RELEVANCE, 10), Set.of("public"))
                .total();
    }
}
