package io.ergo.interop.peer;

import java.util.List;

import io.ergo.Args;
import io.ergo.SupervisionInfo;
import io.ergo.actor.ChildSpec;

/** What a supervisor can be asked to do with its children, from its callbacks. */
interface Children {

    void start(String name, Args args);

    void add(ChildSpec spec);

    void enable(String name);

    void disable(String name);

    List<SupervisionInfo.Child> all();

    /** Returns whether they are registered under the names of their specifications. */
    boolean areNamed();
}
