package org.yangguang.catalogue.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.ColumnDraft;

/** The further subjects that Article 21 of the 2019 Regulations names, by level of government. */
public final class Article21 {

    private record Subject(String code, String name, String nameEn) {}

    private static final List<Subject> COUNTY = List.of(
            new Subject("municipal-works", "市政建设", "Municipal construction"),
            new Subject("public-services", "公共服务", "Public services"),
            new Subject("public-welfare", "公益事业", "Public welfare"),
            new Subject("land-expropriation", "土地征收", "Land expropriation"),
            new Subject("house-expropriation", "房屋征收", "House expropriation"),
            new Subject("public-security", "治安管理", "Public security"),
            new Subject("social-assistance", "社会救助", "Social assistance"));

    private static final List<Subject> TOWNSHIP = List.of(
            new Subject("township-rural-policies", "农业农村政策落实", "Agricultural and rural policies"),
            new Subject("township-irrigation", "农田水利工程", "Irrigation works"),
            new Subject("township-land-contracts", "土地承包经营权流转", "Transfer of land contracts"),
            new Subject("township-homesteads", "宅基地使用审核", "Review of homestead use"),
            new Subject("township-land-expropriation", "乡镇土地征收", "Land expropriation in townships"),
            new Subject("township-house-expropriation", "乡镇房屋征收", "House expropriation in townships"),
            new Subject("township-levies", "筹资筹劳", "Raising of funds and labour"),
            new Subject("township-social-assistance", "乡镇社会救助", "Social assistance in townships"));

    private Article21() {}

    /** Columns of the level that are not in the catalogue yet, to hang below statutory content. */
    public static List<Column> columns(Column.Level level, CatalogueSnapshot now) {
        Column statutory = Objects.requireNonNull(now.byCode().get("statutory"));
        List<Column> wanted = new ArrayList<>();
        int position = now.nextPosition(statutory.id());
        for (Subject subject : level == Column.Level.COUNTY ? COUNTY : TOWNSHIP) {
            if (now.byCode().containsKey(subject.code())) {
                continue;
            }
            ColumnDraft draft = new ColumnDraft(
                    subject.name(),
                    subject.nameEn(),
                    Column.Type.OTHER,
                    366,
                    subject.name() + "方面的政府信息（《条例》第二十一条）",
                    List.of(subject.name()));
            Column plain = ColumnRules.below(statutory, subject.code(), draft, position++);
            wanted.add(new Column(
                    plain.id(),
                    plain.parent(),
                    plain.path(),
                    plain.code(),
                    plain.name(),
                    plain.nameEn(),
                    plain.head(),
                    plain.type(),
                    null,
                    level,
                    plain.intervalDays(),
                    plain.description(),
                    plain.keywords(),
                    plain.position(),
                    false,
                    null));
        }
        return wanted;
    }
}
