package dev.warren.simulator.net;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A key with a certificate for Discord's names, and a truststore that trusts it. Made by keytool, good for ten years, and used
 * again when it lies in the folder already.
 *
 * @param keystore PKCS 12 with the key
 * @param truststore PKCS 12 with the certificate alone
 */
public record Certificate(Path keystore, Path truststore) {
    /** Of both files. They protect nothing: the key is made anew wherever the simulator runs. */
    public static final String PASSWORD = "changeit";

    private static final String ALIAS = "discord";
    private static final String NAMES = "SAN=dns:discord.com,dns:cdn.discordapp.com,dns:media.discordapp.net,"
            + "dns:gateway.discord.gg,dns:localhost,ip:127.0.0.1";
    private static final long TIMEOUT_SECONDS = 30;

    /** Makes the files in a folder, unless they are there; blocks for about half a second. */
    public static Certificate in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var certificate = new Certificate(folder.resolve("discord-key.p12"), folder.resolve("discord-trust.p12"));
        if (!Files.exists(certificate.keystore()) || !Files.exists(certificate.truststore())) {
            Files.deleteIfExists(certificate.keystore());
            certificate.makeKey();
            certificate.trust();
        }
        return certificate;
    }

    private void makeKey() throws IOException, InterruptedException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-J-Xshare:auto",
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=discord.com, O=Warren local Discord",
                "-ext",
                NAMES,
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                keystore.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("keytool could not make a certificate: " + output);
        }
    }

    private void trust() throws IOException {
        char[] password = PASSWORD.toCharArray();
        try {
            KeyStore keys = KeyStore.getInstance(keystore.toFile(), password);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, password);
            trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
            try (OutputStream out = Files.newOutputStream(truststore)) {
                trusted.store(out, password);
            }
        } catch (GeneralSecurityException impossible) {
            throw new IOException("the truststore could not be written", impossible);
        }
    }

    /** The flags with which a JVM meets the local Discord under Discord's own names. */
    public List<String> jvmFlags(int proxyPort) {
        return List.of(
                "-Dhttps.proxyHost=127.0.0.1",
                "-Dhttps.proxyPort=" + proxyPort,
                "-Djavax.net.ssl.trustStore=" + truststore.toAbsolutePath(),
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }
}
