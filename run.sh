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

build "$anteroom"
cd "$called_from"
exec "$anteroom" "$@"
