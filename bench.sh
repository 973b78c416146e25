#!/usr/bin/env bash
# Measures what Anteroom costs, side by side with what others would, and prints tables in Markdown; takes some minutes.
# Usage: ./bench.sh [views [--seconds N] [--skip-bomb] | network [--once] [NAME...]]; without arguments it measures both.
# The names for the network: messages, pictures, admissions, joins, busy, idle, rooms, codecs.
# ./bench.sh ide [--runs N] starts an Eclipse IDE over and over, with Anteroom and without it (Linux, two processors).
# ./bench.sh hold [--clients N] [--rounds N] and ./bench.sh soak [--conversations N] try what must hold under load and in
# the long run (docs/hold.md), and fail if it does not.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. releng/environment.sh

what=${1:-all}
find_jdk
if [ "$(uname)" = Linux ] && [[ $what = all || $what = views || $what = ide ]]; then
	need "${WINDOW_PACKAGES[@]}" "${NICE_PACKAGES[@]}" xvfb openbox dbus-x11 x11-utils wmctrl python3
fi

find_product
version=0.1.0-SNAPSHOT
views=tests/dev.anteroom.benchmarks/target/dev.anteroom.benchmarks-$version.jar
network=tests/dev.anteroom.network.benchmarks/target
if [ "$what" != ide ]; then
	build "$network/dev.anteroom.network.benchmarks-$version.jar" dev.anteroom.benchmarks dev.anteroom.network.benchmarks
fi

# run MAIN ARGUMENT...
run() {
	local main=dev.anteroom.benchmarks.$1
	shift
	"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$class_path" "$main" "$@"
}

views() {
	class_path="$(printf '%s:' "$product"/plugins/*.jar)$views"
	start_display
	run Views "$@"
}

# on_network MAIN ARGUMENT...
on_network() {
	# Each connection is a descriptor in two processes, and the system's usual limit is far below 10,000.
	ulimit -n 20000 2>/dev/null || [ "$(ulimit -n)" -ge 12000 ] ||
		fail "10,000 connections need more descriptors than $(ulimit -n): raise the limit (ulimit -n 20000)."
	class_path="$(printf '%s:' "$product"/plugins/{dev.anteroom,io.netty}*.jar "$network"/lib/*.jar)$views"
	class_path+=":$network/dev.anteroom.network.benchmarks-$version.jar"
	run "$@"
}

network() {
	on_network network.Network "$@"
}

ide() {
	build tests/ide/dev.anteroom.ide.product/target/ide ide/dev.anteroom.ide.platform ide/dev.anteroom.ide.product
	start_display
	python3 -B tests/ide/measure_start.py "$@"
}

hold() {
	on_network hold.Hold "$@"
}

soak() {
	on_network hold.Soak "$@"
}

case "$what" in
all)
	views
	network
	;;
views | network | ide | hold | soak)
	shift
	"$what" "$@"
	;;
*) fail "There is nothing to measure by the name of $what: ./bench.sh [views|network|ide|hold|soak]" 2 ;;
esac
