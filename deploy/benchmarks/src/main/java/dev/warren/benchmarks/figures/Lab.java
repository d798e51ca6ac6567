package dev.warren.benchmarks.figures;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where a bench works: it takes figures and problems, and shows how far the bench is. Used by one thread. */
public final class Lab {
    private final boolean quick;
    private final Set<String> only;
    private final Path root;
    private final PrintWriter progress;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * An empty lab.
     *
     * @param quick whether a few seconds for each measurement are enough: it shows that all works, and its figures mean little
     * @param only the parts to measure, or what their names begin with up to a hyphen; all when empty
     * @param root the checkout, with the script {@code warren}
     * @param progress where a person sees what happens
     */
    public Lab(boolean quick, Set<String> only, Path root, PrintWriter progress) {
        this.quick = quick;
        this.only = Set.copyOf(only);
        this.root = root;
        this.progress = progress;
    }

    /** A part of a bench, which gives its figures to the lab. */
    @FunctionalInterface
    public interface Part {
        void measure() throws Exception;
    }

    public Path root() {
        return root;
    }

    public boolean quick() {
        return quick;
    }

    /** Whether this part of the bench is to be measured. */
    public boolean wanted(String part) {
        return only.isEmpty() || only.stream().anyMatch(name -> names(name, part));
    }

    /** Whether a name means this part: {@code kills} means {@code kills-resumable}. */
    public static boolean names(String name, String part) {
        return part.equals(name) || part.startsWith(name + "-");
    }

    /** The usual seconds of a measurement, or a few in the quick mode. */
    public int seconds(int usual) {
        return quick ? Math.min(usual, 5) : usual;
    }

    /** Tells what happens now, or a detail that is no figure. */
    public void note(String line) {
        progress.println(line);
        progress.flush();
    }

    public void add(Figure figure) {
        figures.add(figure);
        note("  = " + Report.line(figure));
    }

    /** Tells that something could not be measured or was measured under wrong conditions: the run then fails, with the figures it has. */
    public void problem(String line) {
        problems.add(line);
        note("  ! " + line);
    }

    /** Measures a part of a bench. What it throws is a problem of this part alone; an interruption ends the bench. */
    public void attempt(String what, Part part) throws InterruptedException {
        note(what);
        try {
            part.measure();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            problem(what + ": " + e);
        }
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }
}
