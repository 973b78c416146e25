#!/usr/bin/env bash
# Builds everything and runs every test: bundles, views under a virtual display, product, repository, and the native
# executable against peers in another language.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. releng/environment.sh

find_jdk
find_maven
if [ "$(uname)" = Linux ]; then
	need "${WINDOW_PACKAGES[@]}" "${NICE_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
fi
echo "JDK: $JAVA_HOME; Maven: $MAVEN"

children=()
end_children() {
	[ ${#children[@]} -eq 0 ] || kill "${children[@]}" 2>/dev/null || true
}
trap end_children EXIT

# A display of our own: what is on somebody's screen neither disturbs the tests nor is disturbed by them.
if command -v Xvfb >/dev/null; then
	mkdir -p .build
	rm -f .build/display
	Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp 3>.build/display 2>/dev/null &
	children+=($!)
	for _ in $(seq 100); do
		[ -s .build/display ] && break
		sleep 0.1
	done
	DISPLAY=:$(cat .build/display)
	export DISPLAY
	unset WAYLAND_DISPLAY
	export GDK_BACKEND=x11
	openbox >/dev/null 2>&1 &
	children+=($!)
	if [ -z "${DBUS_SESSION_BUS_ADDRESS:-}" ] && command -v dbus-daemon >/dev/null; then
		{ read -r DBUS_SESSION_BUS_ADDRESS; read -r bus; } < <(dbus-daemon --session --fork --print-address=1 --print-pid=1)
		export DBUS_SESSION_BUS_ADDRESS
		children+=("$bus")
	fi
fi

mkdir -p .build
touch .build/begun
"$MAVEN" -B -ntp verify "$@"
touch .build/built # for run.sh: what was verified need not be built again
python3 -B tests/interop/test_interop.py
echo "Verified."
