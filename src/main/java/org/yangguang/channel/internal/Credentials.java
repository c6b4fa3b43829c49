package org.yangguang.channel.internal;

/**
 * What a service wants to know before it takes anything.
 *
 * @param account AppID of a WeChat Official Account; empty for Weibo
 * @param secret AppSecret of WeChat, access token of Weibo
 * @param cover media id of the permanent picture that WeChat shows above an article; empty for Weibo
 */
public record Credentials(String account, String secret, String cover) {

    /** Says nothing, so that no log can tell. */
    @Override
    public String toString() {
        return "Credentials";
    }

    public String written() {
        return account + "\n" + secret + "\n" + cover;
    }

    static Credentials read(String written) {
        String[] parts = written.split("\n", -1);
        return new Credentials(parts[0], parts[1], parts[2]);
    }
}
