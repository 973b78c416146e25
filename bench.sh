#!/usr/bin/env bash
# Measures what Anteroom costs, side by side with what others would, and prints tables in Markdown; takes some minutes.
# Usage: ./bench.sh [views [--seconds N] [--skip-bomb]]; without arguments it measures all there is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. releng/environment.sh

find_jdk
if [ "$(uname)" = Linux ]; then
	need "${WINDOW_PACKAGES[@]}" "${NICE_PACKAGES[@]}" xvfb openbox dbus-x11
fi

find_product
benchmarks=tests/dev.anteroom.benchmarks/target/dev.anteroom.benchmarks-0.1.0-SNAPSHOT.jar
build "$benchmarks" dev.anteroom.benchmarks

# run MAIN ARGUMENT...
run() {
	local main=dev.anteroom.benchmarks.$1
	shift
	"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$(printf '%s:' "$product"/plugins/*.jar)$benchmarks" "$main" "$@"
}

views() {
	start_display
	run Views "$@"
}

case "${1:-all}" in
all) views ;;
views) "$@" ;;
*) fail "There is nothing to measure by the name of $1: ./bench.sh [views]" 2 ;;
esac
