/** What a Spring application writes against: annotations, the template, events. */
@NullMarked
package io.ergo.spring;

import org.jspecify.annotations.NullMarked;
