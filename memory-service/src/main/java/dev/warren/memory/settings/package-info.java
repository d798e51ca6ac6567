/**
 * The settings of guilds. Services announce what can be set; here each change is checked by that, written as a version that holds for
 * everybody from the same moment, and told.
 */
@NullMarked
package dev.warren.memory.settings;

import org.jspecify.annotations.NullMarked;
