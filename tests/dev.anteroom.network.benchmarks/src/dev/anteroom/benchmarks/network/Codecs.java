/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.benchmarks.network;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import dev.anteroom.benchmarks.Table;
import dev.anteroom.protocol.CodecBenchmark;

/** Runs the microbenchmarks of the codecs. */
final class Codecs {

	private Codecs() {
	}

	static void print() throws RunnerException {
		Collection<RunResult> results = new Runner(new OptionsBuilder().include(CodecBenchmark.class.getName())
				.mode(Mode.AverageTime).timeUnit(TimeUnit.NANOSECONDS).forks(1).warmupIterations(3)
				.warmupTime(TimeValue.seconds(1)).measurementIterations(4).measurementTime(TimeValue.seconds(1))
				.jvmArgsAppend("--enable-native-access=ALL-UNNAMED").verbosity(VerboseMode.SILENT).build()).run();
		Map<String, Double> figures = new TreeMap<>();
		for (RunResult result : results) {
			String name = result.getParams().getBenchmark();
			figures.put(name.substring(name.lastIndexOf('.') + 1), result.getPrimaryResult().getScore());
		}
		var table = new Table("Codec", "Anteroom, ns", "Netty, ns", "Netty's", "Ratio");
		row(table, figures, "Text frame of 83 bytes to a string", "decode", "LengthFieldBasedFrameDecoder, StringDecoder");
		row(table, figures, "String to text frame", "encode", "LengthFieldPrepender, StringEncoder");
		row(table, figures, "Image frame of 1 MiB in pieces of 64 KiB", "picture", "LengthFieldBasedFrameDecoder");
		table.print("Codecs, by JMH");
	}

	private static void row(Table table, Map<String, Double> figures, String what, String name, String beside) {
		double own = figures.get(name);
		double other = figures.get(name + "Netty");
		table.row(what, own, other, beside, own / other);
	}
}
