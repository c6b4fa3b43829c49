package org.yangguang.catalogue;

/**
 * What an organ writes in its guide (政府信息公开指南), by the contents that Article 12 of the 2019 Regulations lists; the ways to
 * reach the office are not written but taken from {@link org.yangguang.organ.Organ#contact()} when the guide is published.
 *
 * @param officeName name of the disclosure office (政府信息公开工作机构)
 * @param classification classes of its information (信息的分类), HTML
 * @param arrangement how they are arranged (编排体系), HTML
 * @param obtaining how to obtain information (获取方式), HTML
 * @param onRequest how to ask for what is not published, HTML; may be empty
 * @param remedies supervision and remedies, HTML; may be empty
 */
public record GuideText(
        String officeName,
        String classification,
        String arrangement,
        String obtaining,
        String onRequest,
        String remedies) {

    public static final GuideText EMPTY = new GuideText("", "", "", "", "", "");
}
