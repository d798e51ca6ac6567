package dev.warren.ai.memes;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Draws what stands behind the texts. */
final class Canvas {
    private static final int WIDTH = Template.WIDTH;
    private static final int HEIGHT = Template.HEIGHT;
    private static final Color FUR = new Color(0xEDE7E0);
    private static final Color PINK = new Color(0xF2B6B6);
    private static final Color INK = new Color(0x3A3A3A);

    private final Graphics2D pen;

    Canvas(Graphics2D pen) {
        this.pen = pen;
    }

    void draw(Template template) {
        switch (template) {
            case CLASSIC -> hills();
            case SIGN -> sign();
            case CHOICE -> choice();
            case THOUGHT -> thought();
        }
    }

    private void hills() {
        pen.setPaint(new GradientPaint(0, 0, new Color(0x4A7FB5), 0, HEIGHT, new Color(0xF6C38B)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        circle(new Color(0xFFE9A8), 590, 200, 70);
        hill(new Color(0x5E8C61), 380, 90);
        hill(new Color(0x3F6B47), 450, -60);
        rabbit(400, 390, 0.8);
    }

    private void hill(Color color, int top, int bend) {
        var hill = new Path2D.Double();
        hill.moveTo(0, HEIGHT);
        hill.lineTo(0, top);
        hill.curveTo(WIDTH / 3.0, top - (double) bend, WIDTH * 2 / 3.0, top + (double) bend, WIDTH, top - bend / 2.0);
        hill.lineTo(WIDTH, HEIGHT);
        hill.closePath();
        pen.setPaint(color);
        pen.fill(hill);
    }

    private void sign() {
        paper(new Color(0xCFE8D5));
        pen.setPaint(new Color(0x8A6A4A));
        pen.fillRect(535, 470, 20, 130);
        box(Color.WHITE, 330, 220, 430, 270);
        rabbit(180, 420, 1.3);
    }

    private void choice() {
        paper(new Color(0xF4EFE6));
        pen.setPaint(new Color(0xD9D2C5));
        pen.fillRect(0, 298, WIDTH, 4);
        rabbit(150, 190, 0.9);
        rabbit(150, 490, 0.9);
        pen.setStroke(new BasicStroke(14, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setPaint(new Color(0xC4453C));
        pen.drawLine(235, 60, 285, 110);
        pen.drawLine(285, 60, 235, 110);
        pen.setPaint(new Color(0x3E8E4E));
        pen.drawLine(232, 390, 252, 412);
        pen.drawLine(252, 412, 290, 362);
    }

    private void thought() {
        paper(new Color(0xE4E1F2));
        box(Color.WHITE, 40, 345, 370, 220);
        circle(Color.WHITE, 480, 300, 18);
        circle(Color.WHITE, 500, 275, 26);
        pen.setPaint(Color.WHITE);
        pen.fill(new Ellipse2D.Double(360, 10, 425, 290));
        rabbit(560, 440, 1.1);
    }

    private void paper(Color color) {
        pen.setPaint(color);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
    }

    private void box(Color color, int x, int y, int width, int height) {
        var box = new RoundRectangle2D.Double(x, y, width, height, 24, 24);
        pen.setPaint(color);
        pen.fill(box);
        pen.setPaint(INK);
        pen.setStroke(new BasicStroke(4));
        pen.draw(box);
    }

    private void circle(Color color, int x, int y, int radius) {
        pen.setPaint(color);
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2.0, radius * 2.0));
    }

    /** Of circles and ellipses, its head at this place. */
    private void rabbit(double x, double y, double size) {
        var before = pen.getTransform();
        pen.translate(x, y);
        pen.scale(size, size);
        ellipse(FUR, -52, -150, 36, 120);
        ellipse(FUR, 16, -150, 36, 120);
        ellipse(PINK, -43, -135, 18, 90);
        ellipse(PINK, 25, -135, 18, 90);
        ellipse(FUR, -70, 40, 140, 130);
        ellipse(FUR, -75, -60, 150, 125);
        ellipse(INK, -38, -20, 16, 22);
        ellipse(INK, 22, -20, 16, 22);
        ellipse(Color.WHITE, -32, -17, 6, 7);
        ellipse(Color.WHITE, 28, -17, 6, 7);
        ellipse(PINK, -10, 12, 20, 14);
        pen.setPaint(INK);
        pen.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.drawLine(0, 26, 0, 34);
        pen.drawArc(-16, 22, 16, 20, 180, 180);
        pen.drawArc(0, 22, 16, 20, 180, 180);
        pen.setTransform(before);
    }

    private void ellipse(Color color, int x, int y, int width, int height) {
        pen.setPaint(color);
        pen.fill(new Ellipse2D.Double(x, y, width, height));
    }
}
