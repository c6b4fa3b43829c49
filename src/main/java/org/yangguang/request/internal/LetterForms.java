package org.yangguang.request.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yangguang.organ.Organ;
import org.yangguang.request.Action;
import org.yangguang.request.Applicant;
import org.yangguang.request.Article;
import org.yangguang.request.Case;
import org.yangguang.request.Letter;
import org.yangguang.request.LetterKind;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.RequestClock;
import org.yangguang.request.Wanted;
import org.yangguang.request.internal.LetterMaterials.HandedOver;
import org.yangguang.request.internal.LetterMaterials.Material;
import org.yangguang.request.internal.LetterMaterials.Reviewed;

/** What stands in the tables of the forms among the letters: registration (登记表), review (审查呈批单), handing over (主动公开移送明细表). */
@Component
class LetterForms {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    /** Room for an opinion, a name and a day in handwriting. */
    private static final String TO_SIGN = "\n\n（签名）　　　　　　　　　年　　月　　日";

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

    private final RequestClock clock;
    private final MessageSource texts;

    LetterForms(RequestClock clock, MessageSource texts) {
        this.clock = clock;
        this.texts = texts;
    }

    /** Rows of the form; none for a letter. */
    List<Letter.Row> rows(LetterKind kind, Material material, Organ organ) {
        return switch (kind) {
            case REGISTRATION -> registration(material, organ);
            case REVIEW_SHEET -> review(material, organ);
            case DISCLOSURE_HANDOVER -> handover(material, organ);
            default -> List.of();
        };
    }

    /** The list below the rows; null where there is none. */
    Letter.@Nullable Listing listing(LetterKind kind, Material material) {
        if (kind != LetterKind.DISCLOSURE_HANDOVER) {
            return null;
        }
        List<List<String>> lines = new ArrayList<>();
        for (HandedOver each : material.handedOver()) {
            lines.add(List.of(
                    String.valueOf(lines.size() + 1),
                    each.title(),
                    each.number(),
                    each.result() == null
                            ? "办理中"
                            : word("request.kind." + each.result().kind()) + "（"
                                    + DAY.format(each.result().on()) + "）",
                    (each.log() ? "答复选登" : "主动公开") + "（草稿" + each.draft() + "）"));
        }
        return new Letter.Listing(List.of("序号", "信息名称", "登记编号", "办理结果", "拟公开方式"), lines);
    }

    /** Written parts that are withheld, each with its article and its reason. */
    static String withheld(ReplyContent reply, Case known) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < reply.withheld().size(); i++) {
            ReplyContent.Withheld part = reply.withheld().get(i);
            text.append(i == 0 ? "" : "\n")
                    .append(i + 1)
                    .append("．")
                    .append(part.part())
                    .append("：")
                    .append(part.ground()
                            .article(known.regime())
                            .map(article -> "依据" + CitedArticles.written(article) + "，")
                            .orElse(""))
                    .append(sentence(part.reason()));
        }
        return text.toString();
    }

    static String sentence(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || "。！？".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + "。";
    }

    private List<Letter.Row> registration(Material material, Organ organ) {
        Case known = material.known();
        Applicant applicant = material.applicant();
        Wanted wanted = material.wanted();
        List<Letter.Row> rows = new ArrayList<>();
        rows.add(new Letter.Row("登记编号", known.number()));
        rows.add(new Letter.Row("受理机关", organ.name()));
        rows.add(new Letter.Row("申请渠道", CHANNELS.getOrDefault(known.channel().name(), "")));
        rows.add(new Letter.Row("到达日期", DAY.format(known.arrivedOn())));
        rows.add(new Letter.Row("收到日期", received(known)));
        if (applicant != null) {
            rows.add(new Letter.Row("申请人", applicant.name()));
            rows.add(new Letter.Row("身份证明", applicant.identity()));
            rows.add(new Letter.Row("联系电话", applicant.phone()));
            rows.add(new Letter.Row("通信地址", applicant.address()));
            rows.add(new Letter.Row("电子邮箱", applicant.email()));
        }
        rows.add(new Letter.Row("信息名称", wanted.title()));
        rows.add(new Letter.Row("文号", wanted.documentNumber()));
        rows.add(new Letter.Row("内容描述", wanted.description()));
        rows.add(new Letter.Row("提供形式", FORMS.getOrDefault(wanted.form().name(), "")));
        rows.add(new Letter.Row("获取方式", WAYS.getOrDefault(wanted.way().name(), "")));
        rows.add(new Letter.Row("答复期限", due(known)));
        rows.add(new Letter.Row("承办", (known.unit() + " " + known.handlerName()).strip()));
        return filled(rows);
    }

    private List<Letter.Row> review(Material material, Organ organ) {
        Case known = material.known();
        ReplyContent reply = Objects.requireNonNull(material.reply());
        Wanted wanted = material.wanted();
        List<Letter.Row> rows = new ArrayList<>();
        rows.add(new Letter.Row("登记编号", known.number()));
        rows.add(new Letter.Row("承办单位", (organ.name() + " " + known.unit()).strip()));
        rows.add(new Letter.Row(
                "申请人", material.applicant() == null ? "" : material.applicant().name()));
        rows.add(new Letter.Row("收到日期", received(known)));
        rows.add(new Letter.Row("答复期限", due(known)));
        rows.add(new Letter.Row("申请内容", (wanted.title() + "\n" + wanted.description()).strip()));
        rows.add(new Letter.Row("办理情况", soFar(known)));
        rows.add(new Letter.Row("征求意见", consultations(known)));
        rows.add(new Letter.Row("未征求意见原因", reply.unconsulted()));
        rows.add(new Letter.Row("拟作答复", word("request.kind." + reply.kind())));
        rows.add(new Letter.Row("依据", CitedArticles.complete(reply.article())));
        rows.add(new Letter.Row("理由", reply.reason()));
        rows.add(new Letter.Row("负责公开的机关", reply.referral()));
        rows.add(new Letter.Row("答复内容", reply.body()));
        rows.add(new Letter.Row("不予公开的内容", withheld(reply, known)));
        rows.add(new Letter.Row(
                "提供的材料", reply.files().isEmpty() ? "" : reply.files().size() + "份"));
        rows.add(new Letter.Row("此前退回", returned(material)));
        rows.add(new Letter.Row("承办人意见", opinion(material, Action.SUBMIT_REPLY, "拟按上述内容答复，请审查。")));
        rows.add(new Letter.Row("保密审查意见", opinion(material, Action.CLEAR_REPLY, "审查通过。")));
        rows.add(new Letter.Row("负责人审批意见", opinion(material, Action.APPROVE_REPLY, "批准。")));
        return filled(rows);
    }

    /** What the last one who took this part in the review said; room to write where nobody did yet. */
    private static String opinion(Material material, Action part, String unsaid) {
        int round = material.event().number();
        return material.review().stream()
                .filter(each ->
                        each.event().number() >= round && each.event().step().action() == part)
                .reduce((first, second) -> second)
                .map(each -> (each.words().isBlank() ? unsaid : each.words()) + "\n" + signed(each))
                .orElse(TO_SIGN);
    }

    private static String returned(Material material) {
        return material.review().stream()
                .filter(each -> each.event().number() < material.event().number())
                .filter(each -> each.event().step().action() == Action.RETURN_REPLY)
                .map(each -> sentence(each.words()) + "\n" + signed(each))
                .collect(Collectors.joining("\n"));
    }

    private static String signed(Reviewed each) {
        return each.event().by().name() + "　" + DAY.format(each.event().on());
    }

    private static String soFar(Case known) {
        List<String> said = new ArrayList<>();
        Case.Correction correction = known.correction();
        if (correction != null) {
            said.add(DAY.format(correction.askedOn()) + "告知补正"
                    + (correction.receivedOn() == null ? "" : "，" + DAY.format(correction.receivedOn()) + "收到补正的申请")
                    + "。");
        }
        if (known.extended()) {
            said.add(DAY.format(Objects.requireNonNull(
                            Objects.requireNonNull(known.extension()).notifiedOn()))
                    + "告知延期答复。");
        }
        if (known.reasons() != null) {
            said.add(DAY.format(known.reasons().askedOn()) + "要求说明理由。");
        }
        if (known.delayedUntil() != null) {
            said.add("已告知延迟至" + DAY.format(known.delayedUntil()) + "前答复。");
        }
        Case.Fee fee = known.fee();
        if (fee != null) {
            said.add(DAY.format(fee.askedOn()) + "通知缴费"
                    + fee.amount().stripTrailingZeros().toPlainString() + "元"
                    + (fee.paidOn() == null ? "" : "，" + DAY.format(fee.paidOn()) + "缴纳")
                    + "。");
        }
        return String.join("\n", said);
    }

    private String consultations(Case known) {
        return known.consultations().stream()
                .map(each -> word("request.consultation." + each.kind()) + "：" + DAY.format(each.sentOn()) + "发出，"
                        + answer(each) + "。")
                .collect(Collectors.joining("\n"));
    }

    private String answer(Case.Consultation each) {
        if (each.opinion() != null) {
            return word("request.opinion." + each.opinion());
        }
        return each.open() ? "尚未答复" : "逾期未提出意见";
    }

    private List<Letter.Row> handover(Material material, Organ organ) {
        Case known = material.known();
        ReplyContent reply = material.reply();
        HandedOver last = material.handedOver().get(material.handedOver().size() - 1);
        boolean log = material.handedOver().stream().allMatch(HandedOver::log);
        List<Letter.Row> rows = new ArrayList<>();
        rows.add(new Letter.Row("移送单位", (organ.name() + " " + known.unit()).strip()));
        rows.add(new Letter.Row("信息名称", material.wanted().title()));
        rows.add(new Letter.Row("文号", material.wanted().documentNumber()));
        rows.add(new Letter.Row("答复文书", material.replyNumber()));
        rows.add(new Letter.Row(
                "移送材料",
                reply == null || reply.files().isEmpty()
                        ? "答复正文"
                        : "答复正文、政府信息公开材料" + reply.files().size() + "份"));
        rows.add(new Letter.Row("移送理由", log ? "依申请公开的政府信息，可供公众知晓，拟选登答复。" : "多个申请人申请公开相同的政府信息，且可以公开。"));
        rows.add(new Letter.Row("提出人", last.by() + "　" + DAY.format(last.on())));
        return filled(rows);
    }

    /** The article of the Regulations now in force, which hold for what is disclosed from now on, whenever it was asked for. */
    static Article handoverArticle(Material material) {
        boolean log = material.handedOver().stream().allMatch(HandedOver::log);
        return Article.of(Article.Source.ORDER_711, log ? 19 : 44);
    }

    private static List<Letter.Row> filled(List<Letter.Row> rows) {
        return rows.stream()
                .filter(row -> row.value().equals(TO_SIGN) || !row.value().isBlank())
                .toList();
    }

    private static String received(Case known) {
        return known.receivedOn() == null ? "待确认" : DAY.format(known.receivedOn());
    }

    private String due(Case known) {
        LocalDate due = clock.reckon(known).due();
        return due == null ? "" : DAY.format(due);
    }

    private String word(String key) {
        return Objects.requireNonNull(texts.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
    }
}
