/** What the memory service tells of members: their time zones, and that they are to be erased. */
@NullMarked
package dev.warren.economy.members;

import org.jspecify.annotations.NullMarked;
