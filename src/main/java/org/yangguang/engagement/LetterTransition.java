package org.yangguang.engagement;

import java.util.Set;
import org.yangguang.account.Role;

/**
 * One legal move of a letter.
 *
 * @param who roles of which an officer needs one in the organ that has the letter
 * @param event name in the audit chain
 */
public record LetterTransition(LetterState from, LetterAction action, LetterState to, Set<Role> who, String event) {}
