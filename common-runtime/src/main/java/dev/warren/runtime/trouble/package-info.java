/** What goes wrong: outages are waited for, bad records are put aside, refusals are told. */
@NullMarked
package dev.warren.runtime.trouble;

import org.jspecify.annotations.NullMarked;
