/** What happens when somebody comes or goes: a welcome, roles, a farewell. */
@NullMarked
package dev.warren.leveling.welcome;

import org.jspecify.annotations.NullMarked;
