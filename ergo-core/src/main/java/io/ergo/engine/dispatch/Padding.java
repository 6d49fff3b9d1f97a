package io.ergo.engine.dispatch;

/**
 * 128 bytes in front of a subclass's fields (superclass fields come first in memory): what other threads write nearby
 * does not take their cache line away. Two lines, because processors fetch them in pairs. The class at the bottom adds
 * the same behind.
 */
@SuppressWarnings("unused") // that is the purpose
abstract class Padding {
    private long a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, aa, ab, ac, ad, ae, af;
}
