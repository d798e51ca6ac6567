package dev.warren.ai.budget;

import dev.warren.runtime.events.OnContext;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws what was spent as a picture, on a thread of its own: one at a time, and few wait. */
@ApplicationScoped
class CostChart {
    private static final Logger LOG = Logger.getLogger(CostChart.class);
    private static final int WIDTH = 800;
    private static final int HEIGHT = 360;
    private static final int WAITING = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Color TEAL = new Color(0x1F, 0x8A, 0x8C);
    private static final Color AMBER = new Color(0xD4, 0x8A, 0x17);

    private final ThreadPoolExecutor drawing = new ThreadPoolExecutor(
            0,
            1,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("charts-", 0).daemon().factory());

    void stop(@Observes ShutdownEvent event) {
        drawing.shutdownNow();
    }

    /** A PNG; none when too many are being drawn, when it takes too long, or when this machine cannot draw. */
    Uni<Optional<byte[]>> draw(List<Costs.Day> days, LocalDate first, LocalDate last) {
        var here = OnContext.executor();
        return Uni.createFrom()
                .item(() -> Optional.of(png(days, first, last)))
                .runSubscriptionOn(drawing)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .emitOn(here)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "no chart was drawn error=%s", failure.getClass().getName()))
                .onFailure()
                .recoverWithItem(Optional.<byte[]>empty());
    }

    private static byte[] png(List<Costs.Day> days, LocalDate first, LocalDate last) {
        try {
            return BitmapEncoder.getBitmapBytes(chart(days, first, last), BitmapFormat.PNG);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
    }

    private static CategoryChart chart(List<Costs.Day> days, LocalDate first, LocalDate last) {
        var byDay = days.stream().collect(Collectors.toMap(Costs.Day::day, Costs.Day::spent));
        var dates = new ArrayList<Date>();
        var money = new ArrayList<Double>();
        var tokens = new ArrayList<Double>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            var spent = byDay.getOrDefault(day, Spending.NOTHING);
            dates.add(Date.from(day.atStartOfDay().toInstant(ZoneOffset.UTC)));
            money.add(spent.money() / 1e6);
            tokens.add(spent.tokens() / 1e3);
        }
        var chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("What answers cost")
                .build();
        var style = chart.getStyler();
        style.setLegendPosition(LegendPosition.OutsideS);
        style.setDatePattern("d MMM");
        style.setChartBackgroundColor(Color.WHITE);
        style.setXAxisMaxLabelCount(8);
        chart.setYAxisGroupTitle(0, "Thousand tokens");
        chart.setYAxisGroupTitle(1, "US dollars");
        chart.addSeries("Thousand tokens", dates, tokens).setFillColor(TEAL);
        var dollars = chart.addSeries("US dollars", dates, money);
        dollars.setFillColor(AMBER);
        dollars.setYAxisGroup(1);
        return chart;
    }
}
