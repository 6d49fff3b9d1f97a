/// Fleet Watch, the sample: every node watches the machine it runs on and those that report to it.
@NullMarked
package io.ergo.sample;

import org.jspecify.annotations.NullMarked;
