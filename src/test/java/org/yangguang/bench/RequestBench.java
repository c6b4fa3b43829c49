package org.yangguang.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import org.yangguang.Yangguang;
import org.yangguang.calendar.ArrangedDay;
import org.yangguang.calendar.CalendarYears;
import org.yangguang.organ.OrganId;
import org.yangguang.request.internal.CalendarRedating;
import org.yangguang.request.internal.DeadlineDesk;

/**
 * 100,000 applications of 81 organs with their history: how long the desk of deadlines takes, against one scan of the table, and how long it takes to
 * compute every open clock anew after a change of the calendar, against reading all their events. An argument gives another number of applications.
 */
public final class RequestBench {

    private static final int ORGANS = 81;
    private static final int ASKED = 120;

    private static final String[] SUBJECTS = {
        "房屋征收补偿方案及评估报告", "集体土地征收批复", "年度财政预算执行情况", "河道整治工程招标文件", "学校食堂抽检结果", "公租房分配名单",
        "危房改造补助发放明细", "环境影响评价批复", "道路养护合同", "安置房建设用地规划许可证", "行政处罚决定书", "会议纪要及附件"
    };

    /** What every title has, and a third, a twelfth, a twentieth, one, none; a number; what stands in titles in other order only. */
    private static final List<String> WORDS =
            List.of("号", "镇", "补偿", "房屋征收补偿方案及评估报告", "南湖街道", "第4321号", "核电站", "B-777", "号第");

    private static final String[] STREETS = {
        "东关街道", "西门街道", "南湖街道", "北山镇", "柳林镇", "石桥镇", "青龙镇", "白塔乡", "红旗街道", "新城街道", "开发区", "古渡镇", "双河镇", "高桥镇", "文庙街道",
        "龙泉街道", "平安街道", "和平街道", "胜利街道", "建设街道"
    };

    private final JdbcClient jdbc;
    private final DeadlineDesk desk;
    private final CalendarRedating redating;
    private final CalendarYears years;
    private final TransactionTemplate transaction;
    private final LocalDate today;
    private final int cases;

    private RequestBench(ConfigurableApplicationContext program, int cases) {
        this.cases = cases;
        jdbc = program.getBean(JdbcClient.class);
        desk = program.getBean(DeadlineDesk.class);
        redating = program.getBean(CalendarRedating.class);
        years = program.getBean(CalendarYears.class);
        transaction = program.getBean(TransactionTemplate.class);
        today = LocalDate.now(program.getBean(Clock.class));
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("yangguang-bench");
        try (ConfigurableApplicationContext program = new SpringApplicationBuilder(Yangguang.class)
                .bannerMode(Banner.Mode.OFF)
                .run(
                        "--yangguang.mode=command",
                        "--yangguang.data-dir=" + directory,
                        "--server.port=-1",
                        "--management.server.port=-1",
                        "--spring.main.lazy-initialization=true",
                        "--logging.threshold.console=OFF")) {
            new RequestBench(program, arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0])).run();
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private void run() {
        fill();
        double first = redate("every deadline written", 2026);
        double[] same = new double[3];
        for (int round = 0; round < same.length; round++) {
            same[round] = redate("nothing moved", 2026);
        }
        years.importYear(withOneMoreDayOff(), "bench", "bench");
        double moved = redate("one more day off", 2026);
        double scan = events();
        System.out.printf(
                "recomputing %,d open clocks: %.1f s when nothing moves, %.1f s when a day off moves them; reading the events alone %.1f s;"
                        + " ratios %.1f and %.1f (first writing %.1f s)%n",
                cases, median(same), moved, scan, median(same) / scan, moved / scan, first);
        jdbc.sql("vacuum analyze request.application").update();
        jdbc.sql("vacuum analyze request.deadline").update();
        measure("all open");
        measureWords("all open");
        jdbc.sql("""
                update request.application set state = 'CLOSED', closed_on = received_on + 20, result = 'GRANTED_IN_FULL', in_time = true
                 where id % 5 <> 0""").update();
        jdbc.sql("delete from request.deadline where application_id % 5 <> 0").update();
        jdbc.sql("vacuum analyze request.application").update();
        jdbc.sql("vacuum analyze request.deadline").update();
        measure("one in five open");
        measureWords("one in five open");
    }

    private void fill() {
        jdbc.sql("""
                insert into request.application
                       (id, number, channel, applicant_kind, origin_organ_id, arrived_on, title, description, document_number, purpose,
                        form, way, aided_because, code_hash, submission, files, created_at, organ_id, state, version, regime,
                        received_on, unit, handler_id, handler_name, since, extended)
                select i, 'B-' || i, 'REGISTERED_LETTER', 'PERSON', 1 + i % 81, day,
                       (cast(:streets as text[]))[1 + i / 12 % 20] || (cast(:subjects as text[]))[1 + i % 12] || '第' || i || '号', '', '', '',
                       'ANY', 'POST', '', 'c' || i, 's' || i, '{}', now(), 1 + i % 81, 'IN_HAND',
                       case when i % 3 = 0 then 6 else 4 end, 'REGULATIONS_2019', day, '法制科', i % 200, '经办' || i % 200, day, false
                  from (select i, cast(:today as date) - 3 - i % 35 as day from generate_series(1, :cases) as i) as t""")
                .param("today", today)
                .param("cases", cases)
                .param("subjects", SUBJECTS)
                .param("streets", STREETS)
                .update();
        event(1, "RECEIVE", """
                jsonb_build_object('channel', 'REGISTERED_LETTER', 'arrivedOn', a.arrived_on, 'confirmedOn', null,
                                   'organ', jsonb_build_object('value', a.organ_id))""", "true", 0);
        event(2, "ASSIGN", """
                jsonb_build_object('unit', '法制科', 'handler', jsonb_build_object('value', a.handler_id), 'handlerName', a.handler_name)""", "true", 0);
        event(3, "NOTE", "'{}'::jsonb", "true", 0);
        event(4, "NOTE", "'{}'::jsonb", "true", 1);
        event(5, "CONSULT", "jsonb_build_object('kind', 'THIRD_PARTY')", "a.id % 3 = 0", 1);
        event(6, "RECORD_OPINION", "jsonb_build_object('consultation', 1, 'opinion', 'CONSENT')", "a.id % 3 = 0", 3);
        jdbc.sql("analyze request.application").update();
        jdbc.sql("analyze request.event").update();
    }

    private void event(int number, String action, String facts, String which, int later) {
        jdbc.sql("""
                insert into request.event (application_id, number, action, on_day, at, by_kind, by_id, by_name, by_organ_id, facts)
                select a.id, %d, '%s', a.arrived_on + %d, now(), 'OFFICER', 7, '甲', a.organ_id, %s from request.application a where %s
                """.formatted(number, action, later, facts, which)).update();
    }

    private double redate(String what, int year) {
        long start = System.nanoTime();
        CalendarRedating.Done done = redating.redate(year);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "  %s: %,d examined, %,d moved, %.1f s%n",
                what, done.examined(), done.moved().size(), seconds);
        return seconds;
    }

    private double events() {
        double[] times = new double[3];
        for (int round = 0; round < times.length; round++) {
            long start = System.nanoTime();
            long bytes = jdbc.sql(
                            "select sum(length(facts::text) + number) from request.event where application_id > :none")
                    .param("none", 0)
                    .query(Long.class)
                    .single();
            times[round] = bytes > 0 ? (System.nanoTime() - start) / 1e9 : 0;
        }
        return median(times);
    }

    /** What the page asks the database for, in all its parts, for an officer of the whole district and for one of an organ. */
    private void measure(String what) {
        Collection<OrganId> district =
                LongStream.rangeClosed(1, ORGANS).mapToObj(OrganId::new).toList();
        for (Collection<OrganId> organs : List.of(district, List.of(new OrganId(7)))) {
            double[] times = new double[ASKED];
            for (int i = -20; i < ASKED; i++) {
                DeadlineDesk.Part part =
                        DeadlineDesk.Part.values()[Math.floorMod(i, DeadlineDesk.Part.values().length)];
                Long handler = i % 4 == 0 ? 14L : null;
                long start = System.nanoTime();
                desk.overview(organs, today);
                desk.lines(organs, new DeadlineDesk.Sieve(part, null, handler, null, ""), today);
                if (i >= 0) {
                    times[i] = (System.nanoTime() - start) / 1e6;
                }
            }
            double[] scans = new double[20];
            for (int i = 0; i < scans.length; i++) {
                long start = System.nanoTime();
                jdbc.sql("select count(*) from request.application where unit <> ''")
                        .query(Long.class)
                        .single();
                scans[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(times);
            double p95 = times[(int) Math.ceil(times.length * 0.95) - 1];
            System.out.printf(
                    "desk, %s, %d organs: p50 %.0f ms, p95 %.0f ms; one scan %.0f ms; ratio of p95 %.1f%n",
                    what, organs.size(), times[times.length / 2], p95, median(scans), p95 / median(scans));
        }
    }

    /** The same with words looked for, by how many titles have them, against looking into every title in the order of the list, as it was before there was an index. */
    private void measureWords(String what) {
        Collection<OrganId> district =
                LongStream.rangeClosed(1, ORGANS).mapToObj(OrganId::new).toList();
        List<Double> all = new ArrayList<>();
        for (DeadlineDesk.Part part : List.of(DeadlineDesk.Part.ALL, DeadlineDesk.Part.CLOSED)) {
            for (String words : WORDS) {
                double[] now = new double[20];
                double[] before = new double[20];
                int found = 0;
                for (int i = -3; i < now.length; i++) {
                    long start = System.nanoTime();
                    desk.overview(district, today);
                    found = desk.lines(district, new DeadlineDesk.Sieve(part, null, null, null, words), today)
                            .size();
                    long between = System.nanoTime();
                    desk.overview(district, today);
                    everyTitle(district, words, part == DeadlineDesk.Part.CLOSED);
                    if (i >= 0) {
                        now[i] = (between - start) / 1e6;
                        before[i] = (System.nanoTime() - between) / 1e6;
                        all.add(now[i]);
                    }
                }
                System.out.printf(
                        "words, %s, %s, %s (%d lines): %.0f ms; every title looked at %.0f ms%n",
                        what, part, words, found, median(now), median(before));
            }
        }
        double[] times = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "words, %s: p50 %.0f ms, p95 %.0f ms%n",
                what, times[times.length / 2], times[(int) Math.ceil(times.length * 0.95) - 1]);
    }

    private void everyTitle(Collection<OrganId> organs, String words, boolean closed) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
            String mine = "organ_id in (select unnest(cast(:organs as bigint[])))";
            String named = "(number = :words or strpos(title, :words) > 0)";
            jdbc.sql("""
                    select a.id, a.title, d.due_on from (%s limit 200) as chosen
                      join request.application a on a.id = chosen.id left join request.deadline d on d.application_id = a.id
                     order by a.closed_on desc, d.due_on nulls last, a.id""".formatted(
                                    closed
                                            ? "select id from request.application where " + mine
                                                    + " and closed_on is not null and " + named
                                                    + " order by closed_on desc, id desc"
                                            : "select application_id as id from request.deadline where " + mine
                                                    + " and application_id in (select id from request.application where closed_on is null and "
                                                    + named + ") order by due_on nulls last, application_id"))
                    .param("organs", organs.stream().map(OrganId::value).toArray(Long[]::new))
                    .param("words", words)
                    .query((row, n) -> row.getLong("id"))
                    .list();
        });
    }

    private String withOneMoreDayOff() {
        List<ArrangedDay> days = new ArrayList<>(years.of(2026));
        LocalDate extra = today.plusDays(4);
        while (extra.getDayOfWeek().getValue() > 5) {
            extra = extra.plusDays(1);
        }
        days.add(new ArrangedDay(extra, ArrangedDay.Kind.OFF, "国庆节", 2026));
        days.sort(java.util.Comparator.comparing(ArrangedDay::date));
        return "date,kind,name,arrangement_year\n"
                + days.stream().map(ArrangedDay::line).collect(Collectors.joining("\n"));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
