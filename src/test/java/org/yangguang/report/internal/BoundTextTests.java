package org.yangguang.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.yangguang.report.Known;
import org.yangguang.report.Known.Indicator;
import org.yangguang.report.Remark;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Figures;
import org.yangguang.statistics.Label;

class BoundTextTests {

    private static final Known KNOWN = new Known(
            "某区人民政府",
            2016,
            new Figures(Map.of(
                    new Cell("main", "3.1", "year"),
                    BigDecimal.TEN,
                    new Cell("main", "3.3.1", "year"),
                    BigDecimal.valueOf(2),
                    new Cell("main", "1.2.2", "year"),
                    BigDecimal.valueOf(3270),
                    new Cell("main", "7", "year"),
                    BigDecimal.ZERO)),
            new Figures(Map.of(new Cell("main", "3.1", "year"), BigDecimal.valueOf(8))),
            List.of(new Indicator.Parts(
                    "items.own.categories",
                    new Label("类别", "Categories"),
                    "条",
                    List.of(
                            new Indicator.Part("人事信息", BigDecimal.valueOf(4)),
                            new Indicator.Part("政府文件", BigDecimal.valueOf(78)),
                            new Indicator.Part("其他", BigDecimal.valueOf(56))))));

    @Test
    void figuresSharesTrendsAndListsStandInTheTextAsTheyAreKnown() {
        assertThat(
                        text(
                                "{{year}}年受理{{main.3.1.year}}件，其中已主动公开{{main.3.3.1.year}}件、占{{share main.3.3.1.year of main.3.1.year}}。"))
                .isEqualTo("2016年受理10件，其中已主动公开2件、占20%。");
        assertThat(text("同比{{trend main.3.1.year}}")).isEqualTo("同比增长25%");
        assertThat(text("{{parts items.own.categories}}")).isEqualTo("人事信息4条、占2.9%，政府文件78条、占56.52%，其他56条、占40.58%");
    }

    @Test
    void aReferenceToNothingIsPointedOutAndKeepsItsPlace() {
        BoundText text = BoundText.of("overview", "共{{main.9.9.year}}条", KNOWN);

        assertThat(text.remarks()).containsExactly(new Remark.UnknownFigure("overview", "main.9.9.year"));
        assertThat(text.text()).isEqualTo("共〔main.9.9.year〕条");
    }

    @Test
    void aTypedNumberThatEqualsNoFigureIsPointedOutAndOneThatEqualsAFigureIsOfferedIt() {
        List<Remark> remarks =
                BoundText.of("overview", "148项审批服务事项实现网上预审，通过网站公开3270条。", KNOWN).remarks();

        assertThat(remarks)
                .extracting(
                        remark -> ((Remark.TypedNumber) remark).number() + " " + ((Remark.TypedNumber) remark).same())
                .containsExactly("148项 null", "3270条 main.1.2.2.year");
    }

    @Test
    void yearsDatesArticlesDocumentAndTelephoneNumbersAreNoFigures() {
        assertThat(BoundText.of("overview", "2016年4月24日，依据国办发〔2014〕32号和《条例》第20条，电话83965350，邮编221009。", KNOWN)
                        .remarks())
                .isEmpty();
    }

    @Test
    void fullWidthDigitsAreNumbersLikeOthers() {
        assertThat(BoundText.of("overview", "共１４８项", KNOWN).remarks())
                .singleElement()
                .isInstanceOfSatisfying(Remark.TypedNumber.class, number -> assertThat(number.number())
                        .isEqualTo("148项"));
    }

    @Test
    void whatIsBoundIsNeverTakenForTyped() {
        assertThat(BoundText.of("overview", "{{main.3.1.year}}件，收费{{main.7.year}}万元", KNOWN)
                        .remarks())
                .isEmpty();
    }

    @Property
    void theSharesOfAnyPartsAreOneHundredTogether(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 100_000) Integer> parts) {
        List<BigDecimal> shares =
                Numbers.shares(parts.stream().map(BigDecimal::valueOf).toList());

        BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean nothing = parts.stream().allMatch(part -> part == 0);
        assertThat(sum).isEqualByComparingTo(nothing ? "0" : "100");
        assertThat(shares).allMatch(share -> share.signum() >= 0);
    }

    private static String text(String source) {
        return BoundText.of("overview", source, KNOWN).text();
    }
}
