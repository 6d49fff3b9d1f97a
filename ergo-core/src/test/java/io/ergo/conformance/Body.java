package io.ergo.conformance;

import io.ergo.ProcessContext;
import org.jspecify.annotations.Nullable;

/** What a test wants to be done inside a process, as that process. */
@FunctionalInterface
interface Body<R extends @Nullable Object> {

    R run(ProcessContext self) throws Exception;
}
