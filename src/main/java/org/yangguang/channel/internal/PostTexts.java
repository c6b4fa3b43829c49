package org.yangguang.channel.internal;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import org.yangguang.channel.Delivery;
import org.yangguang.disclosure.Edition;
import org.yangguang.site.SiteIdentity;

/** Puts items into the words that fit a service, for its connector and for the clerk who copies them. */
@Component
public class PostTexts {

    /** Longest name of an author that WeChat takes. */
    private static final int WECHAT_AUTHOR = 8;
    /** Of a longer paragraph the rest is read on the website. */
    private static final int WECHAT_BLOCK = 2_000;
    /** It takes less than 20,000 characters with their markup. */
    private static final int WECHAT_CONTENT = 17_000;

    private final SiteIdentity site;
    private final ChannelProperties properties;

    PostTexts(SiteIdentity site, ChannelProperties properties) {
        this.site = site;
        this.properties = properties;
    }

    public Post of(Delivery delivery, Edition edition) {
        String address = site.url() + "/items/" + delivery.item().value();
        String text = Jsoup.parse(edition.content().bodyHtml()).text();
        String summary =
                edition.content().summary().isBlank() ? text : edition.content().summary();
        return new Post(
                edition.content().title(),
                summary,
                text,
                edition.content().bodyHtml(),
                delivery.indexNumber(),
                edition.organName(),
                address,
                address + "?d=" + delivery.id() + "." + delivery.round());
    }

    /** Title, beginning of the summary, address, and the index number, by which the post is found again; never longer than Weibo takes. */
    public String weibo(Post post) {
        String end = " " + post.address() + " " + weiboMark(post);
        int left = 2 * properties.weiboLength() - halves(end);
        String title = cut("【" + post.title() + "】", left);
        String summary = cut(post.summary(), left - halves(title));
        return title + summary + end;
    }

    static String weiboMark(Post post) {
        return "索引号 " + post.indexNumber();
    }

    /** How Weibo counts: a Chinese character is one, a letter of the Latin alphabet half of one. */
    public static int halves(String text) {
        return text.codePoints().map(point -> point < 256 ? 1 : 2).sum();
    }

    private static String cut(String text, int halves) {
        if (halves(text) <= halves) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 2;
        for (int point : text.codePoints().toArray()) {
            used += point < 256 ? 1 : 2;
            if (used > halves) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept.isEmpty() ? "" : kept + "…";
    }

    /** The first characters, with a sign where something was left out. */
    private static String first(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters - 1)) + "…";
    }

    String wechatTitle(Post post) {
        return first(post.title(), properties.wechatTitle());
    }

    String wechatAuthor(Post post) {
        return first(post.organName(), WECHAT_AUTHOR);
    }

    String wechatDigest(Post post) {
        return first(post.summary(), properties.wechatDigest());
    }

    /** Paragraphs and headings only; what does not fit is read on the website. */
    String wechat(Post post) {
        Document article = Document.createShell("");
        Element body = article.body();
        List<Element> blocks = Jsoup.parse(post.html()).select("p, h2, h3, h4, li, td");
        for (Element block : blocks) {
            String text = first(block.text(), WECHAT_BLOCK);
            if (!text.isBlank()) {
                body.appendElement(block.tagName().startsWith("h") ? "h3" : "p").text(text);
            }
            if (body.html().length() > WECHAT_CONTENT) {
                body.appendElement("p").text("（全文较长，请点击“阅读原文”查看。）");
                break;
            }
        }
        body.appendElement("p").text("来源：" + post.organName() + "　索引号：" + post.indexNumber());
        return body.html();
    }
}
