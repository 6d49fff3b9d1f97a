/**
 * EDF, the data format of messages between nodes: values to bytes and back.
 *
 * <ul>
 * <li>What others use: {@link io.ergo.network.edf.EdfRegistry} and all that begins with {@code Edf}, {@code Schema}, {@code WireType}, {@code Scalar},
 * {@code TypeExpression}, and the tables of ids, {@code EncodeTables} and {@code DecodeTables}.
 * <li>What stands in front of a value: {@code Tagged} decides, {@code Folding} has the types of slices and maps, {@code LatestTypesWritten} and
 * {@code LatestTypesRead} keep the latest, {@code NameIndex} finds a name by its bytes.
 * <li>How a class is registered: {@code Registration} goes through it, {@code ComponentCodecs} chooses a codec for each component, {@code RecordTypes},
 * {@code RecordShape} and {@code ComponentOrder} are about records. {@code KnownTypes} holds what came of it.
 * <li>Registered types, each a {@code RegisteredType}: {@code RecordType}, {@code GeneratedRecord}, {@code EnumType}, {@code CodecType} for a codec of the
 * user's, and without a class {@code GenericStruct}, {@code GenericNamed}, {@code GenericOpaque}.
 * <li>Bodies of values, each a record that is a {@code Codec}: {@code ScalarCodec} by the type on the wire, {@code FixedCodec} and {@code PlainCodec} by
 * the class in Java, {@code ItemsCodec} and {@code MapCodec} around {@code Sequence} and {@code Entries}.
 * <li>The generator of records: {@code RecordCompiler} cuts one into {@code Segment}s, for which {@code WriteMethod} and {@code ReadMethod} emit the code.
 * <li>What input may cost: {@link io.ergo.network.edf.EdfLimits}, {@code ReadBudget}, {@code HashLoad}.
 * </ul>
 */
@NullMarked
package io.ergo.network.edf;

import org.jspecify.annotations.NullMarked;
