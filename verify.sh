#!/usr/bin/env bash
# Builds everything and runs every test: bundles, views under a virtual display, product, repository, the native
# executable against peers in another language and as a screen reader has it, and an Eclipse IDE that Anteroom is
# installed into.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. releng/environment.sh

find_jdk
find_maven
if [ "$(uname)" = Linux ]; then
	need "${WINDOW_PACKAGES[@]}" "${NICE_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
fi
echo "JDK: $JAVA_HOME; Maven: $MAVEN"

start_display

mkdir -p .build
touch .build/{,dev.anteroom.benchmarks-dev.anteroom.network.benchmarks-,dev.anteroom.fuzz-}begun
"$MAVEN" -B -ntp verify "$@"
# What goes into IDEs also compiles against the oldest of them.
"$MAVEN" -B -ntp package "$@" -Poldest -DskipTests -pl :dev.anteroom.ide.feature -am
# for run.sh, bench.sh and fuzz.sh: what was verified need not be built again
touch .build/{,dev.anteroom.benchmarks-dev.anteroom.network.benchmarks-,dev.anteroom.fuzz-}built
python3 -B tests/interop/test_interop.py
python3 -B tests/interop/test_room.py
if [ "$(uname)" = Linux ]; then
	# The system's python3, which has the introspection data; another may be first in the path.
	/usr/bin/python3 -B tests/accessibility/test_accessibility.py
	# Elsewhere there is no display of our own for an IDE to open on, and fuzz.sh is not known to find what it needs.
	python3 -B tests/ide/test_ide.py
	./fuzz.sh --runs 5000
fi
echo "Verified."
