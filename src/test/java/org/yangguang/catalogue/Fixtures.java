package org.yangguang.catalogue;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.organ.Contact;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganKind;
import org.yangguang.organ.OrganRegister;
import org.yangguang.organ.Organs;
import org.yangguang.organ.Region;

/** Organs of the catalogue's own tests. */
class Fixtures {

    static final String REGION = "990400";
    static final Contact CONTACT =
            new Contact("测试路1号", "990001", "0990-1234567", "0990-1234568", "gk@example.org", "工作日 9:00—17:00");

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final OrganRegister register;
    private final Organs organs;
    private final JdbcClient jdbc;

    Fixtures(OrganRegister register, Organs organs, JdbcClient jdbc) {
        this.register = register;
        this.organs = organs;
        this.jdbc = jdbc;
    }

    /** A department with a code that no other test uses. */
    OrganId department() {
        return department(CONTACT);
    }

    synchronized OrganId department(Contact contact) {
        if (jdbc.sql("select count(*) from organ.region where code = ?")
                        .param(REGION)
                        .query(Integer.class)
                        .single()
                == 0) {
            register.addRegion(new Region(REGION, null, "目录测试区"));
        }
        String code = String.format("C%08d", SERIAL.incrementAndGet());
        return register.found(new OrganRegister.Founding(
                null,
                REGION,
                OrganKind.DEPARTMENT,
                code,
                "目录测试局" + code,
                "测试局" + code,
                "Catalogue Test Bureau " + code,
                9000,
                LocalDate.of(2008, 5, 1),
                contact));
    }

    /** The organ moves to another address a moment later. */
    void moves(OrganId organ, String address) {
        Contact old = organs.find(organ).orElseThrow().contact();
        register.changeContact(
                organ,
                organs.find(organ).orElseThrow().version(),
                new Contact(address, old.postCode(), old.phone(), old.fax(), old.email(), old.officeHours()));
    }

    String code(OrganId organ) {
        return organs.find(organ).orElseThrow().code();
    }
}
