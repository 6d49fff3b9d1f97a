/// The rules of architecture which every module of this build is tested against.
@NullMarked
package io.ergo.build;

import org.jspecify.annotations.NullMarked;
