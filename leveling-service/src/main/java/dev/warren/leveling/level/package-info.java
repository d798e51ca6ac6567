/** What follows from XP: levels, each told once, ever, and the roles that reward them. */
@NullMarked
package dev.warren.leveling.level;

import org.jspecify.annotations.NullMarked;
