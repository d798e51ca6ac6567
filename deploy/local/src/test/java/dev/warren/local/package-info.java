/** Tests that start the servers for real. */
@NullMarked
package dev.warren.local;

import org.jspecify.annotations.NullMarked;
