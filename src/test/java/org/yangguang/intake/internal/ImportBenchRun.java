package org.yangguang.intake.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.disclosure.BulkLoad;
import org.yangguang.disclosure.ItemId;
import org.yangguang.intake.ImportJob;
import org.yangguang.intake.ImportPlan;
import org.yangguang.search.SearchDocument;

/** What the bench needs of the inside of imports. */
public final class ImportBenchRun {

    private final Imports imports;
    private final ImportRun run;
    private final BulkLoad bulk;
    private final JdbcClient jdbc;

    public ImportBenchRun(ApplicationContext program) {
        imports = program.getBean(Imports.class);
        run = program.getBean(ImportRun.class);
        bulk = program.getBean(BulkLoad.class);
        jdbc = program.getBean(JdbcClient.class);
    }

    public ImportJob take(Path place, ImportPlan plan) {
        Map<String, org.yangguang.intake.Field> headings =
                plan.kind() == ImportPlan.Kind.SHEET ? Headings.of(place).guess() : Map.of();
        long id = imports.note(
                new ImportPlan(
                        plan.kind(),
                        plan.mode(),
                        plan.source(),
                        plan.organ(),
                        headings,
                        plan.columns(),
                        plan.column(),
                        plan.formedOn(),
                        plan.oldSite()),
                "bench",
                place,
                "bench");
        run.run(id, rows -> {});
        return imports.find(id).orElseThrow();
    }

    public List<SearchDocument> documents(ImportJob job) {
        return bulk.documents(jdbc.sql("select item_id from intake.taken where job_id = ? and item_id is not null")
                .param(job.id())
                .query((row, number) -> new ItemId(row.getLong(1)))
                .list());
    }

    /** A workbook of {@code rows} rows, each text another one, shared as spreadsheet programs share them. */
    public static Path workbook(Path file, int rows) {
        String[] strings = new String[2 * rows];
        for (int i = 0; i < rows; i++) {
            strings[2 * i] = "关于第" + i + "号事项的通知";
            strings[2 * i + 1] = "第" + i + "号事项的正文，经研究，现将有关事项通知如下，请认真贯彻执行。";
        }
        return Workbook.write(file, strings, book -> {
            book.text(Workbook.inline("编号", "标题", "正文", "生成日期"));
            for (int i = 0; i < rows; i++) {
                book.text("<row><c><v>" + i + "</v></c><c t=\"s\"><v>" + 2 * i + "</v></c><c t=\"s\"><v>" + (2 * i + 1)
                        + "</v></c><c s=\"1\"><v>" + (40_000 + i % 2_000) + "</v></c></row>");
            }
        });
    }
}
