package org.yangguang.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of the documents; their sums are right. */
final class Tables {

    private Tables() {}

    static String of(String name, Filling filling) {
        return switch (name) {
            case "budget" -> budget(filling);
            case "threeExpenses" -> threeExpenses(filling);
            case "inspection" -> rows(filling, 4, "序号,检查单位,发现问题（个）,整改期限", "{shop},{n:0-6},{n:5-15}个工作日");
            case "recruitment" ->
                rows(filling, 3, "序号,岗位,人数,学历,年龄", "{管理岗/窗口服务岗/专业技术岗/社区工作岗},{n:1-6},{大专/本科/本科及以上},{30/35/40}周岁以下");
            case "fund" -> rows(filling, 4, "序号,项目,实施单位,金额（万元）", "{topic},{street}办事处,{d:2-60}");
            case "tender" -> rows(filling, 3, "名次,单位名称,报价（万元）,得分", "{company},{d:36-980},{d:78-97}");
            case "admission" -> rows(filling, 5, "序号,学校,班数,人数", "{school},{n:3-8},{n:120-360}");
            case "lowIncome" -> rows(filling, 5, "序号,申请人,保障人数,月保障金额（元）", "{surname}某某,{n:1-4},{n:320-1680}");
            case "permit" ->
                rows(filling, 4, "序号,申请人,许可事项,结果", "{company},{施工许可/排污许可/户外广告设置/占道许可/卫生许可},{准予许可/准予延续/准予变更}");
            case "food" -> rows(filling, 5, "序号,抽检单位,样品名称,结果", "{shop},{豆制品/糕点/熟肉制品/食用油/餐具/凉拌菜/鲜湿面条},{合格/合格/合格/不合格}");
            case "penalty" ->
                rows(
                        filling,
                        3,
                        "序号,当事人,违法事实,处罚结果",
                        "{shop},{未按规定亮证经营/未落实进货查验/超范围经营/未按规定处置垃圾/未履行安全管理职责},{警告/罚款2000元/罚款5000元/责令改正}");
            case "air" -> rows(filling, 4, "序号,监测点,细颗粒物（微克/立方米）,可吸入颗粒物（微克/立方米）", "{community},{n:38-86},{n:76-142}");
            case "statistics" -> statistics(filling);
            case "fees" ->
                rows(
                        filling,
                        4,
                        "序号,收费项目,收费标准（元）,批准文号",
                        "{证照工本费/考试考务费/城市道路占用费/义务教育作业本费},{n:5-120},苏价费〔{year}〕{n:10-380}号");
            case "housing" -> rows(filling, 5, "序号,申请人,户型,建筑面积（平方米）", "{surname}某某,{一室一厅/两室一厅},{n:38-62}");
            case "enterprise" ->
                rows(filling, 1, "序号,资产总额（万元）,营业收入（万元）,利润总额（万元）", "{n:9000-98000},{n:1200-9800},{n:60-900}");
            case "project" -> rows(filling, 4, "序号,项目,总投资（亿元）,进展", "{road}{topic}项目,{d:1-26},{前期工作/开工建设/主体施工/竣工验收}");
            default -> throw new IllegalStateException("There is no table " + name + ".");
        };
    }

    private static String rows(Filling filling, int least, String head, String row) {
        int count = filling.number(least, least + 3);
        List<String[]> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String[] pattern = row.split(",");
            String[] cells = new String[pattern.length + 1];
            cells[0] = String.valueOf(i);
            for (int c = 0; c < pattern.length; c++) {
                cells[c + 1] = filling.afresh(pattern[c]);
            }
            rows.add(cells);
        }
        return html(head.split(","), rows);
    }

    private static String budget(Filling filling) {
        int allocation = filling.number(900, 24_000);
        int other = filling.number(0, 900);
        int staff = (int) (allocation * 0.5);
        int daily = (int) (allocation * 0.12);
        int total = allocation + other;
        return html(
                new String[] {"收入项目", "金额（万元）", "支出项目", "金额（万元）"},
                List.of(
                        new String[] {"一、一般公共预算拨款", amount(allocation), "一、人员支出", amount(staff)},
                        new String[] {"二、其他收入", amount(other), "二、日常公用支出", amount(daily)},
                        new String[] {"", "", "三、项目支出", amount(total - staff - daily)},
                        new String[] {"收入合计", amount(total), "支出合计", amount(total)}));
    }

    private static String threeExpenses(Filling filling) {
        int cars = filling.number(0, 180);
        int guests = filling.number(3, 90);
        int carsBefore = cars + filling.number(0, 40);
        int guestsBefore = guests + filling.number(1, 30);
        return html(
                new String[] {"项目", "上年（万元）", "本年（万元）"},
                List.of(
                        new String[] {"因公出国（境）费", "0.0", "0.0"},
                        new String[] {"公务用车购置及运行费", amount(carsBefore), amount(cars)},
                        new String[] {"公务接待费", amount(guestsBefore), amount(guests)},
                        new String[] {"合计", amount(carsBefore + guestsBefore), amount(cars + guests)}));
    }

    private static String statistics(Filling filling) {
        String[] names = {"地区生产总值（亿元）", "规模以上工业增加值（亿元）", "固定资产投资（亿元）", "社会消费品零售总额（亿元）", "一般公共预算收入（亿元）"};
        List<String[]> rows = new ArrayList<>();
        for (String name : names) {
            rows.add(new String[] {name, amount(filling.number(180, 5200)), amount(filling.number(42, 148))});
        }
        return html(new String[] {"指标", "累计", "同比增长（%）"}, rows);
    }

    private static String amount(int tenths) {
        return String.format(Locale.ROOT, "%d.%d", tenths / 10, tenths % 10);
    }

    private static String html(String[] head, List<String[]> rows) {
        StringBuilder table = new StringBuilder("<table><thead><tr>");
        for (String cell : head) {
            table.append("<th scope=\"col\">").append(cell).append("</th>");
        }
        table.append("</tr></thead><tbody>");
        for (String[] row : rows) {
            table.append("<tr>");
            for (String cell : row) {
                table.append("<td>").append(cell).append("</td>");
            }
            table.append("</tr>");
        }
        return table.append("</tbody></table>").toString();
    }
}
