package io.ergo.engine.process;

import java.util.List;

/**
 * What is asked of a process that is inspected.
 *
 * @param items what to show, none for everything
 */
record Inspection(List<String> items) {}
