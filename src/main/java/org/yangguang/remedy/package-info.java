/**
 * What applicants do when a reply does not satisfy them: reconsideration (行政复议), litigation (行政诉讼), complaints to the office that supervises
 * (投诉举报) – 2019 Regulations, Article 51; 2007, Article 33.
 *
 * <p>{@link org.yangguang.remedy.Remedies} is the way in, {@link org.yangguang.remedy.RemedyPeriods} computes the days that hold for the applicant, the
 * authority and the organ, {@link org.yangguang.remedy.Ending} says as which result an ending counts in the tables. An application is linked by its number
 * on the register; what is known of it comes from the events of the module that handles applications. Others listen to
 * {@link org.yangguang.remedy.RemedyFiled} and {@link org.yangguang.remedy.RemedyDecided}.
 */
@ApplicationModule(displayName = "Remedies")
@NullMarked
package org.yangguang.remedy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
