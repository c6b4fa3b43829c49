package org.yangguang.disclosure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.account.AccountId;
import org.yangguang.account.AccountRegister;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.organ.Contact;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganKind;
import org.yangguang.organ.OrganRegister;
import org.yangguang.organ.Region;

/** An organ of its own for a test, with an officer for each role. */
public final class Office {

    public static final String PASSWORD = "correct horse battery 42";

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static AccountRegister.@Nullable HashedPassword hashed;

    public final OrganId organ;
    public final String name;
    private final ApplicationContext context;
    private final Map<Role, Officer> officers = new HashMap<>();
    private final int number = NUMBERS.incrementAndGet();

    private Office(ApplicationContext context, @Nullable OrganId parent) {
        this.context = context;
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        boolean known = jdbc.sql("select exists (select 1 from organ.region where code = '320398')")
                .query(Boolean.class)
                .single();
        OrganRegister organs = context.getBean(OrganRegister.class);
        if (!known) {
            organs.addRegion(new Region("320398", null, "试验区"));
        }
        name = "试验区第" + number + "局";
        organ = organs.found(new OrganRegister.Founding(
                parent,
                "320398",
                OrganKind.DEPARTMENT,
                String.format("R%08d", number),
                name,
                "第" + number + "局",
                "Bureau " + number,
                number,
                LocalDate.of(2008, 5, 1),
                Contact.NONE));
    }

    public static Office open(ApplicationContext context) {
        return new Office(context, null);
    }

    public Office below() {
        return new Office(context, organ);
    }

    /** The officer who holds this role, and only it, in the organ. */
    public Officer officer(Role role) {
        return officers.computeIfAbsent(role, wanted -> officer(role.name().toLowerCase() + "-" + number, wanted));
    }

    public Officer handler() {
        return officer(Role.HANDLER);
    }

    public Officer secrecyOfficer() {
        return officer(Role.SECRECY_OFFICER);
    }

    public Officer leader() {
        return officer(Role.LEADER);
    }

    public Officer disclosureOffice() {
        return officer(Role.DISCLOSURE_OFFICE);
    }

    public Officer districtOffice() {
        return officer(Role.DISTRICT_OFFICE);
    }

    /** One more officer with all the roles given. */
    public Officer officer(String login, Role... roles) {
        AccountRegister register = context.getBean(AccountRegister.class);
        Set<Officer.Grant> grants = java.util.Arrays.stream(roles)
                .map(role -> new Officer.Grant(role, organ))
                .collect(java.util.stream.Collectors.toSet());
        String personName = "试" + login;
        AccountId id = register.open(login, personName, organ, password(register), grants);
        return new Officer(id, login, personName, organ, grants);
    }

    private static synchronized AccountRegister.HashedPassword password(AccountRegister register) {
        if (hashed == null) {
            hashed = register.hash(PASSWORD);
        }
        return hashed;
    }

    public Column column() {
        return context.getBean(Catalogue.class).columns().stream()
                .filter(column -> column.head() == Column.Head.STATUTORY)
                .findFirst()
                .orElseThrow();
    }

    /** Content that may be submitted as it is. */
    public EditionContent content(String title) {
        return DraftContents.proactive(title, column().id());
    }

    public Outcome.Done draft(EditionContent content) {
        return (Outcome.Done) context.getBean(Drafts.class).start(handler(), organ, content);
    }

    /** Does what is said and insists that it is done. */
    public Outcome.Done done(Officer officer, Outcome.Done before, Move move) {
        Outcome outcome = context.getBean(Review.class).act(officer, before.edition(), before.version(), move);
        if (outcome instanceof Outcome.Done done) {
            return done;
        }
        throw new AssertionError(move + " was refused: " + ((Outcome.Refused) outcome).reasons());
    }

    public List<String> refused(Officer officer, Outcome.Done before, Move move) {
        Outcome outcome = context.getBean(Review.class).act(officer, before.edition(), before.version(), move);
        if (outcome instanceof Outcome.Refused refused) {
            return refused.reasons().stream().map(Reason::key).toList();
        }
        throw new AssertionError(move + " was done");
    }

    /** A draft that its handler has submitted. */
    public Outcome.Done submitted(EditionContent content) {
        return done(handler(), draft(content), new Move.Submit("属于主动公开范围,建议公开。"));
    }

    public Outcome.Done cleared(EditionContent content) {
        return done(secrecyOfficer(), submitted(content), new Move.Approve("不涉及国家秘密。"));
    }

    /** As far as the leader's approval: published, approved for its time, or on the register. */
    public Outcome.Done approved(EditionContent content) {
        return done(leader(), cleared(content), new Move.Approve("同意公开。"));
    }
}
