/** Tests of this room. */
@NullMarked
package dev.warren.eventviewer.web;

import org.jspecify.annotations.NullMarked;
