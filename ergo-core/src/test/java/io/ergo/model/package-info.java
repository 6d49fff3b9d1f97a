/**
 * A randomised test that compares the runtime with a small model of it, written from the specification.
 *
 * <p>A seed makes a {@link io.ergo.model.Plan}: supervisors of all types and strategies, plain processes, some with bounded mailboxes, what
 * they do in init, which starts fail, an application, and steps: messages of all priorities, calls, delayed sends, exits, kills, links and monitors on pids, names and aliases, names and aliases taken and
 * given back, management of children, starts and stops of the application, time. A {@link io.ergo.model.Town} carries the plan out on a
 * simulated node with the same seed and writes down all that happens, as {@link io.ergo.model.Fact}s. The {@link io.ergo.model.Model} reads
 * them in order.
 *
 * <p>The model takes from the record only what the specification leaves open: which process goes on next, and when a timer that is due
 * fires. Everything else it predicts, fact by fact: what each mailbox gives out next, what each operation returns, who ends and why, who is
 * told of it, what each supervisor does about an end ({@link io.ergo.model.SupervisorModel}), what the end of a member means for its
 * application. When nothing more happens it compares what the node shows with what it knows: who is alive, names, relations, the lists of
 * children; mailboxes have to be empty. At last the node is stopped, and its audit has to be clean.
 *
 * <p>The normal build runs 200 seeds. {@code -Dergo.model.seeds=5000} runs more, {@code -Dergo.model.seed=17} this one alone; {@code ./mvnw
 * -Pproofs verify} runs the 5,000. A failure names its seed, the steps that are needed for it and the last facts before it. The same seed
 * fails in the same way each time.
 */
@NullMarked
package io.ergo.model;

import org.jspecify.annotations.NullMarked;
