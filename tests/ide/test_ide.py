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
Needs a display, and what the build left in target folders; with --oldest, what `mvn -Poldest` left."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
TARGET = "target/oldest" if "--oldest" in sys.argv else "target"
BUILT = HERE / "dev.anteroom.ide.product" / TARGET
REPOSITORY = HERE.parent.parent / "releng/dev.anteroom.repository" / TARGET / "repository"
TESTS = "dev.anteroom.installed"
OURS = re.compile(r"(dev\.anteroom|io\.netty|com\.twelvemonkeys)\.")
REGISTRAR = "org.apache.aries.spifly.dynamic.bundle"
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

    def bundles(self):
        """What the IDE would start with: the names, each with its versions."""
        known = (self.home / "configuration/org.eclipse.equinox.simpleconfigurator/bundles.info").read_text()
        bundles = {}
        for name, version in re.findall(r"^([^#,\n]+),([^,]+),", known, re.MULTILINE):
            bundles.setdefault(name, []).append(version)
        return bundles

    def ours(self):
        return {name: versions for name, versions in self.bundles().items()
                if name.startswith("dev.anteroom.") and name != TESTS}


def features(repository):
    return [re.match(r"(.*)_", each.name)[1] for each in sorted((repository / "features").glob("dev.anteroom.*.jar"))]


def publish(ide, source, repository):
    status, said = ide.run("org.eclipse.equinox.p2.publisher.FeaturesAndBundlesPublisher",
                           "-metadataRepository", repository.as_uri(), "-artifactRepository", repository.as_uri(),
                           "-source", source, "-publishArtifacts", "-compress")
    assert status == 0, said
    return repository


def copy(jar, target, changed, old, new):
    """Copies a jar, with another text in some of its files."""
    with zipfile.ZipFile(jar) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copied:
        for item in source.infolist():
            content = source.read(item)
            copied.writestr(item, content.replace(old.encode(), new.encode()) if item.filename in changed else content)


def older_build(ide, folder):
    """The built repository once more, under an older qualifier."""
    qualifier = re.search(r"_0\.1\.0\.(\w+)\.jar", next((REPOSITORY / "features").iterdir()).name)[1]
    source = folder / "source"
    for kind in ("features", "plugins"):
        (source / kind).mkdir(parents=True)
        for jar in (REPOSITORY / kind).glob("*.jar"):
            if qualifier in jar.name:
                copy(jar, source / kind / jar.name.replace(qualifier, OLDER), ("META-INF/MANIFEST.MF", "feature.xml"),
                     qualifier, OLDER)
            else:
                shutil.copy(jar, source / kind)
    return publish(ide, source, folder / "older")


def older_registrar(ide, folder):
    """The registrar of service loaders that the built repository brings into IDEs without one, with an older version."""
    plugins = folder / "registrar/plugins"
    plugins.mkdir(parents=True)
    for jar in (REPOSITORY / "plugins").glob("org.objectweb.asm*.jar"):
        shutil.copy(jar, plugins)
    jar = next((REPOSITORY / "plugins").glob(f"{REGISTRAR}_*.jar"))
    version = re.search(r"_(.*)\.jar", jar.name)[1]
    copy(jar, plugins / jar.name.replace(version, "1.3.1"), ("META-INF/MANIFEST.MF",), f"Bundle-Version: {version}",
         "Bundle-Version: 1.3.1")
    return publish(ide, plugins.parent, folder / "older")


class InstallationTest(unittest.TestCase):
    maxDiff = None

    def test_install_use_update_use_uninstall(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            ide = Ide(folder)
            units = [f"{each}.feature.group" for each in features(REPOSITORY)]
            self.assertIn("dev.anteroom.feature.feature.group", units)
            ide.install(older_build(ide, folder), *units)
            self.assertTrue(all(version.endswith(OLDER) for each in ide.ours().values() for version in each), ide.ours())
            self.assertIn(REGISTRAR, ide.bundles(), "this IDE had none")
            ide.install(BUILT / "repository", TESTS)
            with self.subTest("the first start, and use"):
                ide.test("OfferTest", "CodeTest", "UseTest")
                self.assertEqual([], ide.log())
            with self.subTest("the start after an update"):
                ide.provision("-repository", REPOSITORY.as_uri(), "-uninstallIU", ",".join(units),
                              "-installIU", ",".join(units))
                self.assertFalse(any(OLDER in version for each in ide.ours().values() for version in each), ide.ours())
                ide.test("NextStartTest")
                self.assertEqual([], ide.log())
            with self.subTest("the start after Anteroom was uninstalled"):
                ide.provision("-uninstallIU", ",".join(units))
                ide.test("UninstalledTest")
                # The platform tells once that it forgets our views.
                self.assertEqual([], [each for each in ide.log() if "Removing PartDescriptorImpl" not in each])

    def test_what_an_ide_has_is_not_brought_again(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            ide = Ide(folder)
            ide.install(older_registrar(ide, folder), REGISTRAR)
            before = ide.bundles()
            self.assertEqual(["1.3.1"], before[REGISTRAR])
            ide.install(REPOSITORY, *(f"{each}.feature.group" for each in features(REPOSITORY)))
            after = ide.bundles()
            self.assertEqual(before, {each: after[each] for each in before})
            brought = set(after) - set(before)
            self.assertIn("dev.anteroom.ide", brought)
            self.assertEqual([], [each for each in brought if not OURS.match(each)])


if __name__ == "__main__":
    unittest.main(argv=[each for each in sys.argv if each != "--oldest"])
