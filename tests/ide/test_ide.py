#!/usr/bin/env python3
# Copyright (c) 2026 the Anteroom authors
#
# This program and the accompanying materials are made available under the
# terms of the Eclipse Public License 2.0, available at
# https://www.eclipse.org/legal/epl-2.0/
#
# SPDX-License-Identifier: EPL-2.0
"""The life of Anteroom in somebody's Eclipse IDE: an older build is installed by p2 and used, updated to this one,
used again, and uninstalled, all in one workspace. What is tried inside of the running IDE is in dev.anteroom.installed.
Needs a display, and what the build left in target folders."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
BUILT = HERE / "dev.anteroom.ide.product/target"
REPOSITORY = HERE.parent.parent / "releng/dev.anteroom.repository/target/repository"
TESTS = "dev.anteroom.installed"
OLDER = "200001010000"
PATIENCE = 300
JAVA = pathlib.Path(os.environ["JAVA_HOME"]) / "bin/java" if "JAVA_HOME" in os.environ else "java"


class Ide:
    """An installation with a workspace, both of its own."""

    def __init__(self, folder):
        self.home = folder / "eclipse"
        self.workspace = folder / "workspace"
        self.user = folder / "user"
        self.user.mkdir()
        shutil.copytree(BUILT / "bare", self.home)

    def run(self, application, *arguments):
        """Runs an application of this installation to its end; returns its status and all it printed."""
        launcher = next((self.home / "plugins").glob("org.eclipse.equinox.launcher_*.jar"))
        done = subprocess.run(
            [JAVA, "--enable-native-access=ALL-UNNAMED", f"-Duser.home={self.user}", "-Duser.language=en",
             "-jar", launcher, "-application", application, "-data", self.workspace, "-consoleLog", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=PATIENCE, check=False)
        return done.returncode, done.stdout

    def provision(self, *arguments):
        status, said = self.run("org.eclipse.equinox.p2.director", *arguments)
        assert status == 0, said
        for log in (self.home / "configuration").glob("*.log"):
            log.unlink()  # The director writes there what it was asked for.

    def install(self, repository, *units):
        self.provision("-repository", repository.as_uri(), "-installIU", ",".join(units))

    def test(self, *classes):
        status, said = self.run(f"{TESTS}.tests", "-nosplash", "-tests", *(f"{TESTS}.{each}" for each in classes))
        assert status == 0, said

    def log(self):
        """The entries in the error log of the platform, of the workspace and of starts that failed."""
        logs = [self.workspace / ".metadata/.log", *(self.home / "configuration").glob("*.log")]
        text = "".join(each.read_text() for each in logs if each.exists())
        return re.findall(r"^(!ENTRY .*\n(?:!MESSAGE.*\n)?(?:.*\n){0,2})", text, re.MULTILINE)

    def ours(self):
        return sorted(each.name for each in (self.home / "plugins").glob("dev.anteroom.*.jar")
                      if not each.name.startswith(TESTS))


def features(repository):
    return [re.match(r"(.*)_", each.name)[1] for each in sorted((repository / "features").glob("dev.anteroom.*.jar"))]


def older_build(ide, folder):
    """The built repository once more, under an older qualifier."""
    qualifier = re.search(r"_0\.1\.0\.(\w+)\.jar", next((REPOSITORY / "features").iterdir()).name)[1]
    source = folder / "source"
    for kind in ("features", "plugins"):
        (source / kind).mkdir(parents=True)
        for jar in (REPOSITORY / kind).glob("*.jar"):
            target = source / kind / jar.name.replace(qualifier, OLDER)
            if qualifier not in jar.name:
                shutil.copy(jar, target)
                continue
            with zipfile.ZipFile(jar) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
                for item in old.infolist():
                    content = old.read(item)
                    if item.filename in ("META-INF/MANIFEST.MF", "feature.xml"):
                        content = content.replace(qualifier.encode(), OLDER.encode())
                    new.writestr(item, content)
    repository = folder / "older"
    status, said = ide.run("org.eclipse.equinox.p2.publisher.FeaturesAndBundlesPublisher",
                           "-metadataRepository", repository.as_uri(), "-artifactRepository", repository.as_uri(),
                           "-source", source, "-publishArtifacts", "-compress")
    assert status == 0, said
    return repository


class InstallationTest(unittest.TestCase):
    maxDiff = None

    def test_install_use_update_use_uninstall(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            ide = Ide(folder)
            units = [f"{each}.feature.group" for each in features(REPOSITORY)]
            self.assertIn("dev.anteroom.feature.feature.group", units)
            ide.install(older_build(ide, folder), *units)
            self.assertTrue(all(OLDER in each for each in ide.ours()), ide.ours())
            ide.install(BUILT / "repository", TESTS)
            with self.subTest("the first start, and use"):
                ide.test("OfferTest", "UseTest")
                self.assertEqual([], ide.log())
            with self.subTest("the start after an update"):
                before = ide.ours()
                ide.provision("-repository", REPOSITORY.as_uri(), "-uninstallIU", ",".join(units),
                              "-installIU", ",".join(units))
                self.assertTrue(set(before).isdisjoint(current(ide)), ide.ours())
                ide.test("NextStartTest")
                self.assertEqual([], ide.log())
            with self.subTest("the start after Anteroom was uninstalled"):
                ide.provision("-uninstallIU", ",".join(units))
                ide.test("UninstalledTest")
                # The platform tells once that it forgets our views.
                self.assertEqual([], [each for each in ide.log() if "Removing PartDescriptorImpl" not in each])


def current(ide):
    """The bundles of ours that the IDE would start with."""
    known = (ide.home / "configuration/org.eclipse.equinox.simpleconfigurator/bundles.info").read_text()
    return [each for each in ide.ours() if each in known]


if __name__ == "__main__":
    unittest.main()
