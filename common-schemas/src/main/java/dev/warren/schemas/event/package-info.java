/** The envelope of every record, and how a payload class meets its wire name. */
@NullMarked
package dev.warren.schemas.event;

import org.jspecify.annotations.NullMarked;
