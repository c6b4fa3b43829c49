package org.yangguang.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.catalogue.CatalogueOutcome;
import org.yangguang.catalogue.DisclosureRules;
import org.yangguang.catalogue.GuideText;
import org.yangguang.catalogue.Guides;
import org.yangguang.catalogue.Rule;
import org.yangguang.organ.Contact;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganRegister;
import org.yangguang.organ.OrganRegister.Founding;
import org.yangguang.organ.Organs;
import org.yangguang.organ.Region;

/** Founds the regions and the 81 bodies, each with its contact block, guide and rules. */
@Component
class DemoOrgans {

    private static final String ACTOR = "system:demo";
    private static final String REGION = "320311";
    private static final String[] HOURS = {"周一至周五 8:30—12:00、14:00—17:30", "周一至周五 9:00—12:00、13:30—17:00"};

    private final OrganRegister register;
    private final Organs organs;
    private final Guides guides;
    private final DisclosureRules rules;

    DemoOrgans(OrganRegister register, Organs organs, Guides guides, DisclosureRules rules) {
        this.register = register;
        this.organs = organs;
        this.guides = guides;
        this.rules = rules;
    }

    Map<Body, OrganId> found(List<Body> bodies) {
        register.addRegion(new Region("320000", null, "江苏省"));
        register.addRegion(new Region("320300", "320000", "徐州市"));
        register.addRegion(new Region(REGION, "320300", "泉山区"));
        Words words = new Words();
        Map<Body, OrganId> founded = new LinkedHashMap<>();
        OrganId root = null;
        for (Body body : bodies) {
            OrganId id = found(body, root, words);
            root = root == null ? id : root;
            founded.put(body, id);
        }
        founded.forEach(this::guide);
        return founded;
    }

    /** The bodies as they were founded before. */
    Map<Body, OrganId> known(List<Body> bodies) {
        Map<Body, OrganId> known = new LinkedHashMap<>();
        for (Body body : bodies) {
            known.put(body, organs.byCode(body.code()).orElseThrow().id());
        }
        return known;
    }

    private OrganId found(Body body, @Nullable OrganId root, Words words) {
        List<String> roads = words.list("road");
        Contact contact = new Contact(
                "徐州市泉山区" + roads.get(body.number() % roads.size()) + "示例" + (body.number() * 3 + 5) + "号",
                "221000",
                "0516-8000%04d".formatted(1000 + body.number()),
                "0516-8000%04d".formatted(5000 + body.number()),
                "office%02d@quanshan.example".formatted(body.number()),
                HOURS[body.kind() == org.yangguang.organ.OrganKind.STREET_OFFICE ? 1 : 0]);
        return register.found(new Founding(
                root,
                REGION,
                body.kind(),
                body.code(),
                body.name(),
                body.shortName(),
                body.english(),
                body.number(),
                LocalDate.of(2008, 5, 1),
                contact));
    }

    private void guide(Body body, OrganId organ) {
        List<String> topics = new Words().topics(body.domain());
        check(guides.publishGuide(
                ACTOR,
                organ,
                new GuideText(
                        body.shortName() + "政府信息公开工作机构",
                        "<p>" + body.name() + "主动公开的信息包括机构职能、规划计划、财政信息、" + String.join("、", topics) + "等类别。</p>",
                        "<p>信息按主题、体裁和公开栏目编排，每条信息有索引号、名称、内容概述和生成日期；索引号由机构代码、年份和流水号组成。</p>",
                        "<p>可以在本网站检索、查阅和下载，也可以到区档案馆政府信息公开查阅点、区图书馆和政务服务大厅查阅。</p>",
                        "<p>需要本机关未主动公开的信息的，可以当面、邮寄、传真或者在网上提出申请。本机关收到申请能够当场答复的当场答复，" + "不能当场答复的自收到之日起二十个工作日内答复。</p>",
                        "<p>认为本机关未依法履行政府信息公开义务的，可以向上一级行政机关或者政府信息公开工作主管部门举报，" + "也可以依法申请行政复议或者提起行政诉讼。</p>")));
        check(rules.publishRule(
                ACTOR,
                organ,
                new Rule.Text(
                        body.shortName() + "政府信息公开保密审查制度",
                        "<p>第一条　拟公开的信息由承办人员提出意见，经保密员审查后报分管领导审批。</p>"
                                + "<p>第二条　坚持先审查、后公开，一事一审；审查应当有书面记录并归档保存。</p>"
                                + "<p>第三条　不能确定是否可以公开的，报有关主管部门或者保密行政管理部门确定。</p>"
                                + "<p>第四条　未经审查公开信息造成后果的，依照规定追究责任。</p>")));
        if (body.government()) {
            districtRules(organ);
        }
    }

    private void districtRules(OrganId organ) {
        for (String title : List.of("政府信息公开工作考核办法", "政府信息公开社会评议制度", "政府信息公开责任追究办法", "政府信息发布协调制度", "依申请公开工作规程")) {
            check(rules.publishRule(
                    ACTOR,
                    organ,
                    new Rule.Text(
                            "泉山区" + title,
                            "<p>第一条　为推进政府信息公开工作，根据《中华人民共和国政府信息公开条例》，结合本区实际，制定本制度。</p>"
                                    + "<p>第二条　区政府办公室是全区政府信息公开工作的主管部门，负责推进、指导、协调、监督。</p>"
                                    + "<p>第三条　实行月通报、年考核，采取网上监测和实地检查相结合的方式，结果向社会公布。</p>"
                                    + "<p>第四条　本制度自公布之日起施行。</p>")));
        }
    }

    private static void check(CatalogueOutcome<?> outcome) {
        if (!(outcome instanceof CatalogueOutcome.Done)) {
            throw new IllegalStateException("The demonstration was refused: " + outcome);
        }
    }
}
