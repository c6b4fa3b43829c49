package org.yangguang.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.account.Accounts;
import org.yangguang.account.Officer;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.disclosure.ItemId;
import org.yangguang.engagement.Affair;
import org.yangguang.engagement.AffairAction;
import org.yangguang.engagement.AffairContent;
import org.yangguang.engagement.AffairContent.Participant;
import org.yangguang.engagement.AffairHistory;
import org.yangguang.engagement.AffairKind;
import org.yangguang.engagement.AffairPart;
import org.yangguang.engagement.AffairPart.Way;
import org.yangguang.engagement.Affairs;
import org.yangguang.engagement.ConsultationBasis;
import org.yangguang.engagement.Contributions;
import org.yangguang.engagement.ExpertField;
import org.yangguang.engagement.Experts;
import org.yangguang.engagement.Interpretation;
import org.yangguang.engagement.Interpretations;
import org.yangguang.engagement.Letter;
import org.yangguang.engagement.LetterAction;
import org.yangguang.engagement.LetterKind;
import org.yangguang.engagement.LetterReceipt;
import org.yangguang.engagement.LetterStep;
import org.yangguang.engagement.Letters;
import org.yangguang.engagement.NewLetter;
import org.yangguang.engagement.Origin;
import org.yangguang.engagement.Outcome;
import org.yangguang.engagement.Writer;
import org.yangguang.organ.OrganId;
import org.yangguang.search.Search;
import org.yangguang.search.SearchQuery;
import org.yangguang.search.SearchResult.Hit;

/**
 * The district talks with its people: in 2016 it answered 22 concerns with 34 posts on Weibo and WeChat, interpreted 50 policies by experts of 22 departments, held one press
 * conference with its principal leader and no interview; letters of that year and of these days stand in every state.
 */
@Component
class DemoEngagement {

    private static final int YEAR = 2016;
    private static final int CONCERNS = 22;
    private static final int TWICE = 12;
    private static final int INTERPRETATIONS = 50;
    private static final int DEPARTMENTS = 22;
    /** The letter that lies unanswered for nearly three months. */
    private static final int FORGOTTEN = 16;

    private static final String EXPLAINING = "工作安排政策解读";

    private final Letters letters;
    private final Affairs affairs;
    private final AffairHistory history;
    private final Contributions contributions;
    private final Interpretations interpretations;
    private final Experts experts;
    private final Accounts accounts;
    private final Search search;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final Words words = new Words();

    DemoEngagement(
            Letters letters,
            Affairs affairs,
            AffairHistory history,
            Contributions contributions,
            Interpretations interpretations,
            Experts experts,
            Accounts accounts,
            Search search,
            WorkingCalendar calendar,
            Clock clock) {
        this.letters = letters;
        this.affairs = affairs;
        this.history = history;
        this.contributions = contributions;
        this.interpretations = interpretations;
        this.experts = experts;
        this.accounts = accounts;
        this.search = search;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A body with the officer who writes for it. */
    private record Desk(Body body, OrganId organ, Officer writer) {}

    private record Sample(String domain, LetterKind kind, String title, String question, String answer) {}

    /** @param officers by login */
    void prepare(Map<String, Officer> officers, Map<Body, OrganId> organs) {
        Officer district = Objects.requireNonNull(officers.get("district"));
        List<Desk> desks = new ArrayList<>();
        organs.forEach((body, organ) -> accounts.byLogin("officer-%02d".formatted(body.number()))
                .filter(officer -> !body.government())
                .ifPresent(officer -> desks.add(new Desk(body, organ, officer))));
        pastLetters(desks, district);
        presentLetters(desks, district, officers);
        concerns(
                desks.stream()
                        .filter(desk -> !desk.body().domain().equals(DemoAccounts.CIVIL))
                        .toList(),
                district);
        conference(desks.get(0), district);
        consultations(desks, district);
        rating(desks, district);
        pool(desks, district);
        interpretations(desks);
    }

    private static List<Sample> samples() {
        return Resource.lines("letters.txt").stream()
                .map(line -> line.split("\\|"))
                .map(part -> new Sample(part[0], LetterKind.valueOf(part[1]), part[2], part[3], part[4]))
                .toList();
    }

    private static Desk of(List<Desk> desks, String domain, int turn) {
        List<Desk> fitting = desks.stream()
                .filter(desk -> desk.body().domain().equals(domain))
                .toList();
        return fitting.isEmpty() ? desks.get(turn % desks.size()) : fitting.get(turn % fitting.size());
    }

    /** Two rounds of the samples through 2016, all answered, most of them published. */
    private void pastLetters(List<Desk> desks, Officer district) {
        List<Sample> samples = samples();
        for (int i = 0; i < 2 * samples.size(); i++) {
            Sample sample = samples.get(i % samples.size());
            Desk desk = of(desks, sample.domain(), i);
            LocalDate received = worked(LocalDate.of(YEAR, 1, 11).plusDays(i * 7L));
            Letter letter = received(desk, sample, received, i % 3 == 0 ? Origin.HOTLINE : Origin.WEB);
            LocalDate replied = calendar.deadline(received, 1 + i % 7).date();
            Letter answered = answered(letter, desk, district, sample.answer(), replied);
            if (i < samples.size() || i % 4 != 0) {
                published(answered, district, sample, replied);
            }
        }
    }

    /** Letters of these days in every state. */
    private void presentLetters(List<Desk> desks, Officer district, Map<String, Officer> officers) {
        List<Sample> samples = samples();
        LocalDate today = LocalDate.now(clock);
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            Desk desk = i % 4 == 0 ? civil(desks, officers) : of(desks, sample.domain(), i);
            boolean answered = i % 8 >= 6;
            LocalDate on = worked(today.minusDays(i == FORGOTTEN ? 83 : answered ? 12 + i * 3L % 40 : 1 + i * 3L % 9));
            Letter letter = received(desk, sample, on, i % 2 == 0 ? Origin.WEB : Origin.WINDOW);
            switch (i % 8) {
                case 0, 1 -> {}
                case 2 -> assigned(letter, district, on);
                case 3 -> {
                    Letter inHand = assigned(letter, district, on);
                    letters.saveReply(desk.writer(), inHand.id(), 0, sample.answer())
                            .value();
                    act(desk.writer(), inHand, LetterStep.of(LetterAction.SUBMIT_REPLY), today);
                }
                case 4 -> act(district, letter, LetterStep.noted(LetterAction.MARK_SPAM, "广告信息。"), today);
                case 5 -> {
                    Letter again = received(desk, sample, on, Origin.HOTLINE);
                    act(district, again, LetterStep.into(letter.number()), today);
                }
                case 6 -> answered(letter, desk, district, sample.answer(), soon(on, i, today));
                default -> {
                    LocalDate replied = soon(on, i, today);
                    published(answered(letter, desk, district, sample.answer(), replied), district, sample, replied);
                }
            }
        }
    }

    private LocalDate soon(LocalDate received, int turn, LocalDate today) {
        LocalDate replied = calendar.deadline(received, 1 + turn % 3).date();
        return replied.isAfter(today) ? today : replied;
    }

    private static Desk civil(List<Desk> desks, Map<String, Officer> officers) {
        Desk civil = of(desks, DemoAccounts.CIVIL, 0);
        return new Desk(civil.body(), civil.organ(), Objects.requireNonNull(officers.get("handler")));
    }

    private Letter received(Desk desk, Sample sample, LocalDate on, Origin origin) {
        Writer writer = new Writer("示例来信人", "", "", "");
        String page = sample.kind() == LetterKind.ERROR_REPORT
                ? "/organs/" + desk.organ().value()
                : "";
        NewLetter letter = new NewLetter(
                sample.kind(), origin, desk.organ(), sample.title(), sample.question(), page, writer, true);
        LetterReceipt receipt = letters.receive(desk.writer(), letter, on).value();
        return letters.find(receipt.id()).orElseThrow();
    }

    private Letter assigned(Letter letter, Officer district, LocalDate on) {
        return act(district, letter, LetterStep.to(LetterAction.ASSIGN, letter.organ(), ""), on);
    }

    private Letter answered(Letter letter, Desk desk, Officer district, String answer, LocalDate on) {
        Letter inHand = assigned(letter, district, on);
        letters.saveReply(desk.writer(), inHand.id(), 0, answer).value();
        Letter submitted = act(desk.writer(), inHand, LetterStep.of(LetterAction.SUBMIT_REPLY), on);
        return act(district, submitted, LetterStep.of(LetterAction.APPROVE_REPLY), on);
    }

    private void published(Letter letter, Officer district, Sample sample, LocalDate on) {
        act(
                district,
                letter,
                LetterStep.publish(new LetterStep.Shown(sample.title(), sample.question(), sample.answer(), "")),
                on);
    }

    private Letter act(Officer officer, Letter letter, LetterStep step, LocalDate on) {
        return letters.act(officer, letter.id(), letter.version(), step, on).value();
    }

    private void concerns(List<Desk> desks, Officer district) {
        for (int i = 0; i < CONCERNS; i++) {
            Desk desk = desks.get(1 + i * 3 % (desks.size() - 1));
            String topic = words.topics(desk.body().domain())
                    .get(i % words.topics(desk.body().domain()).size());
            LocalDate arose = worked(LocalDate.of(YEAR, 1, 12).plusDays(i * 16L));
            AffairContent content = new AffairContent(
                    "关于" + topic + "的回应",
                    "网民和媒体关注" + desk.body().shortName() + "的" + topic + "工作，希望了解进展和安排。",
                    arose,
                    null,
                    "",
                    "",
                    null,
                    null,
                    "",
                    List.of());
            Affair affair = released(desk.writer(), district, AffairKind.CONCERN, desk.organ(), content, arose);
            List<Way> ways = i < TWICE ? List.of(Way.WEIBO, Way.WECHAT) : List.of(i % 2 == 0 ? Way.WEIBO : Way.WECHAT);
            for (Way way : ways) {
                part(
                        desk.writer(),
                        district,
                        affair,
                        AffairPart.Kind.RESPONSE,
                        way,
                        worked(arose.plusDays(1)),
                        desk.body().shortName() + "已组织核查，" + topic + "各项工作正按计划推进，办理情况将继续通过本渠道公布。");
            }
        }
    }

    private void conference(Desk office, Officer district) {
        LocalDate on = LocalDate.of(YEAR, 5, 11);
        AffairContent content = new AffairContent(
                "泉山区“互联网+政务服务”平台新闻发布会",
                "介绍政务、就业、教育、医疗、民政、警务、房产、旅游和物业九大网络服务平台运行情况，148项审批服务事项实现网上预审。",
                on,
                null,
                "10:00",
                "区政务服务大厅会议室",
                on.minusDays(2),
                null,
                "",
                List.of(
                        new Participant("区政府主要负责同志", "区长", true),
                        new Participant("区政务办负责同志", "主任", false),
                        new Participant("区政府办公室负责同志", "副主任", false)));
        Affair affair =
                released(office.writer(), district, AffairKind.CONFERENCE, office.organ(), content, on.minusDays(7));
        part(
                office.writer(),
                district,
                affair,
                AffairPart.Kind.RECORD,
                null,
                on,
                "主要负责同志介绍：平台三月二十九日试运行，四月二十四日正式投入运行，手机微信端同时开通。\n" + "问：网上预审通过以后还要跑几次？\n答：材料齐全的，到窗口核对原件一次办结。");
    }

    private void consultations(List<Desk> desks, Officer district) {
        Desk urban = of(desks, "city", 0);
        LocalDate then = LocalDate.of(YEAR, 6, 6);
        Affair past = released(
                urban.writer(),
                district,
                AffairKind.CONSULTATION,
                urban.organ(),
                AffairContent.of("《泉山区便民疏导点管理办法（草案）》公开征求意见", "草案规定便民疏导点的设置条件、经营时间、卫生责任和退出机制，欢迎提出意见。")
                        .lasting(then, then.plusDays(31), ConsultationBasis.MARKET_ENTITIES),
                then);
        part(
                urban.writer(),
                district,
                past,
                AffairPart.Kind.SUMMARY,
                null,
                then.plusDays(45),
                "共收到意见建议17条，采纳9条，部分采纳3条，未采纳5条。主要采纳了延长早市经营时间、增设垃圾收集点等意见。");
        LocalDate today = LocalDate.now(clock);
        Affair open = released(
                urban.writer(),
                district,
                AffairKind.CONSULTATION,
                urban.organ(),
                AffairContent.of("《泉山区公共停车场管理办法（征求意见稿）》公开征求意见", "征求意见稿对公共停车场的规划建设、收费公示、错时共享和夜间停放作出规定，欢迎公众提出意见。")
                        .lasting(today.minusDays(5), today.plusDays(30), ConsultationBasis.MAJOR_DECISION),
                today.minusDays(5));
        contributions.receive(open.id(), "建议医院周边停车场首小时免费。", "").value();
        contributions.receive(open.id(), "建议公布各停车场的剩余车位。", "").value();
    }

    private void rating(List<Desk> desks, Officer district) {
        Desk office = desks.get(0);
        LocalDate from = LocalDate.of(YEAR, 12, 1);
        Affair past = released(
                office.writer(),
                district,
                AffairKind.RATING,
                office.organ(),
                AffairContent.of("泉山区2016年度政府信息公开社会评议", "请对各机关一年来公开信息、答复来信和申请的情况作出评价，五分为最好。")
                        .lasting(from, from.plusDays(20), null),
                from);
        Map<OrganId, List<Integer>> scores = new LinkedHashMap<>();
        for (Desk desk : desks) {
            List<Integer> given = new ArrayList<>();
            for (int i = 0; i < 6 + desk.body().number() % 9; i++) {
                given.add(5 - (desk.body().number() * 7 + i * 3) % 10 / 4);
            }
            scores.put(desk.organ(), given);
        }
        history.votes(past, scores, from.plusDays(10));
        LocalDate today = LocalDate.now(clock);
        released(
                office.writer(),
                district,
                AffairKind.RATING,
                office.organ(),
                AffairContent.of("泉山区" + today.getYear() + "年度政府信息公开社会评议", "请对各机关一年来公开信息、答复来信和申请的情况作出评价，五分为最好。")
                        .lasting(today.minusDays(3), today.plusDays(25), null),
                today.minusDays(3));
    }

    private void pool(List<Desk> desks, Officer district) {
        List<String> surnames = words.list("surname");
        ExpertField[] fields = ExpertField.values();
        for (int i = 0; i < DEPARTMENTS; i++) {
            Desk desk = desks.get(i);
            experts.appoint(
                            district,
                            desk.organ(),
                            surnames.get(i % surnames.size()) + "解读",
                            i % 2 == 0 ? "分管负责人" : "业务科室负责人",
                            List.of(fields[i % fields.length], fields[(i + 2) % fields.length]),
                            LocalDate.of(YEAR, 3, 1),
                            LocalDate.now(clock).plusYears(1))
                    .value();
        }
    }

    /** Items of 2016 that explain others of the same body. */
    private void interpretations(List<Desk> desks) {
        int linked = 0;
        for (int i = 0; i < DEPARTMENTS && linked < INTERPRETATIONS; i++) {
            Desk desk = desks.get(i);
            List<Hit> all = hits(desk);
            List<Hit> explaining =
                    all.stream().filter(hit -> hit.title().contains(EXPLAINING)).toList();
            List<Hit> documents =
                    all.stream().filter(hit -> !hit.title().contains("解读")).toList();
            for (int each = 0;
                    each < explaining.size() && each < documents.size() && linked < INTERPRETATIONS;
                    each++) {
                Hit hit = explaining.get(each);
                done(interpretations.link(
                        desk.writer(), item(hit), item(document(hit, documents, each)), Interpretation.Form.TEXT, ""));
                linked++;
            }
        }
    }

    /** The document of which the interpretation tells, or any other of the body. */
    private static Hit document(Hit interpretation, List<Hit> documents, int otherwise) {
        String topic = interpretation.title().replaceAll("^关于|" + EXPLAINING + ".*$", "");
        return documents.stream()
                .filter(hit -> hit.title().contains(topic))
                .findFirst()
                .orElse(documents.get(otherwise));
    }

    private List<Hit> hits(Desk desk) {
        SearchQuery query = new SearchQuery(
                "", desk.organ().value(), null, null, null, YEAR, null, null, null, SearchQuery.Sort.DATE, 1, 100);
        return search.find(query, Set.of("public")).hits();
    }

    private static ItemId item(Hit hit) {
        return new ItemId(Long.parseLong(hit.url().substring(hit.url().lastIndexOf('/') + 1)));
    }

    private Affair released(
            Officer writer, Officer district, AffairKind kind, OrganId organ, AffairContent content, LocalDate on) {
        Affair draft = done(affairs.create(writer, kind, organ, content));
        Affair submitted = done(affairs.act(writer, draft.id(), draft.version(), AffairAction.SUBMIT, ""));
        Affair published = done(affairs.act(district, draft.id(), submitted.version(), AffairAction.PUBLISH, ""));
        return history.publishedOn(published, on);
    }

    private void part(
            Officer writer,
            Officer district,
            Affair affair,
            AffairPart.Kind kind,
            @Nullable Way way,
            LocalDate on,
            String text) {
        done(affairs.add(writer, affair.id(), kind, way, on, text, ""));
        history.unreleased(affair).forEach(part -> done(affairs.settle(district, part, AffairPart.State.RELEASED)));
    }

    private LocalDate worked(LocalDate day) {
        LocalDate worked = day;
        while (!calendar.workingDay(worked)) {
            worked = worked.minusDays(1);
        }
        return worked;
    }

    private static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new IllegalStateException("The demonstration was refused: " + outcome);
    }
}
