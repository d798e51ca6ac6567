package dev.warren.economy.taxation;

import dev.warren.economy.EconomyConfig;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.OnContext;
import dev.warren.runtime.lifecycle.Readiness;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws the supply of coins as a picture, on a thread of its own: one at a time, and few wait. */
@ApplicationScoped
class SupplyChart {
    private static final Logger LOG = Logger.getLogger(SupplyChart.class);
    private static final int WIDTH = 800;
    private static final int HEIGHT = 420;
    private static final Color GOLD = new Color(0xD4, 0xA0, 0x17);
    private static final Color GREEN = new Color(0x2E, 0x8B, 0x57);
    private static final Color RED = new Color(0xB2, 0x22, 0x22);

    private final RuntimeConfig runtime;
    private final EconomyConfig config;
    private final Readiness readiness;
    private final ThreadPoolExecutor drawing;

    SupplyChart(RuntimeConfig runtime, EconomyConfig config, Readiness readiness) {
        this.runtime = runtime;
        this.config = config;
        this.readiness = readiness;
        this.drawing = new ThreadPoolExecutor(
                0,
                1,
                config.supply().idle().toMillis(),
                TimeUnit.MILLISECONDS,
                new ArrayBlockingQueue<>(config.supply().waiting()),
                Thread.ofPlatform().name("charts-", 0).daemon().factory());
    }

    /** The fonts take a while, so they are there before the first picture. */
    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            var day = LocalDate.EPOCH;
            readiness
                    .whenReady()
                    .chain(() -> draw(new Supply(Map.of(), List.of(), day, day.plusDays(1))))
                    .subscribe()
                    .with(
                            _ -> {},
                            failure -> LOG.warnf(
                                    "no charts error=%s", failure.getClass().getName()));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        drawing.shutdownNow();
    }

    /** A PNG; none when too many are being drawn, when it takes too long, or when this machine cannot draw. */
    Uni<Optional<byte[]>> draw(Supply supply) {
        var here = OnContext.executor();
        return Uni.createFrom()
                .item(() -> Optional.of(png(supply)))
                .runSubscriptionOn(drawing)
                .ifNoItem()
                .after(config.supply().patience())
                .fail()
                .emitOn(here)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "no chart was drawn error=%s", failure.getClass().getName()))
                .onFailure()
                .recoverWithItem(Optional.<byte[]>empty());
    }

    private static byte[] png(Supply supply) {
        try {
            return BitmapEncoder.getBitmapBytes(chart(supply.days()), BitmapFormat.PNG);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
    }

    private static XYChart chart(List<Supply.Day> days) {
        var chart =
                new XYChartBuilder().width(WIDTH).height(HEIGHT).title("Coins").build();
        var style = chart.getStyler();
        style.setLegendPosition(LegendPosition.OutsideS);
        style.setDatePattern("d MMM");
        style.setChartBackgroundColor(Color.WHITE);
        style.setYAxisMin(0, 0.0);
        style.setYAxisMin(1, 0.0);
        chart.setYAxisGroupTitle(0, "In circulation");
        chart.setYAxisGroupTitle(1, "Made and taken in a day");
        series(chart, "In circulation", days, Supply.Day::supply, GOLD, 0);
        series(chart, "Made", days, Supply.Day::made, GREEN, 1);
        series(chart, "Taken out", days, Supply.Day::gone, RED, 1);
        return chart;
    }

    private static void series(
            XYChart chart,
            String name,
            List<Supply.Day> days,
            ToLongFunction<Supply.Day> value,
            Color color,
            int axis) {
        var dates = days.stream()
                .map(day -> Date.from(day.day().atStartOfDay().toInstant(ZoneOffset.UTC)))
                .toList();
        var values = days.stream().map(day -> (double) value.applyAsLong(day)).toList();
        var series = chart.addSeries(name, dates, values);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setYAxisGroup(axis);
        if (axis == 0) {
            series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
            series.setFillColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 90));
        }
    }
}
