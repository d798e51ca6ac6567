/** What tests in a browser share: Chromium, and the web client as one uses it. */
@NullMarked
package dev.warren.browser;

import org.jspecify.annotations.NullMarked;
