package org.yangguang.request.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.calendar.Regime;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.request.Applicant;
import org.yangguang.request.Article;
import org.yangguang.request.Case;
import org.yangguang.request.CaseEvent;
import org.yangguang.request.FeeBasis;
import org.yangguang.request.Letter;
import org.yangguang.request.LetterKind;
import org.yangguang.request.Reason;
import org.yangguang.request.RemedyNotice;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.ReplyKind;
import org.yangguang.request.RequestClock;
import org.yangguang.request.RequestRules;
import org.yangguang.request.Step;
import org.yangguang.request.Texts;
import org.yangguang.request.Wanted;

/** Fills the template of a letter with a case, or says everything that is missing for it. */
@Component
public class LetterComposer {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)(?::([^}]+))?}");

    private final LetterTemplates templates;
    private final RemedyNotice remedies;
    private final RequestClock clock;
    private final RequestRules rules;
    private final Organs organs;

    LetterComposer(
            LetterTemplates templates, RemedyNotice remedies, RequestClock clock, RequestRules rules, Organs organs) {
        this.templates = templates;
        this.remedies = remedies;
        this.clock = clock;
        this.rules = rules;
        this.organs = organs;
    }

    /**
     * What a letter is made of.
     *
     * @param event the step that it belongs to, with its words
     * @param extension words of the proposal to extend the period; empty without one
     * @param reply the reply of the case; null without one
     * @param access what a letter of consultation says about answering online; empty leaves it out
     */
    public record Material(
            Case known,
            Wanted wanted,
            @Nullable Applicant applicant,
            CaseEvent event,
            Texts texts,
            String extension,
            @Nullable ReplyContent reply,
            String access) {}

    /** The letter without a document number, or every reason against it. */
    public sealed interface Composed {
        record Done(Letter letter) implements Composed {}

        record Refused(List<Reason> reasons) implements Composed {}
    }

    public Composed compose(LetterKind kind, Material material, LocalDate on, String number, String answerAt) {
        List<Reason> reasons = new ArrayList<>();
        Optional<LetterTemplates.Template> found =
                templates.find(kind, material.known().regime());
        Optional<Organ> organ = organs.find(organ(kind, material));
        if (found.isEmpty() || organ.isEmpty()) {
            return new Composed.Refused(List.of(Reason.of("request.refused.letterNone")));
        }
        if (material.applicant() == null && found.get().to() == LetterTemplates.To.APPLICANT) {
            reasons.add(Reason.of("request.refused.letterErased"));
        }
        Map<String, String> values = values(material, on);
        if (kind == LetterKind.REPLY) {
            reply(material, values, reasons);
        }
        values.put("remedy", remedy(kind, material, on, organ.get()));
        List<String> paragraphs = new ArrayList<>();
        for (String each : found.get().text()) {
            add(each, values, paragraphs, reasons);
        }
        boolean cites =
                paragraphs.stream().anyMatch(each -> !CitedArticles.in(each).isEmpty() || each.contains("国办函"));
        boolean form = kind == LetterKind.OPINION_CONFIRMATION;
        if (!cites && !form) {
            reasons.add(Reason.at("article", "request.refused.letterArticle"));
        }
        if (!reasons.isEmpty()) {
            return new Composed.Refused(List.copyOf(reasons));
        }
        return new Composed.Done(new Letter(
                kind,
                templates.version(),
                organ.get().name(),
                number,
                found.get().title(),
                addressee(found.get().to(), material),
                paragraphs,
                kind == LetterKind.REGISTRATION ? rows(material, organ.get()) : List.of(),
                kind == LetterKind.REPLY ? attachments(material) : List.of(),
                on,
                answerAt));
    }

    /** What is transferred is signed by the organ that had it. */
    private static OrganId organ(LetterKind kind, Material material) {
        return kind == LetterKind.TRANSFER && material.event().by().organ().value() != 0
                ? material.event().by().organ()
                : material.known().organ();
    }

    private void reply(Material material, Map<String, String> values, List<Reason> reasons) {
        ReplyContent reply = material.reply();
        if (reply == null) {
            reasons.add(Reason.of("request.refused.noReply"));
            return;
        }
        if (reply.article().isBlank()) {
            reasons.add(Reason.at("article", "request.refused.replyArticle"));
        } else {
            reasons.addAll(CitedArticles.against(reply.kind(), material.known().regime(), reply.article()));
        }
        if (reply.kind().needsReason() && reply.reason().isBlank()) {
            reasons.add(Reason.at("reason", "request.refused.replyReason"));
        }
        String cited = CitedArticles.complete(reply.article());
        values.put("cited", cited);
        values.put("citedSentence", cited.isBlank() ? "" : "依据" + cited + "，");
        values.put("reason", sentence(reply.reason()));
        values.put("referral", reply.referral());
        values.put("body", reply.body());
        StringBuilder withheld = new StringBuilder();
        for (int i = 0; i < reply.withheld().size(); i++) {
            ReplyContent.Withheld part = reply.withheld().get(i);
            withheld.append(i == 0 ? "" : "\n")
                    .append(i + 1)
                    .append("．")
                    .append(part.part())
                    .append("：")
                    .append(part.ground()
                            .article(material.known().regime())
                            .map(article -> "依据" + CitedArticles.written(article) + "，")
                            .orElse(""))
                    .append(sentence(part.reason()));
        }
        values.put("withheld", withheld.toString());
    }

    private String remedy(LetterKind kind, Material material, LocalDate on, Organ organ) {
        ReplyContent reply = material.reply();
        return switch (kind) {
            case REPLY -> reply == null ? "" : remedies.of(reply.kind(), on, organ);
            case CLOSING -> remedies.of(ReplyKind.NOT_CORRECTED, on, organ);
            case DISCLOSURE_NOTICE -> remedies.of(ReplyKind.GRANTED_IN_FULL, on, organ);
            default -> "";
        };
    }

    private void add(String template, Map<String, String> values, List<String> paragraphs, List<Reason> reasons) {
        if (template.equals("{opening}")) {
            paragraphs.add(filled(templates.opening(), values, reasons));
        } else if (template.equals("{replyText}")) {
            ReplyKind kind = ReplyKind.valueOf(values.getOrDefault("replyKind", ReplyKind.OTHER_HANDLING.name()));
            for (String each : templates.reply(kind).orElse(List.of())) {
                add(each, values, paragraphs, reasons);
            }
        } else {
            for (String line : filled(template, values, reasons).split("\n")) {
                if (!line.isBlank() || template.isBlank() || template.equals("　")) {
                    paragraphs.add(line.strip().isEmpty() ? "　" : line.strip());
                }
            }
        }
    }

    private static String filled(String template, Map<String, String> values, List<Reason> reasons) {
        Matcher place = PLACE.matcher(template);
        StringBuilder text = new StringBuilder();
        while (place.find()) {
            String value = place.group(1).equals("article")
                    ? CitedArticles.written(LetterTemplates.article(place.group(2)))
                    : values.get(place.group(1));
            place.appendReplacement(text, Matcher.quoteReplacement(value == null ? "" : value));
        }
        return place.appendTail(text).toString();
    }

    private Map<String, String> values(Material material, LocalDate on) {
        Case known = material.known();
        Map<String, String> values = new HashMap<>();
        LocalDate received = known.receivedOn() == null ? known.arrivedOn() : known.receivedOn();
        values.put("receivedOn", DAY.format(received));
        values.put("arrivedOn", DAY.format(known.arrivedOn()));
        values.put(
                "asks",
                material.applicant() != null && material.applicant().kind().organisation() ? "贵单位提出" : "您提出");
        values.put("number", known.number());
        values.put("title", material.wanted().title());
        values.put("words", material.texts().words());
        values.put("on", DAY.format(material.event().on()));
        values.put(
                "extensionReason",
                material.extension().replaceAll("[。；，\\s]+$", "").replaceAll("^因", ""));
        values.put("opinionAccess", material.access());
        boolean old = known.regime() == Regime.REGULATIONS_2007;
        Article.Source order = old ? Article.Source.ORDER_492 : Article.Source.ORDER_711;
        values.put("registrationArticle", CitedArticles.written(Article.of(order, old ? 20 : 29)));
        values.put("rightArticle", CitedArticles.written(Article.of(order, old ? 13 : 27)));
        values.put("confirmationArticle", "依据：" + CitedArticles.written(Article.of(order, old ? 23 : 32)) + "。");
        LocalDate due = clock.reckon(known).due();
        values.put("dueSentence", due == null ? "" : "本机关将于" + DAY.format(due) + "前答复您。");
        if (material.reply() != null) {
            values.put("replyKind", material.reply().kind().name());
        }
        step(material.event().step(), known, values);
        disclosure(material, values);
        return values;
    }

    private void step(Step step, Case known, Map<String, String> values) {
        if (step instanceof Step.AskCorrection correction) {
            values.put("until", DAY.format(correction.until()));
        } else if (step instanceof Step.NotifyDelay delay) {
            values.put("until", DAY.format(delay.until()));
        } else if (step instanceof Step.AskAssistance assistance) {
            values.put("until", DAY.format(assistance.until()));
        } else if (step instanceof Step.AskFee fee) {
            boolean pages = fee.basis() == FeeBasis.BY_PAGE;
            values.put("basis", pages ? "按量" : "按件");
            values.put("count", fee.count() + (pages ? "页" : "件"));
            values.put("amount", fee.amount().stripTrailingZeros().toPlainString());
            values.put("feeStop", rules.feeStops() ? "自本通知书发出之日起至您缴纳之日止的时间，不计算在答复期限内。" : "");
            if (known.fee() != null) {
                values.put("payUntil", DAY.format(clock.paymentDue(known.fee())));
            }
        } else if (step instanceof Step.Abandon abandon) {
            values.put(
                    "closingReason",
                    abandon.kind() == ReplyKind.FEE_NOT_PAID
                            ? "您逾期未按收费通知的要求缴纳信息处理费。依据" + CitedArticles.written(Article.of(Article.Source.FEES_2020, 0))
                                    + "的规定，"
                            : "本机关已告知您补正，您无正当理由逾期不补正，视为放弃申请。依据"
                                    + CitedArticles.written(Article.of(Article.Source.ORDER_711, 30)) + "的规定，");
        }
    }

    private static void disclosure(Material material, Map<String, String> values) {
        values.put("sentOn", DAY.format(material.event().on()));
        ReplyContent reply = material.reply();
        if (reply != null) {
            values.put(
                    "disclosureReason",
                    reply.kind() == ReplyKind.GRANTED_IN_PART
                            ? "决定公开其中可以公开的部分。" + sentence(reply.reason())
                            : "决定公开所申请的信息。" + sentence(reply.reason()));
        }
    }

    private String addressee(LetterTemplates.To to, Material material) {
        return switch (to) {
            case NONE -> "";
            case APPLICANT ->
                material.applicant() == null ? "" : material.applicant().name();
            case PARTY -> firstPart(material.texts().party());
            case ORGAN -> "";
            case RECEIVER ->
                material.event().step() instanceof Step.Transfer transfer
                        ? organs.find(transfer.to()).map(Organ::name).orElse("")
                        : "";
        };
    }

    /** A party is typed as name and address, the address behind a comma or a space or in brackets at the end; the letter is addressed to the name. */
    private static String firstPart(String party) {
        String name = party.split("[，,；;]", 2)[0].strip();
        return name.replaceFirst("[（(][^（）()]*[）)]$", "").split("\\s", 2)[0];
    }

    private static List<String> attachments(Material material) {
        int files = material.reply() == null ? 0 : material.reply().files().size();
        return files == 0 ? List.of() : List.of("政府信息公开材料（" + files + "份）");
    }

    private List<Letter.Row> rows(Material material, Organ organ) {
        Case known = material.known();
        Applicant applicant = material.applicant();
        Wanted wanted = material.wanted();
        List<Letter.Row> rows = new ArrayList<>();
        rows.add(new Letter.Row("登记编号", known.number()));
        rows.add(new Letter.Row("受理机关", organ.name()));
        rows.add(new Letter.Row("申请渠道", CHANNELS.getOrDefault(known.channel().name(), "")));
        rows.add(new Letter.Row("到达日期", DAY.format(known.arrivedOn())));
        rows.add(new Letter.Row("收到日期", known.receivedOn() == null ? "待确认" : DAY.format(known.receivedOn())));
        if (applicant != null) {
            rows.add(new Letter.Row("申请人", applicant.name()));
            rows.add(new Letter.Row("身份证明", (applicant.identityType().isBlank() ? "" : "") + applicant.identity()));
            rows.add(new Letter.Row("联系电话", applicant.phone()));
            rows.add(new Letter.Row("通信地址", applicant.address()));
            rows.add(new Letter.Row("电子邮箱", applicant.email()));
        }
        rows.add(new Letter.Row("信息名称", wanted.title()));
        rows.add(new Letter.Row("文号", wanted.documentNumber()));
        rows.add(new Letter.Row("内容描述", wanted.description()));
        rows.add(new Letter.Row("提供形式", FORMS.getOrDefault(wanted.form().name(), "")));
        rows.add(new Letter.Row("获取方式", WAYS.getOrDefault(wanted.way().name(), "")));
        LocalDate due = clock.reckon(known).due();
        rows.add(new Letter.Row("答复期限", due == null ? "" : DAY.format(due)));
        rows.add(new Letter.Row("承办", (known.unit() + " " + known.handlerName()).strip()));
        return rows.stream().filter(row -> !row.value().isBlank()).toList();
    }

    private static final Map<String, String> CHANNELS = Map.of(
            "COUNTER", "当面提交",
            "REGISTERED_LETTER", "邮寄（签收）",
            "PLAIN_LETTER", "平常信函",
            "FAX", "传真",
            "ONLINE", "互联网",
            "EMAIL", "电子邮箱",
            "ORAL", "口头（代为填写）");
    private static final Map<String, String> FORMS =
            Map.of("PAPER", "纸质", "ELECTRONIC", "电子文件", "INSPECTION", "现场查阅", "ANY", "不限");
    private static final Map<String, String> WAYS =
            Map.of("POST", "邮寄", "EMAIL", "电子邮件", "FAX", "传真", "IN_PERSON", "自行领取", "ONLINE", "网上获取");

    private static String sentence(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || "。！？".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + "。";
    }
}
