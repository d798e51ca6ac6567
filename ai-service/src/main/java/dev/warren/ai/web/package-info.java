/** Requests to configured services on the web, with limits on time and size. */
@NullMarked
package dev.warren.ai.web;

import org.jspecify.annotations.NullMarked;
