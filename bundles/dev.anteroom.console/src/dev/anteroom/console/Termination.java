/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.console;

import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Lets a program end in its own way when it is told to from outside (SIGTERM, SIGINT, SIGHUP): with everything closed,
 * and with its own status. A virtual machine left alone would end with status 128 and the signal's number.
 */
public final class Termination {

	private static final System.Logger LOG = System.getLogger(Termination.class.getName());

	private Termination() {
	}

	/**
	 * Calls {@code stop} on a thread of its own each time the program is told to end; ending it is then up to the program.
	 * Signals that the program was started to ignore, as by {@code nohup}, stay ignored. Where signals cannot be taken,
	 * {@code stop} is called while the virtual machine shuts down.
	 */
	public static void handle(Runnable stop) {
		boolean taken = take("TERM", stop);
		take("INT", stop);
		take("HUP", stop);
		if (!taken) {
			Runtime.getRuntime().addShutdownHook(new Thread(stop, "anteroom-shutdown"));
		}
	}

	/**
	 * {@code sun.misc.Signal} is in every JDK (module jdk.unsupported), but in no execution environment of OSGi, so it is
	 * found by name.
	 */
	private static boolean take(String name, Runnable stop) {
		try {
			Class<?> signalType = Class.forName("sun.misc.Signal", true, null);
			Class<?> handlerType = Class.forName("sun.misc.SignalHandler", true, null);
			Object ignore = handlerType.getField("SIG_IGN").get(null);
			Object handler = Proxy.newProxyInstance(ClassLoader.getPlatformClassLoader(), new Class<?>[] { handlerType },
					(proxy, method, arguments) -> {
						if (method.getDeclaringClass() == Object.class) {
							return method.getName().equals("equals") ? proxy == arguments[0]
									: method.getName().equals("hashCode") ? System.identityHashCode(proxy) : name;
						}
						stop.run();
						return null;
					});
			Object signal = signalType.getConstructor(String.class).newInstance(name);
			Method handle = signalType.getMethod("handle", signalType, handlerType);
			Object before = handle.invoke(null, signal, handler);
			if (before == ignore) {
				handle.invoke(null, signal, ignore);
			}
			return true;
		} catch (ReflectiveOperationException | RuntimeException e) {
			LOG.log(Level.DEBUG, "Signal {0} is not taken: {1}", name, e);
			return false;
		}
	}
}
