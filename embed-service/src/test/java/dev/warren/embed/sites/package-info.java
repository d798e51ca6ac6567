/** The sites as tests play them. */
@NullMarked
package dev.warren.embed.sites;

import org.jspecify.annotations.NullMarked;
