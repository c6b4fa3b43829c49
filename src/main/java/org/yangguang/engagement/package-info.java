/**
 * The conversation with the public (互动交流): letters to the opinion box, answers to public concerns, interpretations, press conferences and
 * interviews, consultations, and the yearly rating of organs.
 *
 * <p>{@link org.yangguang.engagement.Letters} is the way in for letters and {@link org.yangguang.engagement.Affairs} for everything that an organ
 * announces; {@link org.yangguang.engagement.LetterTransitions} and {@link org.yangguang.engagement.AffairTransitions} say which step is possible
 * from where and by whom. An interpretation is an item of {@code disclosure} with a link to the item that it explains
 * ({@link org.yangguang.engagement.Interpretations}).
 *
 * <p>What people write is sealed; the public reads only what an officer prepared and another one released.
 */
@ApplicationModule(displayName = "Engagement")
@NullMarked
package org.yangguang.engagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
