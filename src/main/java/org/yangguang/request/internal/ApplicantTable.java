package org.yangguang.request.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.platform.BlindIndex;
import org.yangguang.platform.SealedText;
import org.yangguang.request.Applicant;
import org.yangguang.request.ApplicantKind;
import org.yangguang.request.CaseId;

/** The table {@code request.applicant}: personal data, sealed, with blind indexes for name, identity and telephone. */
@Repository
public class ApplicantTable {

    static final String TABLE = "request.applicant";

    private final JdbcClient jdbc;
    private final SealedText sealing;
    private final BlindIndex index;

    ApplicantTable(JdbcClient jdbc, SealedText sealing, BlindIndex index) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.index = index;
    }

    private record Rest(String identityType, String contactPerson, String email, String address, String postCode) {}

    public void insert(CaseId id, Applicant applicant) {
        Rest rest = new Rest(
                applicant.identityType(),
                applicant.contactPerson(),
                applicant.email(),
                applicant.address(),
                applicant.postCode());
        jdbc.sql("""
                insert into request.applicant
                       (application_id, name, name_index, identity, identity_index, phone, phone_index, rest)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id.value(),
                        sealed(id, "name", applicant.name()),
                        indexed("name", applicant.name()),
                        sealed(id, "identity", applicant.identity()),
                        indexed("identity", applicant.identity()),
                        sealed(id, "phone", applicant.phone()),
                        indexed("phone", applicant.phone()),
                        sealed(id, "rest", Json.write(rest)))
                .update();
    }

    /** Empty when the applicant was erased. */
    public Optional<Applicant> find(CaseId id) {
        return jdbc.sql("""
                select p.name, p.identity, p.phone, p.rest, a.applicant_kind
                  from request.applicant p join request.application a on a.id = p.application_id
                 where p.application_id = ? and p.name is not null""")
                .param(id.value())
                .query((row, n) -> {
                    Rest rest = Json.read(opened(id, "rest", row.getBytes("rest")), Rest.class);
                    return new Applicant(
                            ApplicantKind.valueOf(row.getString("applicant_kind")),
                            opened(id, "name", row.getBytes("name")),
                            rest.identityType(),
                            opened(id, "identity", row.getBytes("identity")),
                            rest.contactPerson(),
                            opened(id, "phone", row.getBytes("phone")),
                            rest.email(),
                            rest.address(),
                            rest.postCode());
                })
                .optional();
    }

    /** Other applications of the same applicant: the same identity, or the same name and telephone. Newest first. */
    public List<CaseId> sameApplicant(Applicant applicant, int most) {
        List<CaseId> found = new ArrayList<>();
        if (!applicant.identity().isBlank()) {
            found.addAll(jdbc.sql("""
                    select application_id from request.applicant
                     where identity_index = any(?) order by application_id desc limit ?""")
                    .params(candidates("identity", applicant.identity()), most)
                    .query((row, n) -> new CaseId(row.getLong(1)))
                    .list());
        }
        if (!applicant.phone().isBlank()) {
            jdbc
                    .sql("""
                    select application_id from request.applicant
                     where phone_index = any(?) and name_index = any(?) order by application_id desc limit ?""")
                    .params(candidates("phone", applicant.phone()), candidates("name", applicant.name()), most)
                    .query((row, n) -> new CaseId(row.getLong(1)))
                    .list()
                    .stream()
                    .filter(id -> !found.contains(id))
                    .forEach(found::add);
        }
        return found;
    }

    private byte[][] candidates(String column, String text) {
        return index.candidates(text, TABLE + "." + column).toArray(byte[][]::new);
    }

    private byte[] sealed(CaseId id, String column, String text) {
        return sealing.seal(text, new SealedText.Place(TABLE + "." + column, id.value()));
    }

    private byte @Nullable [] indexed(String column, String text) {
        return text.isBlank() ? null : index.of(text, TABLE + "." + column);
    }

    private String opened(CaseId id, String column, byte[] sealed) {
        return sealing.open(sealed, new SealedText.Place(TABLE + "." + column, id.value()));
    }
}
