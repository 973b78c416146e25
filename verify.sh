#!/usr/bin/env bash
# Builds everything and runs every test: bundles, views under a virtual display, product, repository, the native
# executable against peers in another language, and an Eclipse IDE that Anteroom is installed into.
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
touch .build/{,dev.anteroom.benchmarks-}begun
"$MAVEN" -B -ntp verify "$@"
touch .build/{,dev.anteroom.benchmarks-}built # for run.sh and bench.sh: what was verified need not be built again
python3 -B tests/interop/test_interop.py
python3 -B tests/ide/test_ide.py
echo "Verified."
