package org.yangguang.request.web;

import static org.yangguang.request.Article.Source.LETTER_2016_235;
import static org.yangguang.request.Article.Source.ORDER_711;

import java.util.List;
import org.yangguang.request.Article;
import org.yangguang.request.ReplyPeriod;

/**
 * The steps of an application under the Regulations now in force, in their order, each with the ways that it can go besides (流程图). Names are the ends of message keys.
 */
public enum ProcedureStep {
    APPLY(article(29), way("ORALLY", article(29))),
    RECEIVE(article(31), way("CONFIRMED", article(31))),
    EXAMINE(
            article(36),
            way("CORRECTION", ReplyPeriod.CORRECTION_NOTICE, ReplyPeriod.CORRECTION_ARTICLE),
            way("EXCESSIVE", ReplyPeriod.EXCESSIVE_ARTICLE),
            way("FEE", article(42)),
            way("ELSEWHERE", Article.of(ORDER_711, 36, 5))),
    WORK(
            article(33),
            way("THIRD_PARTY", ReplyPeriod.CONSULTATION, ReplyPeriod.THIRD_PARTY_ARTICLE),
            way("JOINT_ORGAN", ReplyPeriod.CONSULTATION, ReplyPeriod.JOINT_ORGAN_ARTICLE),
            way("EXTENSION", ReplyPeriod.ORDER_711_ARTICLE_33.extension(), article(33))),
    REVIEW(article(17), way("RETURNED", article(17))),
    REPLY(
            ReplyPeriod.ORDER_711_ARTICLE_33.article(),
            way("GRANTED", article(36)),
            way("IN_PART", article(37)),
            way("REFUSED", article(36)),
            way("NOT_THERE", article(36)),
            way("NOT_PROCESSED", article(39))),
    SERVE(Article.of(LETTER_2016_235, 0), way("FORM", article(40))),
    REMEDY(article(51));

    private final Article article;
    private final List<Way> ways;

    ProcedureStep(Article article, Way... ways) {
        this.article = article;
        this.ways = List.of(ways);
    }

    /**
     * A way that leads off from a step.
     *
     * @param days working days that it names; 0 for none
     */
    public record Way(String name, int days, Article article) {}

    public Article article() {
        return article;
    }

    public List<Way> ways() {
        return ways;
    }

    private static Way way(String name, Article article) {
        return new Way(name, 0, article);
    }

    private static Way way(String name, int days, Article article) {
        return new Way(name, days, article);
    }

    private static Article article(int number) {
        return Article.of(ORDER_711, number);
    }
}
