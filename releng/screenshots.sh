#!/usr/bin/env bash
# Takes the README's screenshots of the built executable: a server, a client that talks with it, one that waits, a room.
# Needs xvfb, openbox, xdotool, wmctrl and imagemagick. Usage: releng/screenshots.sh [LANGUAGE [light|dark]]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
language=${1:-en}
theme=${2:-light}
suffix=
[ "$language" = en ] || suffix=-$language
[ "$theme" = light ] || suffix=$suffix-$theme
anteroom=$PWD/releng/dev.anteroom.product/target/native/anteroom/bin/anteroom
out=$PWD/docs/screenshots
home=$(mktemp -d)
children=()
trap 'kill "${children[@]}" 2>/dev/null; rm -rf "$home"' EXIT

# Settings and transcripts of its own, with the appearance asked for.
mkdir -p "$home/Documents"
for area in workspace workspace-2 workspace-3; do
	settings=$home/.anteroom/$area/.metadata/.plugins/org.eclipse.core.runtime/.settings
	mkdir -p "$settings"
	printf 'eclipse.preferences.version=1\nthemeid=dev.anteroom.app.theme.%s\n' "$theme" >"$settings/org.eclipse.e4.ui.css.swt.theme.prefs"
done
export JAVA_TOOL_OPTIONS="-Duser.home=$home"
convert -size 560x360 xc:white -fill none -stroke '#3d7fd6' -strokewidth 5 \
	-draw 'path "M 40,320 C 160,310 200,60 300,60 S 440,300 520,310"' -stroke '#7d8590' -strokewidth 2 \
	-draw 'line 40,20 40,320 line 40,320 540,320' "$home/histogram.png"

Xvfb -displayfd 3 -screen 0 1300x860x24 -nolisten tcp 3>"$home/display" 2>/dev/null &
children+=($!)
until [ -s "$home/display" ]; do sleep 0.1; done
DISPLAY=:$(cat "$home/display")
export DISPLAY GDK_BACKEND=x11
openbox >/dev/null 2>&1 &
children+=($!)
until wmctrl -l >/dev/null 2>&1; do sleep 0.1; done

window_of() { wmctrl -lp | awk -v pid="$1" '$3 == pid { print $1; exit }'; }
start() {
	"$anteroom" -nl "$language" "$@" >/dev/null 2>&1 &
	pid=$!
	children+=("$pid")
	until [ -n "$(window_of "$pid")" ]; do sleep 0.2; done
	sleep 3
}
focus() { wmctrl -ia "$(window_of "$1")"; sleep 1; }
say() { # PID TEXT: typed into the composer
	focus "$1"
	eval "$(xdotool getwindowgeometry --shell "$(window_of "$1")")"
	xdotool mousemove $((X + WIDTH * 45 / 100)) $((Y + HEIGHT - 75)) click 1
	xdotool type --delay 25 "$2"
	xdotool key Return
	sleep 1
}
take() { # PID NAME
	focus "$1"
	xdotool mousemove 5 5
	sleep 0.7
	import -window "$(window_of "$1")" "$out/$2$suffix.png"
}

start --server
server=$pid
start --client 127.0.0.1
client=$pid
start --client 127.0.0.1
waiting=$pid
say "$client" "Hello! My histogram looks odd. Is this what exercise 3 asks for?"
focus "$client"
eval "$(xdotool getwindowgeometry --shell "$(window_of "$client")")"
xdotool key Tab
sleep 0.3
xdotool key space
sleep 2
xdotool type --delay 60 "$home/histogram.png"
xdotool key Return
sleep 1.5
say "$client" "This is what I get."
say "$server" "Almost. You count each value twice; look at the loop in line 42."
focus "$server"
eval "$(xdotool getwindowgeometry --shell "$(window_of "$server")")"
xdotool mousemove $((X + WIDTH * 36 / 100)) $((Y + 445)) click 1
sleep 2
take "$server" server
take "$client" client
take "$waiting" waiting

# A room beside the desk: three come by hand, one speaks after the other.
focus "$server"
eval "$(xdotool getwindowgeometry --shell "$(window_of "$server")")"
xdotool mousemove $((X + WIDTH * 39 / 100)) $((Y + 62)) click 1
sleep 3
xdotool mousemove $((X + WIDTH * 66 / 100)) $((Y + 100)) click 1
sleep 3
exec 4<>/dev/tcp/127.0.0.1/5000 5<>/dev/tcp/127.0.0.1/5000 6<>/dev/tcp/127.0.0.1/5000
sleep 0.5
printf 'Has anyone got exercise 4 to compile?\n' >&4
sleep 1
printf '有，先 import java.util 👍\n' >&5
sleep 1
printf 'Thanks, that was it.\n' >&4
sleep 1
say "$server" "The hand-in is on Friday, by the way."
take "$server" room
