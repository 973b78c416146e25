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

import java.util.function.BiConsumer;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.DropTargetListener;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Event;

/** A drag as its target hears of it. */
final class Drag {

	private final DropTarget target;
	private final DropTargetEvent event;

	Drag(DropTarget target, Transfer kind) {
		this.target = target;
		this.event = event(target);
		event.dataTypes = kind.getSupportedTypes();
		event.currentDataType = event.dataTypes[0];
		event.operations = DND.DROP_COPY | DND.DROP_MOVE;
		event.detail = DND.DROP_MOVE;
	}

	/** It comes over the target; what would be done on dropping it there. */
	int enter() {
		tell(DropTargetListener::dragEnter);
		tell(DropTargetListener::dragOver);
		return event.detail;
	}

	void leave() {
		tell(DropTargetListener::dragLeave);
	}

	void drop(Object data) {
		tell(DropTargetListener::dragLeave);
		tell(DropTargetListener::dropAccept);
		event.data = data;
		tell(DropTargetListener::drop);
	}

	private void tell(BiConsumer<DropTargetListener, DropTargetEvent> call) {
		for (DropTargetListener listener : target.getDropListeners()) {
			call.accept(listener, event);
		}
	}

	/** SWT alone makes these. */
	private static DropTargetEvent event(DropTarget target) {
		try {
			var constructor = DropTargetEvent.class.getConstructors()[0];
			var inner = constructor.getParameterTypes()[0].getDeclaredConstructor();
			inner.setAccessible(true);
			var cause = (Event) inner.newInstance();
			cause.widget = target;
			return (DropTargetEvent) constructor.newInstance(cause);
		} catch (ReflectiveOperationException e) {
			throw new AssertionError(e);
		}
	}
}
