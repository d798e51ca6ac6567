/** What those who manage a guild do to XP: giving, taking, resetting, importing, exporting. Each leaves an audit record. */
@NullMarked
package dev.warren.leveling.administration;

import org.jspecify.annotations.NullMarked;
