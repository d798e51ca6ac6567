/** What tests of services share: real servers behind a Quarkus application. */
@NullMarked
package dev.warren.runtime.testing;

import org.jspecify.annotations.NullMarked;
