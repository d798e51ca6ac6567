package dev.warren.embed.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicOnlyTest {
    private final Guard guard = new PublicOnly(false);

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, reserved",
        "0.255.255.255, reserved",
        "10.0.0.0, private",
        "10.255.255.255, private",
        "100.64.0.0, cgnat",
        "100.127.255.255, cgnat",
        "100.100.100.200, metadata",
        "127.0.0.1, loopback",
        "127.255.255.255, loopback",
        "168.63.129.16, metadata",
        "169.254.0.1, link-local",
        "169.254.169.254, metadata",
        "172.16.0.0, private",
        "172.31.255.255, private",
        "192.0.0.192, metadata",
        "192.0.2.1, reserved",
        "192.168.0.1, private",
        "198.18.0.1, reserved",
        "198.19.255.255, reserved",
        "198.51.100.7, reserved",
        "203.0.113.7, reserved",
        "224.0.0.1, multicast",
        "239.255.255.255, multicast",
        "240.0.0.1, reserved",
        "255.255.255.255, reserved",
        "::, ipv4-inside",
        "::1, loopback",
        "::7f00:1, ipv4-inside",
        "64:ff9b::7f00:1, ipv4-inside",
        "64:ff9b:1::1, ipv4-inside",
        "100::1, reserved",
        "2001::1, ipv4-inside",
        "2001:10::1, reserved",
        "2001:db8::1, reserved",
        "2002:7f00:1::, ipv4-inside",
        "2606:4700::5efe:7f00:1, ipv4-inside",
        "3fff::1, reserved",
        "4000::1, reserved",
        "5f00::1, reserved",
        "fc00::1, private",
        "fd00:ec2::254, metadata",
        "fe80::1, link-local",
        "fec0::1, private",
        "ff02::1, multicast"
    })
    void address_thatIsNotPublic_isRefusedByItsRule(String address, String rule) throws UnknownHostException {
        assertThat(guard.refusal(InetAddress.getByName(address))).contains(rule);
        assertThat(guard.refusal(new InetSocketAddress(InetAddress.getByName(address), 443)))
                .contains(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001::1",
                "2001:4860:4860::8888"
            })
    void address_thatIsPublic_isAdmitted(String address) throws UnknownHostException {
        assertThat(guard.refusal(InetAddress.getByName(address))).isEmpty();
        assertThat(guard.refusal(new InetSocketAddress(InetAddress.getByName(address), 80)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/, loopback",
        "http://2130706433/, host-form",
        "http://0x7f000001/, host-form",
        "http://0x7f.1/, host-form",
        "http://0177.0.0.1/, host-form",
        "http://017700000001/, host-form",
        "http://127.1/, host-form",
        "http://127.0.1/, host-form",
        "http://127.0.0.1./, host-form",
        "http://1.1.1.1./, host-form",
        "http://010.0.0.1/, host-form",
        "http://256.1.1.1/, host-form",
        "http://1.1.1.1.1/, host-form",
        "http://a.0x7f/, host-form",
        "http://[::1]/, loopback",
        "http://[::ffff:127.0.0.1]/, loopback",
        "http://[::ffff:7f00:1]/, loopback",
        "http://[::127.0.0.1]/, ipv4-inside",
        "http://[2002:7f00:1::]/, ipv4-inside",
        "http://[64:ff9b::10.0.0.1]/, ipv4-inside",
        "http://[fe80::1]/, link-local",
        "http://localhost/, local-name",
        "http://LOCALHOST./, local-name",
        "http://a.localhost/, local-name",
        "http://printer.local/, local-name",
        "http://metadata.google.internal/, local-name",
        "http://redis/, local-name",
        "http://router.home.arpa/, local-name",
        "http://１２７.０.０.１/, loopback",
        "http://①②⑦.⓪.⓪.①/, loopback",
        "http://ｌocalhost/, local-name",
        "http://a.test:8080/, port",
        "https://a.test:22/, port",
        "http://a.test:0/, ''"
    })
    void address_asItIsWritten_isRefusedByItsRule(String address, String rule) {
        var url = HttpUrl.parse(address);
        // what is no address at all is refused before
        assertThat(Optional.ofNullable(url).flatMap(guard::refusal).orElse("")).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.test/",
                "https://a.test/",
                "http://a.test:443/",
                "https://bücher.example/",
                "https://1.1.1.1/",
                "https://[2606:4700:4700::1111]/",
                "https://127.0.0.1.example/",
                "https://a-1.example/",
                "https://3com.example/"
            })
    void address_ofThePublicWeb_isAdmitted(String address) {
        assertThat(guard.refusal(HttpUrl.get(address))).isEmpty();
    }

    @Test
    void loopback_whereATestAdmitsIt_isAdmittedOnAnyPortAndNothingElse() throws UnknownHostException {
        var lax = new PublicOnly(true);

        assertThat(lax.refusal(HttpUrl.get("http://127.0.0.1:4711/"))).isEmpty();
        assertThat(lax.refusal(new InetSocketAddress("127.0.0.1", 4711))).isEmpty();
        assertThat(lax.refusal(new InetSocketAddress("10.0.0.1", 80))).contains("private");
        assertThat(lax.refusal(new InetSocketAddress("1.1.1.1", 4711))).contains("port");
        assertThat(lax.refusal(HttpUrl.get("http://2130706433/"))).contains("host-form");
        assertThat(lax.refusal(InetAddress.getByName("169.254.169.254"))).contains("metadata");
    }

    @Test
    void socket_toANameThatNobodyResolved_isRefused() {
        assertThat(guard.refusal(InetSocketAddress.createUnresolved("a.test", 80)))
                .contains("unresolved");
    }
}
