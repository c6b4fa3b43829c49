package org.yangguang.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yangguang.platform.StartFailure;

class DemoGuardTests {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost", "127.8.8.8"})
    void theDemonstrationListensOnTheLoopbackAddress(String address) {
        assertThatCode(() -> DemoGuard.refuseOthers(address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void itRefusesEveryOther(String address) {
        assertThatThrownBy(() -> DemoGuard.refuseOthers(address))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("127.0.0.1 only");
    }
}
