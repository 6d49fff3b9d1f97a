/** What the vectors of all formats with frames share: the parts of a frame. */
@NullMarked
package io.ergo.interop.vectors.frame;

import org.jspecify.annotations.NullMarked;
