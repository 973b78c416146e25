/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.benchmarks;

import java.nio.file.Path;
import java.util.List;

import dev.anteroom.chat.Event;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.Said;

/** A conversation of any length with everything in it that people say; the same each time. */
final class Talk {

	private static final List<String> SHORT = List.of("Good morning!", "ok", "Is exercise 3 due on Friday?",
			"Have you tried to restart it?", "Yes, it works now. Thank you!",
			"One moment, I'll have a look at your log.");
	private static final List<String> CHINESE = List.of("早安，請問第三題的程式要怎麼執行？", "好的，謝謝老師！",
			"請先確認環境變數設定是否正確，再重新編譯一次；如果還是失敗，把錯誤訊息完整貼上來，我幫你看看是哪裡出了問題。",
			"编译通过了，但是运行的时候提示找不到文件，应该是路径里有空格的缘故吧？");
	private static final List<String> EMOJI = List.of("👍", "Great 🎉🎉 see you tomorrow 👋🏽", "🤔 沒看懂耶 👨‍👩‍👧‍👦");
	private static final List<String> BIDI = List.of("مرحبا! هل يمكنك مساعدتي في exercise 3 من فضلك؟",
			"שלום, the file main.c לא מתקמפל אצלי");
	private static final String LONG = "The loop stops one element too early: the index runs from 0 to length - 2, so "
			+ "the last line of the table is never added to the sum. Compare the condition with the one on the slide, "
			+ "then run the tests again. ";
	private static final String LINES = "I get this:\n\tat Main.sum(Main.java:12)\n\tat Main.main(Main.java:5)\n"
			+ "see https://example.org/course/wiki/Stack_traces?lang=en";

	private final List<Picture> pictures;

	/** @param pictures at least one */
	Talk(List<Picture> pictures) {
		this.pictures = pictures;
	}

	/** What happens as number {@code n}. */
	Event event(long n) {
		int kind = (int) (n * 61 % 100);
		if (kind < 5) {
			return kind < 3 ? Notice.of(Phrase.CLIENT_WAITS, "192.168.1." + n % 250, n % 7 + 1)
					: Notice.of(Phrase.PICTURE_SEND_FAILED, "plot " + n + ".png", Notice.reason(Phrase.FILE_MISSING));
		}
		boolean own = n / 3 % 2 == 0;
		String sender = own ? "Server(192.168.1.2)" : "Client(192.168.1.77)";
		if (kind < 7) {
			return new Said(own, sender, "", of(pictures, n));
		}
		return new Said(own, sender, text(kind, n), null);
	}

	private static String text(int kind, long n) {
		if (kind < 20) {
			return LONG.repeat((int) (n % 4) + 1) + n;
		}
		if (kind < 36) {
			return of(CHINESE, n) + n;
		}
		if (kind < 42) {
			return of(EMOJI, n);
		}
		if (kind < 48) {
			return of(BIDI, n) + ' ' + n;
		}
		return kind < 53 ? LINES : of(SHORT, n) + " (" + n + ')';
	}

	private static <T> T of(List<T> list, long n) {
		return list.get((int) (n % list.size()));
	}

	/** The picture in {@code file}. */
	static Picture picture(Path file, PictureFormat format) {
		return new Picture(file, file.getFileName().toString(), file.toFile().length(), format);
	}
}
