package org.yangguang.testing;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.organ.Contact;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganKind;
import org.yangguang.organ.OrganRegister;
import org.yangguang.organ.Organs;
import org.yangguang.organ.Region;

/** Founds organs for tests, each with a code of its own. */
@Component
public class TestOrgans {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String REGION = "990001";

    private final OrganRegister register;
    private final Organs organs;

    TestOrgans(OrganRegister register, Organs organs) {
        this.register = register;
        this.organs = organs;
    }

    public Organ root() {
        return found(null, OrganKind.GOVERNMENT);
    }

    public Organ below(Organ parent) {
        return found(parent.id(), OrganKind.DEPARTMENT);
    }

    /** The organ as it is now. */
    public Organ now(Organ organ) {
        return organs.find(organ.id()).orElseThrow();
    }

    private synchronized Organ found(@Nullable OrganId parent, OrganKind kind) {
        if (organs.region(REGION).isEmpty()) {
            register.addRegion(new Region(REGION, null, "测试区"));
        }
        int number = COUNT.incrementAndGet();
        OrganId id = register.found(new OrganRegister.Founding(
                parent,
                REGION,
                kind,
                "T%08d".formatted(number),
                "测试机关" + number,
                "机关" + number,
                "Organ " + number,
                number,
                LocalDate.of(2008, 5, 1),
                Contact.NONE));
        return organs.find(id).orElseThrow();
    }
}
