package io.ergo.interop.peer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The command {@code value}: builds a value and prints it. */
class ValuesTest {

    private final ScriptedPeer peer = new ScriptedPeer();

    @ParameterizedTest
    @ValueSource(strings = {
        "null", "true", "'text'", "-9223372036854775808",
        "{'type':'int8','value':'-128'}", "{'type':'uint64','value':'18446744073709551615'}",
        "{'type':'float64','bits':'7ff8000000000001'}", "{'type':'atom','value':'a'}",
        "{'type':'string','utf8_hex':'ff41'}", "{'type':'binary','nil':true}", "{'type':'binary','hex':''}",
        "{'type':'time','rfc3339':'2024-02-29T12:34:56.7+02:00'}", "{'type':'error','text':'x'}",
        "{'type':'slice','elem':'[]int32','items':[{'type':'slice','elem':'int32','nil':true}]}",
        "{'type':'map','key':'int','elem':'any','nil':true}",
        "{'type':'named','name':'#ergopeer/Flag','base':true}",
        "{'type':'marshaler','name':'#ergopeer/Token','payload_hex':'0001'}",
        "{'type':'pid','pid':'<pid a@b 5 6>'}", "{'type':'ref','ref':'<ref a@b 1 2 3 18446744073709551615>'}"})
    void value_inPrintedForm_comesBackTheSame(String value) {
        assertThat(shown(value)).isEqualTo(ScriptedPeer.json(value));
    }

    @Test
    void fractionsAndNumbersBeyond64Bits_areFloat64() {
        assertThat(shown("1.5")).isEqualTo(ScriptedPeer.json("{'type':'float64','bits':'3ff8000000000000'}"));
        assertThat(shown("9223372036854775808"))
                .isEqualTo(ScriptedPeer.json("{'type':'float64','bits':'43e0000000000000'}"));
    }

    @Test
    void staticTypes_takeTheShortFormAndFillWhatIsMissing() {
        assertThat(shown("{'type':'struct','name':'#ergopeer/Point','fields':{'X':1}}")).isEqualTo(ScriptedPeer.json(
                "{'type':'struct','name':'#ergopeer/Point','fields':{'X':{'type':'int32','value':'1'},"
                        + "'Y':{'type':'int32','value':'0'}}}"));
        assertThat(shown("{'type':'slice','elem':'error','items':[null,'x',{'type':'error','text':'q','cause':'r'}]}"))
                .isEqualTo(ScriptedPeer.json("{'type':'slice','elem':'error','items':[{'type':'error','nil':true},"
                        + "{'type':'error','text':'x'},{'type':'error','text':'q: r','cause':'r'}]}"));
    }

    @Test
    void maps_keepTheLastOfEqualKeysAndAreOrderedByText() {
        assertThat(shown("{'type':'map','key':'int','elem':'any','entries':[[2,'x'],[10,null],[2,'y']]}"))
                .isEqualTo(ScriptedPeer.json("{'type':'map','key':'int','elem':'any','entries':[[10,null],[2,'y']]}"));
    }

    @Test
    void longRepetitions_arePrintedAsSuch() {
        assertThat(shown("{'type':'atom','repeat':'a','count':65}"))
                .isEqualTo(ScriptedPeer.json("{'type':'atom','repeat':'a','count':65}"));
        assertThat(shown("{'type':'binary','repeat':'00','count':64}"))
                .isEqualTo(ScriptedPeer.json("{'type':'binary','hex':'" + "00".repeat(64) + "'}"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "{'x':1} | peer: value object without type",
        "{'type':'zzz'} | peer: unknown type \"zzz\"",
        "{'type':'int8','value':'300'} | peer: 300 does not fit into int8",
        "{'type':'uint','value':'-1'} | peer: -1 does not fit into uint",
        "{'type':'int','value':'x'} | peer: 'x' is no int",
        "{'type':'bool','value':'maybe'} | peer: 'maybe' is neither true nor false",
        "{'type':'float64','bits':'zz'} | peer: 'zz' are no bits in hexadecimal",
        "{'type':'binary','hex':'0'} | peer: '0' is not hexadecimal, two digits for each byte",
        "{'type':'string','repeat':'a','count':-1} | peer: 'a' cannot be repeated -1 times",
        "{'type':'array','elem':'[70000]int','items':[]} | "
                + "peer: the length of [70000]int must be a number from 0 to 65536",
        "{'type':'slice','elem':'int','items':1} | peer: list expected",
        "{'type':'map','key':'int','elem':'int','entries':[[1]]} | peer: map entry must be a pair",
        "{'type':'named','name':'#ergopeer/Grid','base':[null,null,null]} | "
                + "peer: 3 elements are too many for [2]#ergopeer/Point",
        "{'type':'struct','name':'#ergopeer/Point','fields':{'Z':1}} | peer: no field Z in #ergopeer/Point",
        "{'type':'pid','pid':'@x'} | peer: unknown label @x",
        "{'type':'pid','pid':'<pid a@b x 6>'} | peer: bad identifier <pid a@b x 6>: For input string: \"x\"",
        "{'type':'pid','pid':'<ref a@b 1 2 3 4>'} | peer: <ref a@b 1 2 3 4> is no pid"})
    void value_thatIsNone_isRefusedWithItsReason(String value, String error) {
        assertThat(shown(value)).isEqualTo(error);
    }

    private String shown(String value) {
        return peer.ask("{'cmd':'value','value':" + value + "}");
    }
}
