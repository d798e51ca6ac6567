package dev.warren.cli.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** What a person sees. Colours only where the output is a terminal; words alone say it all. */
public final class Screen {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Ansi ansi;

    public Screen(PrintWriter out, PrintWriter err, Ansi ansi) {
        this.out = out;
        this.err = err;
        this.ansi = ansi;
    }

    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /** A step that is done, with the time since the start. */
    public void step(String subject, String text, long millis) {
        var name = subject.isEmpty() ? "" : subject + " ";
        line(ansi.string("@|green   %5.1f s |@ ".formatted(millis / 1000.0)) + name + text);
    }

    /** Something that a person should notice. */
    public void note(String subject, String text) {
        var name = subject.isEmpty() ? "" : subject + " ";
        line(ansi.string("@|yellow     note |@ ") + name + text);
    }

    /** The one line that says why a command did not do what was asked. */
    public void problem(String text) {
        err.println(ansi.string("@|bold,red warren:|@ ") + text);
        err.flush();
    }

    /** A heading, and columns as wide as their widest cell. */
    public void table(List<String> heading, List<List<String>> rows) {
        var all = new ArrayList<List<String>>();
        all.add(heading);
        all.addAll(rows);
        var widths = new int[heading.size()];
        all.forEach(row -> {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        });
        line(ansi.string("@|bold " + laidOut(heading, widths) + "|@"));
        rows.forEach(row -> line(laidOut(row, widths)));
    }

    private static String laidOut(List<String> row, int[] widths) {
        var cells = new ArrayList<String>();
        for (int column = 0; column < row.size(); column++) {
            cells.add(("%-" + Math.max(widths[column], 1) + "s").formatted(row.get(column)));
        }
        return cells.stream().collect(Collectors.joining("  ")).stripTrailing();
    }
}
