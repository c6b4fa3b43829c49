package org.yangguang.site;

/**
 * One entry of the main navigation of the public site; modules offer theirs as beans, so that there is never a link without a page.
 *
 * @param label message key
 * @param href address on this site; the entry is marked as current on all pages below it
 * @param order position, ascending: home 0, guides 10, rules 20, statutory content 30, annual reports 40, on request 50,
 *     interaction 60, data 70
 */
public record NavigationEntry(String label, String href, int order) {

    /** Whether a page at {@code path} belongs to this entry. */
    public boolean covers(String path) {
        return path.equals(href) || (!href.equals("/") && path.startsWith(href + "/"));
    }
}
