/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class FilePlacesTest {

	private static final int MEBIBYTE = 1 << 20;

	@Test
	void aFileWithLinesIsAPlace() {
		assertPlaces("See src/shop/Cart.java:42.", "src/shop/Cart.java:42");
		assertPlaces("src/shop/Cart.java:42-58\n```", "src/shop/Cart.java:42-58");
		assertPlaces("(pom.xml:7), a/Makefile:3; src\\win\\Main.c:9:12", "pom.xml:7", "a/Makefile:3", "src\\win\\Main.c:9");
		assertPlaces("./gen/A.kt:1 文件/說明.md:2 請看src/Cart.java:3行", "./gen/A.kt:1", "文件/說明.md:2", "src/Cart.java:3");
		assertPlaces("my-app_2/File$1.class:10-11", "my-app_2/File$1.class:10-11");
	}

	@Test
	void itsPathAndLinesAreKnown() {
		FilePlace place = FilePlaces.in("at src\\shop\\Cart.java:42-58").getFirst();
		assertEquals("src/shop/Cart.java", place.path());
		assertEquals("Cart.java", place.fileName());
		assertEquals(42, place.firstLine());
		assertEquals(58, place.lastLine());
		assertEquals("gen/A.kt", FilePlaces.in("./gen/A.kt:1").getFirst().path());
	}

	@Test
	void aFrameOfAStackTraceIsAPlace() {
		assertFrame("shop.Cart.total(Cart.java:42)", "shop/Cart.java", 42);
		assertFrame("shop.Cart$Item.<init>(Cart.java:7)", "shop/Cart.java", 7);
		assertFrame("shop.deep.Cart.lambda$total$0(Cart.java:1)", "shop/deep/Cart.java", 1);
		assertFrame("java.base/java.lang.Thread.run(Thread.java:1583)", "java/lang/Thread.java", 1583);
		assertFrame("app//shop.Cart.total(Cart.java:42)", "shop/Cart.java", 42);
		assertFrame("app/shop.core@1.2-beta/shop.Cart.total(Cart.java:42)", "shop/Cart.java", 42);
		assertFrame("Cart.main(Cart.java:3)", "Cart.java", 3);
		assertPlaces("see (Cart.java:3) and it(Cart.java:4)", "Cart.java:3", "Cart.java:4");
		assertPlaces("at a.B.c(Native Method)\n\tat a.B.c(Unknown Source)");
	}

	@Test
	void whatLeadsOutOfAProjectIsNone() {
		assertPlaces("/etc/passwd.txt:1 ~/notes.txt:1 ../secret.txt:2 a/../../b.txt:3 a//b.txt:4");
		assertPlaces("C:\\Users\\me\\notes.txt:1 \\\\server\\share\\a.txt:2 file:///etc/a.txt:3");
		assertPlaces("https://example.org/Cart.java:3");
	}

	@Test
	void whatOnlyLooksLikeOneIsNone() {
		assertPlaces("12:30 10.0.0.5:10000 [::1]:80 localhost:80 example.com:8080 a.local:1 1.5:3 x:1 :1 a.b:");
		assertPlaces("Cart.java:0 Cart.java:12345678 Cart.java:9-3 Cart.java:42x Cart.java:x");
		assertPlaces("");
	}

	@Test
	void aHostileMebibyteIsLookedThroughOnce() {
		for (String piece : List.of("a", ":", "a:", ":1", "a/", "a.", "(", "a(", "a.b(", "(a.b:", "a:1-", "1", "a.b:1",
				"a.b:1-2-", "\\", "😀", "字", "字a", "x.y(Z.java:1)")) {
			String text = piece.repeat(MEBIBYTE / piece.length());
			assertTrue(FilePlaces.in(text).size() <= text.length() / 5, piece);
			FilePlaces.in("at " + text + "(A.java:1)");
			FilePlaces.in(text + "/A.java:1-" + text);
		}
	}

	@Test
	void aNameNobodyCanReadIsNone() {
		assertPlaces("a/".repeat(MEBIBYTE) + "A.java:1");
		assertPlaces("a.".repeat(MEBIBYTE) + "b(A.java:1)", "A.java:1");
		assertPlaces("A.java:" + "1".repeat(MEBIBYTE));
	}

	private static void assertPlaces(String text, String... names) {
		assertEquals(List.of(names), FilePlaces.in(text).stream()
				.map(place -> text.substring(place.start(), place.end())).toList());
	}

	private static void assertFrame(String frame, String path, int line) {
		assertPlaces("\tat " + frame + "\n", frame);
		FilePlace place = FilePlaces.in(frame).getFirst();
		assertEquals(path, place.path());
		assertEquals(line, place.firstLine());
		assertEquals(line, place.lastLine());
	}
}
