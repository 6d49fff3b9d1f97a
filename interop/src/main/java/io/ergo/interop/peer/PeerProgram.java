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

    /** Runs until the input ends or says so. */
    public static void main(String[] arguments) throws IOException {
        try {
            run(PeerSettings.read(arguments));
        } catch (PeerException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
        System.exit(0); // callbacks that hang do not keep the program
    }

    private static void run(PeerSettings settings) throws IOException {
        PrintStream lines = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err); // what else is printed must not get between the lines
        Peer peer = new Peer(new Output(lines), settings);
        try (var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String text = input.readLine(); text != null && accept(peer, text.strip()); text = input.readLine()) {
                // each line is worked off before the next one is read
            }
        }
        peer.stop();
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
