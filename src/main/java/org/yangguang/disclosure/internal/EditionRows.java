package org.yangguang.disclosure.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yangguang.account.AccountId;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.AudienceScope;
import org.yangguang.disclosure.DisclosureAttribute;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Validity;
import org.yangguang.organ.OrganId;

/** How an edition lies in a row. */
public final class EditionRows {

    static final String EDITION = """
            select e.id, e.item_id, e.number, e.state, e.version, e.title, e.summary, e.body_html, e.document_number,
                   e.column_id, e.subject_code, e.genre_code, e.audience_groups, e.formed_on, e.normative, e.issued_on,
                   e.effective_on, e.expires_on, e.repealed_on, e.validity, e.source, e.keywords, e.attribute, e.legal_basis,
                   e.review_again_on, e.scope, e.audience_id, e.publish_at, e.organ_name, e.content_hash, e.held,
                   e.handler_id, e.handler_name, e.submitted_at, e.approved_at, e.published_at, e.updated_at,
                   i.organ_id, i.index_number,
                   """ + AttachmentTable.OF_EDITION + """
                    as attachments
              from disclosure.edition e join disclosure.item i on i.id = e.item_id""";

    private EditionRows() {}

    static Edition edition(ResultSet row, int number) throws SQLException {
        return new Edition(
                new EditionId(row.getLong("id")),
                new ItemId(row.getLong("item_id")),
                new OrganId(row.getLong("organ_id")),
                row.getString("organ_name"),
                row.getInt("number"),
                EditionState.valueOf(row.getString("state")),
                row.getInt("version"),
                content(row),
                AttachmentTable.read(row, "attachments"),
                row.getString("index_number"),
                row.getString("content_hash"),
                new AccountId(row.getLong("handler_id")),
                row.getString("handler_name"),
                instant(row, "submitted_at"),
                instant(row, "approved_at"),
                instant(row, "published_at"),
                row.getTimestamp("updated_at").toInstant(),
                texts(row, "held"));
    }

    static EditionContent content(ResultSet row) throws SQLException {
        String validity = row.getString("validity");
        Long column = row.getObject("column_id", Long.class);
        return new EditionContent(
                row.getString("title"),
                row.getString("summary"),
                row.getString("body_html"),
                row.getString("document_number"),
                column == null ? null : new ColumnId(column),
                row.getString("subject_code"),
                row.getString("genre_code"),
                texts(row, "audience_groups"),
                row.getObject("formed_on", LocalDate.class),
                row.getBoolean("normative"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                row.getObject("repealed_on", LocalDate.class),
                validity == null ? null : Validity.valueOf(validity),
                row.getString("source"),
                texts(row, "keywords"),
                DisclosureAttribute.valueOf(row.getString("attribute")),
                row.getString("legal_basis"),
                row.getObject("review_again_on", LocalDate.class),
                AudienceScope.valueOf(row.getString("scope")),
                row.getObject("audience_id", Long.class),
                instant(row, "publish_at"));
    }

    static Map<String, @Nullable Object> parameters(EditionContent content) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("title", content.title());
        values.put("summary", content.summary());
        values.put("body", content.bodyHtml());
        values.put("document", content.documentNumber());
        values.put("column", content.column() == null ? null : content.column().value());
        values.put("subject", content.subject());
        values.put("genre", content.genre());
        values.put("groups", content.audienceGroups().toArray(String[]::new));
        values.put("formed", content.formedOn());
        values.put("normative", content.normative());
        values.put("issued", content.issuedOn());
        values.put("effective", content.effectiveOn());
        values.put("expires", content.expiresOn());
        values.put("repealed", content.repealedOn());
        values.put(
                "validity",
                content.validity() == null ? null : content.validity().name());
        values.put("source", content.source());
        values.put("keywords", content.keywords().toArray(String[]::new));
        values.put("attribute", content.attribute().name());
        values.put("basis", content.legalBasis());
        values.put("again", content.reviewAgainOn());
        values.put("scope", content.scope().name());
        values.put("audience", content.audience());
        values.put("publish", content.publishAt() == null ? null : Timestamp.from(content.publishAt()));
        return values;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
