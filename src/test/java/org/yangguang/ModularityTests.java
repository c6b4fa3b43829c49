package org.yangguang;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    /** Compiled templates stand beside the modules; each belongs to the module of its folder. */
    @Test
    void modulesDependOnEachOtherOnlyAsDeclared() {
        ApplicationModules.of(Yangguang.class, resideInAPackage("org.yangguang.pages.."))
                .verify();
    }
}
