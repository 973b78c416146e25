/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.installed;

import java.util.List;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.testing.TestableObject;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * The IDE's own application, in which the test classes named by its arguments run once its window is open; then it
 * closes. The status is 0 when all of them passed, and there were any.
 */
public class TestApplication implements IApplication {

	private static final Integer FAILED = 1;

	private boolean passed;

	@Override
	public Object start(IApplicationContext context) throws Exception {
		TestableObject workbench = PlatformUI.getTestableObject();
		var arguments = List.of((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
		List<String> classes = arguments.subList(arguments.indexOf("-tests") + 1, arguments.size());
		workbench.setTestHarness(() -> {
			workbench.testingStarting();
			try {
				passed = run(classes);
				save();
			} finally {
				workbench.testingFinished();
			}
		});
		Object status = ide().start(context);
		return passed ? status : FAILED;
	}

	@Override
	public void stop() {
		PlatformUI.getWorkbench().close();
	}

	/** While a build is under way, an IDE that is closed so fast tells of changes it did not save. */
	private static void save() {
		try {
			Job.getJobManager().join(ResourcesPlugin.FAMILY_AUTO_BUILD, null);
			ResourcesPlugin.getWorkspace().save(true, null);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (CoreException e) {
			throw new IllegalStateException(e);
		}
	}

	private static IApplication ide() throws CoreException {
		IExtension extension = Platform.getExtensionRegistry().getExtension(Platform.PI_RUNTIME, Platform.PT_APPLICATIONS,
				"org.eclipse.ui.ide.workbench");
		return (IApplication) extension.getConfigurationElements()[0].getChildren("run")[0]
				.createExecutableExtension("class");
	}

	/** One after the other: to look at a test class starts what it mentions. */
	private static boolean run(List<String> classes) {
		return classes.stream().map(TestApplication::run).reduce(!classes.isEmpty(), Boolean::logicalAnd);
	}

	private static boolean run(String test) {
		Launcher launcher = LauncherFactory.create(LauncherConfig.builder().enableTestEngineAutoRegistration(false)
				.addTestEngines(new JupiterTestEngine()).build());
		var summary = new SummaryGeneratingListener();
		launcher.execute(LauncherDiscoveryRequestBuilder.request()
				.selectors(DiscoverySelectors.selectClass(TestApplication.class.getClassLoader(), test)).build(), summary,
				new Lines());
		return summary.getSummary().getTestsSucceededCount() > 0 && summary.getSummary().getTotalFailureCount() == 0;
	}

	/** A line for each test on standard output, and what is wrong with it. */
	private static final class Lines implements TestExecutionListener {

		@Override
		public void executionFinished(TestIdentifier test, TestExecutionResult result) {
			if (test.isTest() || result.getThrowable().isPresent()) {
				System.out.println(result.getStatus() + " " + test.getDisplayName());
			}
			result.getThrowable().ifPresent(failure -> failure.printStackTrace(System.out));
		}
	}
}
