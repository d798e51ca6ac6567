package dev.warren.runtime.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.lettuce.core.RedisConnectionException;
import io.smallrye.mutiny.CompositeException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.junit.jupiter.api.Test;

class OutagesTest {
    @Test
    void serversThatAreAway_areOutagesByName() {
        assertThat(Outages.who(new RuntimeException(new ConnectException("Connection refused"))))
                .isEqualTo("stores");
        assertThat(Outages.who(postgres("57P01"))).isEqualTo("postgresql");
        assertThat(Outages.who(new SQLException("gone", "08006"))).isEqualTo("postgresql");
        assertThat(Outages.who(new RedisConnectionException("away"))).isEqualTo("redis");
        assertThat(Outages.who(new NotLeaderOrFollowerException())).isEqualTo("kafka");
    }

    @Test
    void outage_amongSeveralFailures_isFound() {
        var several = new CompositeException(new IllegalStateException("a"), postgres("53300"));
        assertThat(Outages.isOutage(several)).isTrue();
        assertThat(Outages.who(several)).isEqualTo("postgresql");
    }

    @Test
    void standbyThatIsNotPromotedYet_isAnOutage() {
        assertThat(Outages.isOutage(postgres("25006"))).isTrue();
    }

    @Test
    void whatARecordBringsOnItself_isNoOutage() {
        assertThat(Outages.isOutage(new IllegalStateException("a bug"))).isFalse();
        assertThat(Outages.isOutage(new JsonParseException(null, "not JSON"))).isFalse();
        assertThat(Outages.isOutage(new IOException("no such file"))).isFalse();
        assertThat(Outages.isOutage(postgres("42P01"))).isFalse();
        assertThat(Outages.isOutage(postgres("57014"))).isFalse();
        assertThat(Outages.isOutage(postgres("23505"))).isFalse();
    }

    @Test
    void lostRaces_mayBeTriedAgain() {
        assertThat(Outages.isRace(new RuntimeException(postgres("23505")))).isTrue();
        assertThat(Outages.isRace(postgres("40P01"))).isTrue();
        assertThat(Outages.isRace(postgres("23503"))).isFalse();
    }

    @Test
    void reasonOfWhatIsNoOutage_keepsItsWordsToItself() {
        assertThat(Outages.reason(new IllegalStateException("dear diary"))).doesNotContain("diary");
    }

    private static PgException postgres(String state) {
        return new PgException("said so", "ERROR", state, "");
    }
}
