package org.yangguang.request.web;

import org.yangguang.organ.Organ;

/** An organ that can be asked. @param guide whether it has published a guide */
public record ReachedOrgan(Organ organ, boolean guide) {}
