package io.ergo.engine.log;

import io.ergo.LogLevel;

/** What a source knows of its log: the settings that many share, until it logs for the first time. */
public sealed interface LogState permits LogSettings, SourceLog {

    /** Returns the level. */
    LogLevel level();
}
