package org.yangguang.site;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who runs this site; the names go into the masthead, the page metadata ({@code SiteName, SiteDomain, SiteIDCode}) and the foot.
 *
 * @param idCode government site code: six digits of the region (GB/T 2260) and four more
 * @param region region that it serves, shown below the name; empty leaves it out
 * @param url public base address without a slash at the end
 * @param host body that runs the site (主办单位)
 * @param operator body that operates it (承办单位)
 * @param icp number of the ICP record (ICP备案号)
 * @param policeRecord number of the public security record (公安备案号)
 */
@ConfigurationProperties("yangguang.site")
public record SiteIdentity(
        @DefaultValue("政府信息公开") String name,
        @DefaultValue("Open Government Information") String nameEn,
        @DefaultValue("") String region,
        @DefaultValue("") String regionEn,
        @DefaultValue("localhost") String domain,
        @DefaultValue("0000000000") String idCode,
        @DefaultValue("http://localhost:8080") String url,
        @DefaultValue("") String host,
        @DefaultValue("") String operator,
        @DefaultValue("") String phone,
        @DefaultValue("") String address,
        @DefaultValue("") String icp,
        @DefaultValue("") String policeRecord) {}
