package org.yangguang.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.account.Officer;
import org.yangguang.channel.Bundle;
import org.yangguang.channel.Bundles;
import org.yangguang.channel.Carrier;
import org.yangguang.channel.Deliveries;
import org.yangguang.channel.Outlet;
import org.yangguang.channel.Outlets;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.governance.Filing;
import org.yangguang.governance.Filings;
import org.yangguang.governance.Fund;
import org.yangguang.governance.Funds;
import org.yangguang.governance.Gathering;
import org.yangguang.governance.Gatherings;
import org.yangguang.governance.LeadingGroup;
import org.yangguang.governance.Member;
import org.yangguang.governance.ReadingPoints;
import org.yangguang.organ.OrganId;
import org.yangguang.search.Search;
import org.yangguang.search.SearchQuery;

/**
 * The eight carriers of the district, and the people and means behind disclosure as it reported them for 2016: 81 full-time officers in 81
 * bodies (82 the year before), one reading point, 20,000 yuan in the years before, nine meetings and seven classes, one of each in 2016.
 */
@Component
class DemoOutreach {

    private static final LocalDate BEGINNING = LocalDate.of(2008, 5, 1);
    private static final LocalDate REORGANISED = LocalDate.of(2016, 6, 1);
    private static final int TRAINED = 162;

    /** Days of the meetings of the years before. */
    private static final List<LocalDate> MEETINGS = List.of(
            LocalDate.of(2008, 5, 8),
            LocalDate.of(2009, 3, 19),
            LocalDate.of(2010, 4, 15),
            LocalDate.of(2011, 3, 24),
            LocalDate.of(2012, 5, 10),
            LocalDate.of(2013, 9, 12),
            LocalDate.of(2014, 4, 17),
            LocalDate.of(2015, 4, 23));

    /** Classes of the years before with those who came, 586 together. */
    private static final Map<LocalDate, Integer> CLASSES = Map.of(
            LocalDate.of(2008, 6, 20), 96,
            LocalDate.of(2009, 6, 12), 84,
            LocalDate.of(2011, 5, 27), 102,
            LocalDate.of(2013, 6, 14), 98,
            LocalDate.of(2014, 6, 21), 94,
            LocalDate.of(2015, 5, 16), 112);

    private final Outlets outlets;
    private final Deliveries deliveries;
    private final Bundles bundles;
    private final Filings filings;
    private final LeadingGroup group;
    private final Gatherings gatherings;
    private final ReadingPoints points;
    private final Funds funds;
    private final Search search;
    private final Clock clock;
    private final Words words = new Words();

    DemoOutreach(
            Outlets outlets,
            Deliveries deliveries,
            Bundles bundles,
            Filings filings,
            LeadingGroup group,
            Gatherings gatherings,
            ReadingPoints points,
            Funds funds,
            Search search,
            Clock clock) {
        this.outlets = outlets;
        this.deliveries = deliveries;
        this.bundles = bundles;
        this.filings = filings;
        this.group = group;
        this.gatherings = gatherings;
        this.points = points;
        this.funds = funds;
        this.search = search;
        this.clock = clock;
    }

    void prepare(Map<Body, OrganId> organs, Map<String, Officer> officers) {
        Officer district = Objects.requireNonNull(officers.get("district"));
        Body government =
                organs.keySet().stream().filter(Body::government).findFirst().orElseThrow();
        OrganId root = Objects.requireNonNull(organs.get(government));
        OrganId office = Objects.requireNonNull(organs.get(body(organs, "office")));
        carriers(district, root, Objects.requireNonNull(organs.get(body(organs, DemoAccounts.CIVIL))));
        group(district, root);
        organs.keySet().stream()
                .sorted(java.util.Comparator.comparingInt(Body::number))
                .forEach(body -> file(district, body, Objects.requireNonNull(organs.get(body)), officers));
        formerPost(district, office);
        gatherings(district, office, organs.keySet());
        done(points.open(
                district,
                new ReadingPoints.Typed(
                        root,
                        "泉山区档案馆政府信息查阅中心",
                        "Reading centre of the district archive",
                        "泉山区解放南路延长段（区行政中心二楼）",
                        "工作日 8:30–12:00，14:00–18:00",
                        "0516-80000001",
                        List.of("terminal", "paper", "copies", "typing", "help", "requests", "barrierFree"),
                        "配有查询终端、阅览座位和专门工作人员，可查阅本区主动公开的全部纸质文件；打字、复印按规定收取成本费用。",
                        LocalDate.of(2008, 10, 8))));
        done(funds.note(
                district,
                office,
                LocalDate.of(2014, 5, 20),
                Fund.Purpose.WORK,
                new BigDecimal("20000.00"),
                "政府信息公开工作专项经费"));
    }

    private void carriers(Officer district, OrganId root, OrganId civil) {
        long weibo = outlet(district, root, Carrier.WEIBO, "泉山发布", "Quanshan Releases", "https://weibo.com/");
        outlet(district, root, Carrier.WECHAT, "微泉山", "Micro Quanshan", "https://mp.weixin.qq.com/");
        long gazette = outlet(district, root, Carrier.GAZETTE, "泉山区人民政府公报", "District Gazette", "泉山区人民政府办公室编印");
        long archive = outlet(district, root, Carrier.ARCHIVE_HALL, "泉山区档案馆", "District Archive", "泉山区解放南路延长段");
        outlet(district, root, Carrier.HOTLINE, "政府服务热线", "Government hotline", "12345");
        outlet(district, root, Carrier.SERVICE_HALL, "区政务服务大厅", "Service hall", "泉山区政务服务中心一楼");
        outlet(district, root, Carrier.TOUCH_SCREEN, "区行政中心触摸屏", "Touch screen", "区行政中心一楼大厅");
        outlet(district, root, Carrier.OTHER, "行风热线", "Radio phone-in", "徐州人民广播电台，每周四上午");
        long board = outlet(district, civil, Carrier.NOTICE_BOARD, "区民政局公示栏", "Notice board", "区民政局办公楼一楼");

        List<Long> latest = items(null, 8);
        latest.stream().limit(4).forEach(item -> deliveries.plan(district, new ItemId(item), weibo));
        List<Long> posted = items(civil, 3);
        posted.forEach(item -> deliveries.plan(district, new ItemId(item), board));
        if (!posted.isEmpty()) {
            confirm(district, new ItemId(posted.get(0)), board);
        }
        List<Long> documents = items(root, 8);
        long issue =
                fill(district, gazette, "泉山区人民政府公报", documents.stream().limit(5).toList());
        published(district, issue);
        fill(district, gazette, "泉山区人民政府公报", documents.stream().skip(5).toList());
        fill(district, archive, "主动公开信息移交清单", latest.stream().limit(5).toList());
    }

    private long outlet(Officer district, OrganId organ, Carrier carrier, String name, String english, String address) {
        Outlets.Typed typed = new Outlets.Typed(organ, carrier, name, english, address, Outlet.Takes.NONE, List.of());
        org.yangguang.channel.Outcome outcome = outlets.open(district, typed);
        if (outcome instanceof org.yangguang.channel.Outcome.Done done) {
            return done.id();
        }
        throw new IllegalStateException("The demonstration was refused: " + outcome);
    }

    private void confirm(Officer district, ItemId item, long outlet) {
        deliveries.ofItem(item).stream()
                .filter(each -> each.outlet() == outlet)
                .findFirst()
                .ifPresent(each -> deliveries.act(
                        district,
                        each.id(),
                        each.version(),
                        Deliveries.Act.CONFIRM,
                        LocalDate.now(clock),
                        "办公楼一楼公示栏第二版"));
    }

    private void published(Officer district, long issue) {
        Bundle filled = bundles.find(district, issue).orElseThrow();
        org.yangguang.channel.Outcome out = bundles.finish(district, issue, filled.version(), LocalDate.now(clock), "");
        if (out instanceof org.yangguang.channel.Outcome.Refused refused) {
            throw new IllegalStateException("The demonstration was refused: " + refused);
        }
    }

    private long fill(Officer district, long outlet, String title, List<Long> items) {
        org.yangguang.channel.Outcome begun =
                bundles.begin(district, outlet, LocalDate.now(clock).getYear(), title);
        List<Long> planned = items.stream()
                .map(item -> deliveries.plan(district, new ItemId(item), outlet))
                .filter(org.yangguang.channel.Outcome.Done.class::isInstance)
                .map(outcome -> ((org.yangguang.channel.Outcome.Done) outcome).id())
                .toList();
        if (!(begun instanceof org.yangguang.channel.Outcome.Done bundle)) {
            throw new IllegalStateException("The demonstration was refused: " + begun);
        }
        bundles.fill(district, bundle.id(), 1, planned);
        return bundle.id();
    }

    private List<Long> items(@Nullable OrganId organ, int most) {
        SearchQuery query = new SearchQuery(
                "",
                organ == null ? null : organ.value(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                SearchQuery.Sort.DATE,
                1,
                most * 2);
        return search.find(query, Set.of(VisibilityGate.PUBLIC)).hits().stream()
                .filter(hit -> hit.url().startsWith("/items/"))
                .map(hit -> Long.valueOf(hit.url().substring("/items/".length())))
                .limit(most)
                .toList();
    }

    private void group(Officer district, OrganId root) {
        member(district, root, Member.Rank.HEAD, "顾常务", "区委常委、常务副区长");
        member(district, root, Member.Rank.DEPUTY, "丁主任", "区政府办公室主任");
        List.of("监察局局长", "发展和改革局局长", "财政局局长", "人力资源和社会保障局局长", "政府法制办公室主任", "档案局局长", "保密局局长")
                .forEach(position -> member(
                        district,
                        root,
                        Member.Rank.MEMBER,
                        surname(position.length() + position.hashCode()) + "成员",
                        "区" + position));
    }

    private void member(Officer district, OrganId root, Member.Rank rank, String person, String position) {
        done(group.appoint(district, root, rank, person, position, LocalDate.of(2012, 3, 1)));
    }

    /** Four posts each; only A counts among those engaged in the work. */
    private void file(Officer district, Body body, OrganId organ, Map<String, Officer> officers) {
        int n = body.number();
        boolean government = body.government();
        filed(district, organ, Filing.Post.CHIEF, surname(n + 3) + "主要", government ? "区长" : "主要负责人", "", false);
        filed(district, organ, Filing.Post.IN_CHARGE, surname(n + 7) + "分管", government ? "常务副区长" : "分管负责人", "", false);
        filed(district, organ, Filing.Post.A, surname(n) + "备案", "办公室政府信息公开专职工作人员", "officer-%02d".formatted(n), true);
        String login = body.domain().equals(DemoAccounts.CIVIL) ? "office" : "";
        long b = n == 2 ? 0 : filed(district, organ, Filing.Post.B, surname(n + 13) + "替补", "办公室科员", login, false);
        done(group.openOffice(district, organ, n == 2 ? "区政府信息公开网编辑部" : body.shortName() + "政府信息公开办公室", BEGINNING));
        LocalDate today = LocalDate.now(clock);
        if (n == 5 || login.equals("office")) {
            away(district, organ, Filing.Post.A, today.minusDays(1), today.plusDays(4), "年休假");
        }
        if (n == 5 && b != 0) {
            away(district, organ, Filing.Post.B, today, today.plusDays(1), "外出学习");
        }
    }

    private long filed(
            Officer district,
            OrganId organ,
            Filing.Post post,
            String person,
            String position,
            String login,
            boolean engaged) {
        return done(filings.file(
                district,
                new Filings.Typed(organ, post, person, position, login, engaged, engaged, LocalDate.of(2012, 3, 1))));
    }

    private void away(Officer district, OrganId organ, Filing.Post post, LocalDate from, LocalDate last, String why) {
        filings.of(organ).stream()
                .filter(filing -> filing.post() == post && filing.until() == null)
                .findFirst()
                .ifPresent(filing -> done(filings.absent(district, filing.id(), from, last, why)));
    }

    /** The second person and the second office that the district office had until it was reorganised. */
    private void formerPost(Officer district, OrganId office) {
        long former = done(filings.file(
                district,
                new Filings.Typed(
                        office, Filing.Post.B, "严编辑", "政府信息公开网编辑", "", true, true, LocalDate.of(2012, 3, 1))));
        done(filings.end(district, former, REORGANISED, "机构调整，编辑部并入办公室"));
        long successor = done(filings.file(
                district, new Filings.Typed(office, Filing.Post.B, "尹替补", "办公室科员", "", false, false, REORGANISED)));
        long noted = done(filings.handOver(
                district,
                former,
                successor,
                REORGANISED,
                List.of("accounts", "drafts", "files", "contacts"),
                "公开目录中三个空白栏目待调整。"));
        done(filings.accept(district, noted));
        done(group.closeOffice(district, office, REORGANISED));
        done(group.openOffice(district, office, "区政府办公室政府信息公开办公室", BEGINNING));
    }

    private void gatherings(Officer district, OrganId office, Set<Body> bodies) {
        MEETINGS.forEach(day -> held(
                district, office, Gathering.Kind.MEETING, day.getYear() + "年全区政府信息公开工作会议", day, 85, "总结上年工作，部署当年任务。"));
        CLASSES.forEach((day, heads) -> held(
                district,
                office,
                day.getYear() % 2 == 0 ? Gathering.Kind.WEEKEND_CLASS : Gathering.Kind.CENTRAL,
                day.getYear() + "年政府信息公开业务培训",
                day,
                heads,
                "学习《中华人民共和国政府信息公开条例》和系统操作。"));
        held(
                district,
                office,
                Gathering.Kind.MEETING,
                "2016年全区政府信息公开工作推进会",
                LocalDate.of(2016, 3, 24),
                83,
                "落实三级审查制度，部署公开网专项清理检查。");
        long training = held(
                district,
                office,
                Gathering.Kind.CENTRAL,
                "2016年全区政府信息公开业务培训班",
                LocalDate.of(2016, 5, 12),
                TRAINED,
                "讲解条例、保密审查程序、公开目录细化和新平台操作，每个单位两人参加。");
        String lines = bodies.stream()
                .sorted(java.util.Comparator.comparingInt(Body::number))
                .map(body -> body.shortName() + " " + surname(body.number()) + "备案\n" + body.shortName() + " "
                        + surname(body.number() + 13) + "替补")
                .collect(Collectors.joining("\n"));
        done(gatherings.attend(district, training, 1, lines));
    }

    private long held(
            Officer district,
            OrganId organ,
            Gathering.Kind kind,
            String title,
            LocalDate day,
            int heads,
            String about) {
        return done(gatherings.note(district, new Gatherings.Typed(organ, kind, title, "区行政中心会议室", day, about, heads)));
    }

    private String surname(int number) {
        List<String> surnames = words.list("surname");
        return surnames.get(Math.floorMod(number, surnames.size()));
    }

    private static Body body(Map<Body, OrganId> organs, String domain) {
        return organs.keySet().stream()
                .filter(body -> body.domain().equals(domain))
                .findFirst()
                .orElseThrow();
    }

    private static long done(org.yangguang.governance.Outcome outcome) {
        if (outcome instanceof org.yangguang.governance.Outcome.Done done) {
            return done.id();
        }
        throw new IllegalStateException("The demonstration was refused: " + outcome);
    }
}
