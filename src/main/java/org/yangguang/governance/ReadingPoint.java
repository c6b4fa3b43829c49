package org.yangguang.governance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * A public reading point (政府信息公开查阅点).
 *
 * @param services of {@link #SERVICES}
 * @param until first day on which it is closed for good; null while it is open
 */
public record ReadingPoint(
        long id,
        OrganId organ,
        String name,
        @Nullable String nameEn,
        String address,
        String hours,
        String phone,
        List<String> services,
        String about,
        LocalDate from,
        @Nullable LocalDate until,
        int version) {

    /** What one finds there, by message key {@code governance.service.…}: 计算机终端查询、纸质文件查阅、打字复印 and others. */
    public static final List<String> SERVICES =
            List.of("terminal", "paper", "copies", "typing", "requests", "help", "barrierFree");
}
