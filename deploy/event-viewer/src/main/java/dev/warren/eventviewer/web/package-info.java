/** JSON, live streams and the panel, for browsers on this machine alone. */
@NullMarked
package dev.warren.eventviewer.web;

import org.jspecify.annotations.NullMarked;
