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
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yangguang.calendar.Regime;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.request.Article;
import org.yangguang.request.Case;
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
import org.yangguang.request.internal.LetterMaterials.Material;

/** Fills the template of a letter with a case, or says everything that is missing for it. */
@Component
public class LetterComposer {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)(?::([^}]+))?}");

    private final LetterTemplates templates;
    private final RemedyNotice remedies;
    private final RequestClock clock;
    private final RequestRules rules;
    private final LetterForms forms;
    private final Organs organs;

    LetterComposer(
            LetterTemplates templates,
            RemedyNotice remedies,
            RequestClock clock,
            RequestRules rules,
            LetterForms forms,
            Organs organs) {
        this.templates = templates;
        this.remedies = remedies;
        this.clock = clock;
        this.rules = rules;
        this.forms = forms;
        this.organs = organs;
    }

    /** The letter without a document number, or every reason against it. */
    public sealed interface Composed {
        record Done(Letter letter) implements Composed {}

        record Refused(List<Reason> reasons) implements Composed {}
    }

    public Composed compose(LetterKind kind, Material material, LocalDate on, String number, String answerAt) {
        List<Reason> reasons = new ArrayList<>();
        Optional<LetterTemplates.Template> found =
                templates.find(kind, material.known().regime());
        Optional<Organ> organ = organs.find(material.issuer());
        if (found.isEmpty() || organ.isEmpty()) {
            return new Composed.Refused(List.of(Reason.of("request.refused.letterNone")));
        }
        if (material.applicant() == null && found.get().to() == LetterTemplates.To.APPLICANT) {
            reasons.add(Reason.of("request.refused.letterErased"));
        }
        Map<String, String> values = values(material, on);
        if (kind == LetterKind.REPLY) {
            reply(material, values, reasons);
        } else if (kind == LetterKind.REVIEW_SHEET && material.reply() == null) {
            return new Composed.Refused(List.of(Reason.of("request.refused.letterErased")));
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
                forms.rows(kind, material, organ.get()),
                forms.listing(kind, material),
                kind == LetterKind.REPLY ? attachments(material) : List.of(),
                on,
                answerAt));
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
        values.put("reason", LetterForms.sentence(reply.reason()));
        values.put("referral", reply.referral());
        values.put("body", reply.body());
        values.put("withheld", LetterForms.withheld(reply, material.known()));
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
        values.put("words", paragraph(material.texts().words()));
        values.put("because", clause(material.texts().words()));
        values.put("on", DAY.format(material.event().on()));
        values.put("extensionReason", clause(material.extension()));
        values.put("opinionAccess", material.access());
        boolean old = known.regime() == Regime.REGULATIONS_2007;
        Article.Source order = old ? Article.Source.ORDER_492 : Article.Source.ORDER_711;
        values.put("registrationArticle", CitedArticles.written(Article.of(order, old ? 20 : 29)));
        values.put("rightArticle", CitedArticles.written(Article.of(order, old ? 13 : 27)));
        values.put("reviewArticle", CitedArticles.written(Article.of(order, old ? 14 : 17)));
        values.put("handoverArticle", CitedArticles.written(LetterForms.handoverArticle(material)));
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

    /** Each line a sentence, as far as it does not introduce the next. */
    private static String paragraph(String words) {
        return words.lines()
                .map(line -> line.strip().matches(".*[：；]") ? line.strip() : LetterForms.sentence(line))
                .collect(Collectors.joining("\n"));
    }

    /** What follows a 因 and comes before a comma. */
    private static String clause(String words) {
        return words.strip().replaceAll("[。；，\\s]+$", "").replaceAll("^因为?", "");
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
                            ? "决定公开其中可以公开的部分。" + LetterForms.sentence(reply.reason())
                            : "决定公开所申请的信息。" + LetterForms.sentence(reply.reason()));
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
}
