/** What is published of the words: samples, schemas, golden files, the AsyncAPI document, and the proof that they stay readable. */
@NullMarked
package dev.warren.schemas.published;

import org.jspecify.annotations.NullMarked;
