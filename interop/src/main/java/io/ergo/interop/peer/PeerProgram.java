package io.ergo.interop.peer;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import io.ergo.interop.value.Members;
import io.ergo.interop.value.PeerException;
import tools.jackson.core.JacksonException;

/** Reads commands from standard input and prints answers and observations to standard output, each on a line of its own. */
public final class PeerProgram {

    private PeerProgram() {}

    /**
     * Runs until the input ends or says so.
     *
     * @param arguments {@code -procs N}, on how many processors the processes of the node run: 0 for all. Unless given it is one, which
     *        keeps the order of observations steady
     */
    public static void main(String[] arguments) throws IOException {
        try {
            run(processors(arguments));
        } catch (PeerException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
        System.exit(0); // callbacks that hang do not keep the program
    }

    private static void run(int processors) throws IOException {
        PrintStream lines = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err); // what else is printed must not get between the lines
        Peer peer = new Peer(new Output(lines), processors);
        try (var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String text = input.readLine(); text != null && accept(peer, text.strip()); text = input.readLine()) {
                // each line is worked off before the next one is read
            }
        }
        peer.stop();
    }

    private static int processors(String[] arguments) {
        if (arguments.length == 0) {
            return 1;
        }
        if (arguments.length == 2 && arguments[0].equals("-procs") && arguments[1].matches("\\d{1,2}")) {
            return Integer.parseInt(arguments[1]);
        }
        throw new PeerException("the only argument is -procs N, on how many processors processes run: 1 unless given, "
                + "0 for all; commands come from standard input");
    }

    private static boolean accept(Peer peer, String text) {
        if (text.isEmpty() || text.startsWith("#")) {
            return true;
        }
        Line line;
        try {
            line = Line.parse(text);
        } catch (JacksonException bad) {
            return refuse(peer, new PeerException("bad line: " + bad.getOriginalMessage()));
        } catch (PeerException bad) {
            return refuse(peer, bad);
        }
        return peer.accept(line);
    }

    private static boolean refuse(Peer peer, PeerException error) {
        peer.output().answer(new Result.Failed(error).in(Members.of("id", null)));
        return true;
    }
}
