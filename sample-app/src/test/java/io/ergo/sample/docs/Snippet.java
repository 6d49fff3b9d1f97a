package io.ergo.sample.docs;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.SimpleJavaFileObject;

/**
 * One fenced Java block of a page, as a source file: types are taken as they are, statements become the body of a method that has a node, a
 * template and a process context at hand.
 */
final class Snippet extends SimpleJavaFileObject {

    private static final Pattern TYPE = Pattern
            .compile("(?m)^(?:public |final |sealed |abstract )*(?:class|record|interface|enum) (\\w+)");
    private static final String IMPORTS = Stream
            .of("java.time.*", "java.util.*", "java.util.concurrent.*", "io.ergo.*", "io.ergo.actor.*",
                    "io.ergo.engine.NodeBuilder", "io.ergo.network.*", "io.ergo.network.dialect.*",
                    "io.ergo.network.edf.*", "io.ergo.network.enp.*", "io.ergo.network.framework.NetworkFlags",
                    "io.ergo.network.framework.Release",
                    "io.ergo.network.handshake.*", "io.ergo.network.spi.*", "io.ergo.spi.LogFormat",
                    "io.ergo.spi.LogSink",
                    "io.ergo.spring.*", "io.ergo.spring.Child", "org.junit.jupiter.api.*",
                    "org.springframework.boot.SpringApplication",
                    "org.springframework.boot.autoconfigure.SpringBootApplication", "static io.ergo.ApplicationMode.*")
            .map(name -> "import " + name + ";\n").collect(Collectors.joining());

    private final String place;
    private final String source;

    private Snippet(String place, String typeName, String source) {
        super(URI.create("string:///snippet/" + typeName + ".java"), Kind.SOURCE);
        this.place = place;
        this.source = source;
    }

    static Snippet of(String page, int line, String block) {
        String place = page + ":" + line;
        Matcher type = TYPE.matcher(block);
        if (type.find()) {
            int body = block.lastIndexOf("\nimport ");
            int split = body < 0 ? 0 : block.indexOf('\n', body + 1) + 1;
            return new Snippet(place, type.group(1) + "At" + line,
                    "package snippet;\n" + IMPORTS + block.substring(0, split).replaceAll("(?m)^package .*$", "")
                            + block.substring(split));
        }
        String name = "StatementsAt" + line;
        return new Snippet(place, name, "package snippet;\n" + IMPORTS + "class " + name
                + " {\n void run(Node node, ErgoTemplate ergo, ProcessContext self, Pid pid) throws Exception {\n"
                + block + "\n}\n}\n");
    }

    String place() {
        return place;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
    }
}
