package org.yangguang.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yangguang.platform.StartFailure;
import org.yangguang.statistics.internal.FactViews;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class FactSourcesTests {

    @Autowired
    FactSources sources;

    @Autowired
    FactViews views;

    @Test
    void everyFactThatAModuleOffersHasItsView() {
        assertThat(sources.find("disclosure.released"))
                .hasValueSatisfying(source -> assertThat(source.view()).isEqualTo("disclosure.fact_released"));
        assertThat(sources.all()).isNotEmpty();
    }

    @Test
    void factsWhoseViewsLackSomethingAreRefusedAtTheStartWithEveryReason() {
        List<FactSource> wrong = List.of(
                FactSource.flow("disclosure.released", "channel", "weather").measuring("genre"),
                FactSource.stock("disclosure.normative_made"),
                FactSource.flow("disclosure.nothing"),
                FactSource.flow("disclosure.nothing"));

        assertThatThrownBy(() -> views.check(wrong))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(
                        "The view disclosure.fact_released of the fact disclosure.released lacks the column weather.")
                .hasMessageContaining("The column genre of the view disclosure.fact_released is of type text;")
                .hasMessageContaining("of the fact disclosure.normative_made lacks the column from_on.")
                .hasMessageContaining(
                        "The fact disclosure.nothing needs the view disclosure.fact_nothing, which is not there.")
                .hasMessageContaining("The fact disclosure.nothing is offered twice.");
    }

    @Test
    void aFactIsNamedByModuleAndThing() {
        assertThatIllegalArgumentException().isThrownBy(() -> FactSource.flow("Released; drop table"));
        assertThatIllegalArgumentException().isThrownBy(() -> FactSource.flow("disclosure.released", "a b"));
    }
}
