/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.preview;

import org.eclipse.swt.graphics.Rectangle;

/**
 * Where a picture lies in a view: how large, how turned, and which part of it is seen. Pure arithmetic, without a
 * display. Lengths are device pixels of the view or pixels of the picture, so that a zoom of 1 shows one pixel of the
 * picture on one of the screen, whatever the screen's scale. A picture smaller than the view is in its middle; a larger
 * one never leaves a gap.
 *
 * @param pictureWidth  of the whole picture, upright, before it is turned; 0 when there is none
 * @param pictureHeight likewise
 * @param turns         quarter turns clockwise, 0 to 3
 * @param areaWidth     of the view
 * @param areaHeight    of the view
 * @param fit           whether the picture keeps being shrunk to the view; it is never enlarged by that
 * @param zoom          device pixels per pixel of the picture
 * @param x             where the left edge of the turned picture is in the view, negative when it is out of sight
 * @param y             likewise its top edge
 */
public record Viewport(int pictureWidth, int pictureHeight, int turns, int areaWidth, int areaHeight, boolean fit,
		double zoom, double x, double y) {

	/** A place in the view or in the picture. */
	public record Spot(double x, double y) {
	}

	/** The largest zoom: beyond it, a pixel is a wall. */
	public static final double MOST_ZOOM = 32;
	/** By how much a step zooms in. */
	public static final double STEP = 1.25;
	private static final double NEARLY = 1 + 1e-6;

	/** A picture fitted into a view whose size is not known yet. */
	public static Viewport of(int pictureWidth, int pictureHeight) {
		return new Viewport(pictureWidth, pictureHeight, 0, 0, 0, true, 1, 0, 0).placed();
	}

	public boolean isEmpty() {
		return pictureWidth <= 0 || pictureHeight <= 0;
	}

	/** Of the turned picture, as large as it is shown. */
	public double width() {
		return (isSideways() ? pictureHeight : pictureWidth) * zoom;
	}

	/** Of the turned picture, as large as it is shown. */
	public double height() {
		return (isSideways() ? pictureWidth : pictureHeight) * zoom;
	}

	/** The zoom at which all of the picture is seen; at most 1. */
	public double fitZoom() {
		if (isEmpty() || areaWidth <= 0 || areaHeight <= 0) {
			return 1;
		}
		double across = (double) areaWidth / (isSideways() ? pictureHeight : pictureWidth);
		double down = (double) areaHeight / (isSideways() ? pictureWidth : pictureHeight);
		return Math.min(1, Math.min(across, down));
	}

	/** Whether there is more to the left or right than is seen. */
	public boolean overflowsAcross() {
		return width() > areaWidth * NEARLY;
	}

	/** Whether there is more above or below than is seen. */
	public boolean overflowsDown() {
		return height() > areaHeight * NEARLY;
	}

	/** In a view of another size; what was in the middle stays there. */
	public Viewport inArea(int width, int height) {
		return new Viewport(pictureWidth, pictureHeight, turns, width, height, fit, zoom, x + (width - areaWidth) / 2.0,
				y + (height - areaHeight) / 2.0).placed();
	}

	/** In a view that is larger or smaller at its right and bottom only. */
	public Viewport cutTo(int width, int height) {
		return new Viewport(pictureWidth, pictureHeight, turns, width, height, fit, zoom, x, y).placed();
	}

	/** All of it in the view. */
	public Viewport fitted() {
		return with(true, zoom, x, y);
	}

	/** One pixel of the picture on one of the screen, around the middle of the view. */
	public Viewport actualSize() {
		return zoomedTo(1, areaWidth / 2.0, areaHeight / 2.0);
	}

	/** At {@code wanted}, or as near as is allowed; what is at ({@code px}, {@code py}) of the view stays there. */
	public Viewport zoomedTo(double wanted, double px, double py) {
		double target = Math.clamp(wanted, fitZoom(), MOST_ZOOM);
		return with(false, target, px - (px - x) * target / zoom, py - (py - y) * target / zoom);
	}

	/**
	 * Larger or smaller by {@code factor} around ({@code px}, {@code py}). It stops at a zoom of 1 on the way, and
	 * zooming out ends with the picture fitted.
	 */
	public Viewport zoomedBy(double factor, double px, double py) {
		if (factor == 1) {
			return this;
		}
		double target = zoom * factor;
		if (zoom < 1 && target > 1 || zoom > 1 && target < 1) {
			target = 1;
		}
		return factor < 1 && target <= fitZoom() * NEARLY ? fitted() : zoomedTo(target, px, py);
	}

	/** Around the middle of the view. */
	public Viewport zoomedBy(double factor) {
		return zoomedBy(factor, areaWidth / 2.0, areaHeight / 2.0);
	}

	/** Moved over the view, as far as the picture goes. */
	public Viewport movedBy(double dx, double dy) {
		return with(fit, zoom, x + dx, y + dy);
	}

	/** With its left and top edge there, as far as the picture goes. */
	public Viewport movedTo(double left, double top) {
		return with(fit, zoom, left, top);
	}

	/** Turned clockwise by {@code quarters}, around what is in the middle of the view. */
	public Viewport turned(int quarters) {
		Spot middle = toPicture(areaWidth / 2.0, areaHeight / 2.0);
		var turned = new Viewport(pictureWidth, pictureHeight, Math.floorMod(turns + quarters, 4), areaWidth,
				areaHeight, fit, zoom, 0, 0);
		Spot now = turned.toView(middle.x(), middle.y());
		return turned.with(fit, zoom, areaWidth / 2.0 - now.x(), areaHeight / 2.0 - now.y());
	}

	/** The place in the upright picture that is seen at ({@code px}, {@code py}); may be outside of the picture. */
	public Spot toPicture(double px, double py) {
		double across = (px - x) / zoom;
		double down = (py - y) / zoom;
		return switch (turns) {
		case 1 -> new Spot(down, pictureHeight - across);
		case 2 -> new Spot(pictureWidth - across, pictureHeight - down);
		case 3 -> new Spot(pictureWidth - down, across);
		default -> new Spot(across, down);
		};
	}

	/** Where in the view the place ({@code u}, {@code v}) of the upright picture is. */
	public Spot toView(double u, double v) {
		return switch (turns) {
		case 1 -> new Spot(x + (pictureHeight - v) * zoom, y + u * zoom);
		case 2 -> new Spot(x + (pictureWidth - u) * zoom, y + (pictureHeight - v) * zoom);
		case 3 -> new Spot(x + v * zoom, y + (pictureWidth - u) * zoom);
		default -> new Spot(x + u * zoom, y + v * zoom);
		};
	}

	/** The part of the upright picture that is seen, in whole pixels; empty when nothing is. */
	public Rectangle visible() {
		Spot one = toPicture(0, 0);
		Spot other = toPicture(areaWidth, areaHeight);
		int left = (int) Math.clamp(Math.floor(Math.min(one.x(), other.x())), 0, pictureWidth);
		int top = (int) Math.clamp(Math.floor(Math.min(one.y(), other.y())), 0, pictureHeight);
		int right = (int) Math.clamp(Math.ceil(Math.max(one.x(), other.x())), 0, pictureWidth);
		int bottom = (int) Math.clamp(Math.ceil(Math.max(one.y(), other.y())), 0, pictureHeight);
		return new Rectangle(left, top, right - left, bottom - top);
	}

	/** Where the turned picture is in the view, in part perhaps outside of it. Its edges are on whole pixels. */
	public Rectangle bounds() {
		return new Rectangle((int) Math.round(x), (int) Math.round(y), (int) Math.max(1, Math.round(width())),
				(int) Math.max(1, Math.round(height())));
	}

	/**
	 * What brings a place of the upright picture into the view: {@code m11, m12, m21, m22, dx, dy}, as in
	 * {@link org.eclipse.swt.graphics.Transform}. The picture begins on a whole pixel, so that it is sharp at a zoom of
	 * 1.
	 */
	public double[] matrix() {
		var sharp = new Viewport(pictureWidth, pictureHeight, turns, areaWidth, areaHeight, fit, zoom,
				Math.round(x), Math.round(y));
		Spot origin = sharp.toView(0, 0);
		Spot right = sharp.toView(1, 0);
		Spot down = sharp.toView(0, 1);
		return new double[] { right.x() - origin.x(), right.y() - origin.y(), down.x() - origin.x(),
				down.y() - origin.y(), origin.x(), origin.y() };
	}

	private boolean isSideways() {
		return turns % 2 == 1;
	}

	private Viewport with(boolean fitted, double zoomed, double left, double top) {
		return new Viewport(pictureWidth, pictureHeight, turns, areaWidth, areaHeight, fitted, zoomed, left, top)
				.placed();
	}

	/** As large as it has to be and where it may be. */
	private Viewport placed() {
		double least = fitZoom();
		boolean fits = fit || zoom < least;
		double scale = fits ? least : zoom;
		double across = width() / zoom * scale;
		double down = height() / zoom * scale;
		return new Viewport(pictureWidth, pictureHeight, turns, areaWidth, areaHeight, fits, scale,
				place(x, across, areaWidth), place(y, down, areaHeight));
	}

	private static double place(double start, double length, int room) {
		return length <= room ? (room - length) / 2 : Math.clamp(start, room - length, 0);
	}
}
