#!/usr/bin/env bash
# Starts Anteroom with the given arguments, setting up and building whatever is missing or out of date.
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")"
. releng/environment.sh

case " $* " in
*" --console "* | *" --help "* | *" --version "*) ;;
*)
	if [ "$(uname)" = Linux ]; then
		if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
			fail 'Anteroom found no display to open its window on. "./run.sh --console" serves without one.'
		fi
		need "${WINDOW_PACKAGES[@]}"
		want "${NICE_PACKAGES[@]}"
	fi
	;;
esac

native=releng/dev.anteroom.product/target/native
case "$(uname)" in
Darwin) anteroom=$PWD/$native/anteroom.app/Contents/MacOS/anteroom ;;
*) anteroom=$PWD/$native/anteroom/bin/anteroom ;;
esac

mkdir -p .build
if command -v flock >/dev/null; then
	# Two at once would build into the same folder.
	exec 9>.build/lock
	flock 9
fi
# changed -type T FILE: whether anything of that type that goes into the product is newer than FILE.
changed() {
	[ -n "$(find pom.xml .mvn bundles features releng \( -name target -o -name bin -o -name '.*' ! -name .mvn \) -prune \
		-o "$1" "$2" -newer "$3" -print -quit)" ]
}

# A file may be edited while a build runs; a folder is also touched by the build itself, which has files of its own there
# for a while.
if [ ! -x "$anteroom" ] || [ ! -e .build/built ] || changed -type f .build/begun || changed -type d .build/built; then
	find_jdk
	echo "Building Anteroom; the first time takes a few minutes." >&2
	find_maven
	touch .build/begun
	if ! "$MAVEN" -B -ntp package -DskipTests -pl :dev.anteroom.product -am >.build/build.log 2>&1; then
		grep '^\[ERROR\]' .build/build.log | head -n 20 >&2
		fail "The build failed: see $PWD/.build/build.log"
	fi
	touch .build/built
fi

exec 9>&-
cd "$called_from"
exec "$anteroom" "$@"
