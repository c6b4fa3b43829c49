package org.yangguang.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InformationFeeTests {

    @ParameterizedTest(name = "{0} items cost {1} yuan")
    @CsvSource({
        "0, 0",
        "10, 0",
        "11, 100",
        "15, 500",
        "30, 2000",
        "31, 2200",
        "40, 4000",
        "41, 4300",
        "50, 7000",
        "51, 7400",
        "60, 11000"
    })
    void itemsOfAMonthAreChargedByBands(int items, long fee) {
        assertThat(InformationFee.byItem(0, items)).isEqualTo(fee);
    }

    @ParameterizedTest(name = "{0} pages cost {1} yuan")
    @CsvSource({
        "0, 0",
        "30, 0",
        "31, 10",
        "44, 140",
        "57, 270",
        "59, 290",
        "68, 380",
        "72, 420",
        "100, 700",
        "101, 720",
        "109, 880",
        "119, 1080",
        "200, 2700",
        "201, 2740",
        "300, 6700"
    })
    void pagesAreChargedByBands(int pages, long fee) {
        assertThat(InformationFee.byPage(pages)).isEqualTo(fee);
    }

    @Test
    void itemsAddUpOverTheApplicationsOfAMonthHoweverTheyAreDivided() {
        for (int before = 0; before < 80; before++) {
            for (int items = 0; items < 80; items++) {
                assertThat(InformationFee.byItem(0, before) + InformationFee.byItem(before, items))
                        .isEqualTo(InformationFee.byItem(0, before + items));
            }
        }
    }

    @ParameterizedTest(name = "{0} items beyond the free ten cost {1} yuan")
    @CsvSource({"15, 1500", "6, 600"})
    void itemsBeyondTheFreeTenOfTheMonthCostWhatACityCharged(int items, long fee) {
        assertThat(InformationFee.byItem(10, items)).isEqualTo(fee);
    }

    @Test
    void oneMoreNeverCostsLessAndNeverMakesEarlierOnesDearer() {
        long item = 0;
        long page = 0;
        for (int number = 0; number < 2_000; number++) {
            long nextItem = InformationFee.byItem(number, 1);
            long nextPage = InformationFee.byPage(number + 1) - InformationFee.byPage(number);
            assertThat(nextItem).isGreaterThanOrEqualTo(item);
            assertThat(nextPage).isGreaterThanOrEqualTo(page);
            item = nextItem;
            page = nextPage;
        }
        assertThat(page).isEqualTo(40);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> InformationFee.byItem(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> InformationFee.byPage(-1));
        assertThat(InformationFee.costs(BigDecimal.ONE, BigDecimal.ONE.negate(), BigDecimal.ONE))
                .isEmpty();
        assertThat(InformationFee.costs(new BigDecimal("1.50"), new BigDecimal("2"), new BigDecimal("12.00")))
                .contains(new BigDecimal("15.50"));
    }
}
