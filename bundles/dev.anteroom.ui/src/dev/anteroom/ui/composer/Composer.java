/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.composer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Registration;
import dev.anteroom.ui.internal.UiExecutor;
import dev.anteroom.ui.widgets.ViewTools;

/**
 * Where the person writes: a text, pictures, or both, and sends them. It grows with its text up to a third of the view,
 * which is its parent. What is not sent when it is closed lies in the {@link Drafts}. UI thread.
 */
public final class Composer extends Composite {

	private static final int LINES = 2;

	private final ViewTools tools;
	private final Conversation conversation;
	private final Drafts.OfRole kept;
	private final SendingStrip sending;
	private final AttachmentStrip attached;
	private final MessageField field;
	private final SendBar bar;
	private final DropArea dropArea;
	/** What went wrong with what the person did last; empty for nothing. */
	private String complaint = "";
	/** Whether the person has begun something since the last sending. */
	private final Addressee addressee = new Addressee();
	private boolean begun;
	/** Whether it is the program that changes something. */
	private boolean quiet;

	/** @param view all of which pictures can be dropped on; its state is the composer's to show */
	public Composer(Composite view, ViewTools tools, Conversation conversation) {
		super(view, SWT.NONE);
		this.tools = tools;
		this.conversation = conversation;
		this.kept = tools.drafts().of(conversation.role());
		var messages = tools.messages();
		GridLayoutFactory.fillDefaults().margins(6, 6).spacing(6, 4).applyTo(this);

		sending = new SendingStrip(this, kept.queue(), tools, this::setFocus);
		attached = new AttachmentStrip(this, tools, this::setFocus, this::changed, this::update);
		for (ChipStrip strip : List.of(sending.control(), attached.control())) {
			GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(strip);
		}
		var input = new Input();
		field = new MessageField(this, messages, input);
		GridDataFactory.fillDefaults().grab(true, true).hint(100, LINES * field.getLineHeight()).applyTo(field);
		field.addModifyListener(e -> changed());
		field.addListener(SWT.Resize, e -> grow());
		bar = new SendBar(this, messages, conversation.takesPictures() ? this::pick : null, input::send);
		GridDataFactory.fillDefaults().applyTo(bar.control());
		Spoken.name(field, () -> messages.composer_name, this::hint);
		dropArea = new DropArea(view, input, messages.composer_dropHere);
		view.addListener(SWT.Resize, e -> grow());
		Registration returns = kept.queue().addListener(new Returns());
		var held = new Held();
		addDisposeListener(e -> {
			returns.close();
			held.layDown();
			kept.release(held);
		});
		// A perspective that is reset makes its views anew before it disposes of the old ones.
		kept.claim(held);
		restore(kept.takeText(), kept.takePictures());
		begun = !isEmpty();
		sending.watch();
		update();
	}

	/** Shows whether, and what, can be sent now. */
	public void update() {
		Readiness readiness = readiness();
		bar.show(complaint.isEmpty() ? readiness.words() : complaint, readiness.problem() || !complaint.isEmpty(),
				readiness.canSend() && !drafts().isEmpty());
	}

	/** The field for the text. */
	public MessageField field() {
		return field;
	}

	/** Tells of pictures held over the view. */
	public DropArea dropArea() {
		return dropArea;
	}

	/** What stands below the field: what can be done, or why something can't. */
	public String hint() {
		return bar.words();
	}

	/** What would go out now, in order. */
	public List<Draft> drafts() {
		return attached.isPreparing() ? List.of() : SendQueue.drafts(field.message(), attached.sendable());
	}

	/** The attached pictures as they are described, in order. */
	public List<String> attachments() {
		return attached.words();
	}

	/** The pictures under way as they are described, in order; those that have only just begun are left out. */
	public List<String> underWay() {
		return sending.words();
	}

	/** Whether there is neither text nor a picture. */
	public boolean isEmpty() {
		return field.getCharCount() == 0 && attached.isEmpty();
	}

	/** Attaches the pictures in {@code files}, behind those that are attached already. */
	public void attach(Path... files) {
		attachAll(Arrays.stream(files).map(Attachment::of).toList());
	}

	/** Attaches a picture that has no file. It is not to be changed from now on. */
	public void attach(ImageData image) {
		if (PastedPictures.isAcceptable(image)) {
			Attachment attachment = tools.drafts().pasted().take(image);
			attachment.file().whenCompleteAsync((file, failure) -> update(), new UiExecutor(tools.sync(), this));
			attachAll(List.of(attachment));
		} else {
			complain(NLS.bind(tools.messages().composer_imageTooLarge, image.width, image.height));
		}
	}

	/** Empties it. */
	public void clear() {
		List<Attachment> dropped = attached.attachments();
		attached.release(dropped);
		dropped.forEach(Attachment::discard);
		field.start();
		begun = false;
	}

	@Override
	public boolean setFocus() {
		return field.setFocus();
	}

	private Readiness readiness() {
		return Readiness.of(new Readiness.Facts(conversation.state(), conversation.role(), conversation.ownAddress(),
				field.message(), !attached.sendable().isEmpty(), attached.isPreparing()), tools.messages());
	}

	private void attachAll(List<Attachment> attachments) {
		if (!conversation.takesPictures()) {
			attachments.forEach(Attachment::discard);
			if (!attachments.isEmpty()) {
				complain(tools.messages().composer_textOnly);
			}
			return;
		}
		int left = attached.add(attachments);
		if (left > 0) {
			complain(NLS.bind(tools.messages().composer_tooMany, AttachmentStrip.MOST, left));
		}
	}

	private void complain(String words) {
		complaint = words;
		update();
	}

	/** The person, or the program, has changed what stands here. */
	private void changed() {
		if (!quiet) {
			complaint = "";
		}
		begun = !isEmpty() && (begun || !quiet);
		addressee.written(!isEmpty(), conversation.state());
		update();
		grow();
	}

	private void grow() {
		var data = (GridData) field.getLayoutData();
		int least = LINES * field.getLineHeight() + 2 * field.getTopMargin();
		int wanted = Math.max(least, field.wantedHeight(Math.max(least, getParent().getClientArea().height / 3)));
		if (data.heightHint != wanted) {
			data.heightHint = wanted;
			field.requestLayout();
		}
	}

	private void restore(String text, List<Attachment> pictures) {
		quiet = true;
		if (!text.isEmpty()) {
			append(text);
		}
		attachAll(pictures);
		quiet = false;
	}

	private void append(String text) {
		String before = field.message();
		field.write(before.isEmpty() || before.endsWith("\n") ? before + text : before + '\n' + text);
	}

	private void pick() {
		PictureTransfer.give(PicturePicker.pick(getShell(), tools.messages()), new Input());
		setFocus();
	}

	/** What the person does. */
	private final class Input implements MessageField.Actions, PictureTransfer.Taker {

		@Override
		public void send() {
			if (!readiness().canSend() || drafts().isEmpty()) {
				return;
			}
			Endpoint former = addressee.former(conversation.state());
			if (former != null) {
				addressee.confirm(conversation.state());
				complain(NLS.bind(tools.messages().composer_otherPeer, former));
				return;
			}
			addressee.sent(conversation.state());
			String text = field.message();
			List<Attachment> pictures = attached.sendable();
			attached.release(pictures);
			field.start();
			field.setFocus();
			begun = false;
			kept.own().add(text);
			kept.queue().send(text, pictures, conversation::deliver, tools.sync()::asyncExec);
			sending.watch();
		}

		@Override
		public boolean paste() {
			return PictureTransfer.paste(getDisplay(), this);
		}

		@Override
		public void older() {
			show(kept.own().older(field.message()));
		}

		@Override
		public void newer() {
			show(kept.own().newer(field.message()));
		}

		private void show(String text) {
			if (text != null) {
				field.write(text);
			}
		}

		@Override
		public void files(List<Path> files, List<String> illegible) {
			attach(files.toArray(Path[]::new));
			if (!illegible.isEmpty()) {
				complain(NLS.bind(tools.messages().composer_badFileName, String.join(", ", illegible)));
			}
			setFocus();
		}

		@Override
		public void image(ImageData image) {
			attach(image);
			setFocus();
		}
	}

	/** What stands here, as long as this view shows it. */
	private final class Held implements Drafts.Holder {

		/** Leaves it to the next view. */
		@Override
		public void layDown() {
			List<Attachment> pictures = attached.attachments();
			kept.put(field.message(), pictures);
			attached.release(pictures);
			field.start();
		}

		@Override
		public void add(String text) {
			append(text);
			setFocus();
		}
	}

	/** What becomes of what was sent. */
	private final class Returns implements SendQueue.Listener {

		@Override
		public void changed() {
			sending.refresh();
		}

		/**
		 * What could not be sent is there to be sent again. Text that would get in the way of something new is not: it
		 * can be called back; a picture may have no other copy.
		 */
		@Override
		public void cameBack(String text, Attachment picture) {
			boolean inTheWay = begun && !text.isEmpty();
			if (!begun) {
				addressee.cameBack();
			}
			if (inTheWay) {
				complain(NLS.bind(tools.messages().composer_textKept, MessageField.OLDER));
			}
			// Last: a picture for which there is no room is the worse news.
			restore(inTheWay ? "" : text, picture == null ? List.of() : List.of(picture));
		}
	}
}
