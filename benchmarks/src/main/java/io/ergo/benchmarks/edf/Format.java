package io.ergo.benchmarks.edf;

import java.util.Locale;
import java.util.function.Function;

import io.ergo.network.edf.EdfCodecs;

/** The formats that are compared, each in the way its users get the most out of it. */
public enum Format {

    /** EDF with names in full. */
    EDF("EDF", shape -> EdfSubject.of(shape, EdfCodecs.GENERATED, false)),
    /** EDF between sides that agreed on ids in place of the names of the three records. */
    EDF_IDS("EDF, ids", shape -> EdfSubject.of(shape, EdfCodecs.GENERATED, true)),
    /** EDF without generated classes, as where the JVM allows none. */
    EDF_INTERPRETIVE("EDF, interpretive", shape -> EdfSubject.of(shape, EdfCodecs.INTERPRETIVE, false)),
    /** Protocol buffers, from and to ready-made messages. */
    PROTOBUF("protobuf", ProtobufSubject::of),
    /** Protocol buffers for an application that has records of its own. */
    PROTOBUF_RECORDS("protobuf, records", ProtobufRecordSubject::of),
    /** Fory with registered classes and generated serializers. */
    FORY("Fory", ForySubject::of);

    private final String title;
    private final Function<Shape, Subject> opener;

    Format(String title, Function<Shape, Subject> opener) {
        this.title = title;
        this.opener = opener;
    }

    /** Returns the name on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what tables call it. */
    public String title() {
        return title;
    }

    /** Returns the value of a shape in this format; encoding and decoding were tried. */
    public Subject open(Shape shape) {
        return opener.apply(shape).checked();
    }
}
