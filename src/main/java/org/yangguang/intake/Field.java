package org.yangguang.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a row can say of an item, with the words under which sheets and old pages usually have it. */
public enum Field {
    /** What names the row at its source for good; what was taken under a key is never taken again. */
    KEY("key", "id", "编号", "主键", "信息编号"),
    ORGAN("organ", "发布机构", "发文机关", "发文单位", "发布单位", "公开主体", "制定机关", "publisher"),
    INDEX_NUMBER("index-number", "索引号", "信息索引号"),
    TITLE("title", "标题", "名称", "题名", "信息名称", "文件名称", "信息标题"),
    SUMMARY("summary", "内容概述", "摘要", "概述", "description"),
    BODY("body", "正文", "内容", "信息内容", "content", "text"),
    DOCUMENT_NUMBER("document-number", "文号", "发文字号", "文件编号"),
    COLUMN("column", "栏目", "栏目名称", "所属栏目", "columnname"),
    SUBJECT("subject", "主题", "主题分类", "主题类别"),
    GENRE("genre", "体裁", "体裁分类", "文种"),
    FORMED_ON("formed-on", "生成日期", "成文日期", "形成日期", "发文日期", "date"),
    PUBLISHED_ON("published-on", "发布日期", "发布时间", "公开日期", "公布日期", "pubdate"),
    ISSUED_ON("issued-on", "印发日期", "签发日期"),
    EFFECTIVE_ON("effective-on", "生效日期", "施行日期", "实施日期"),
    EXPIRES_ON("expires-on", "失效日期", "有效期至"),
    REPEALED_ON("repealed-on", "废止日期"),
    VALIDITY("validity", "有效性", "时效", "时效性"),
    SOURCE("source", "来源", "信息来源", "contentsource"),
    KEYWORDS("keywords", "关键词", "主题词", "关键字"),
    OLD_ADDRESS("old-address", "原网址", "原地址", "链接", "网址", "url");

    private final String label;
    private final List<String> words;

    Field(String label, String... words) {
        this.label = label;
        this.words = List.of(words);
    }

    /** As it is written on the command line and in saved mappings: {@code index-number}. */
    public String label() {
        return label;
    }

    public static Optional<Field> of(String label) {
        String wanted = label.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(field -> field.label.equals(wanted))
                .findFirst();
    }

    /** The field that a column of a sheet or a line of an old page's facts is probably about. */
    public static Optional<Field> guess(String heading) {
        String word = Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s:：*_\\[\\]【】]", "");
        return Arrays.stream(values())
                .filter(field -> field.words.contains(word)
                        || field.label.replace("-", "").equals(word.replace("-", "")))
                .findFirst();
    }
}
