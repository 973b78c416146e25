#!/usr/bin/env bash
# Takes the README's screenshots of Anteroom in an Eclipse IDE: how it is installed, and both perspectives, light and in
# English, dark, and in Traditional Chinese. Needs xvfb, openbox and imagemagick, and what
# mvn verify -pl :dev.anteroom.ide.product -am -DskipTests leaves. The scenes are in tests/ide/dev.anteroom.installed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. releng/environment.sh
find_jdk
need xvfb openbox imagemagick
built=$PWD/tests/ide/dev.anteroom.ide.product/target
# The wizard shows where it is.
archive=/tmp/$(basename releng/dev.anteroom.repository/target/anteroom-*-p2.zip)
[ ! -e "$archive" ] || fail "$archive is in the way."
folder=$(mktemp -d)
trap 'end_children; rm -rf "$folder" "$archive"' EXIT
cp releng/dev.anteroom.repository/target/anteroom-*-p2.zip "$archive"
convert -size 560x360 xc:white -fill '#3d7fd6' -draw 'rectangle 60,240 100,320 rectangle 120,160 160,320' \
	-draw 'rectangle 180,80 220,320 rectangle 240,40 280,320 rectangle 300,120 340,320 rectangle 360,200 400,320' \
	-draw 'rectangle 420,260 460,320' -fill none -stroke '#7d8590' -strokewidth 2 \
	-draw 'line 40,20 40,320 line 40,320 540,320' "$folder/histogram.png"

Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp 3>"$folder/display" 2>/dev/null &
children+=($!)
until [ -s "$folder/display" ]; do sleep 0.1; done
DISPLAY=:$(cat "$folder/display")
export DISPLAY GDK_BACKEND=x11
# A button that is just pressed or enabled would be shown on its way there.
export XDG_CONFIG_HOME=$folder/config
mkdir -p "$XDG_CONFIG_HOME/gtk-3.0"
printf '[Settings]\ngtk-enable-animations=0\n' >"$XDG_CONFIG_HOME/gtk-3.0/settings.ini"
openbox >/dev/null 2>&1 &
children+=($!)

# start IDE APPLICATION ARGUMENT...: runs an application of an installation, with PROPERTIES and a workspace of its own
properties=()
start() {
	local ide=$1 application=$2
	shift 2
	"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED "-Duser.home=$folder/home" -Duser.language=en \
		"${properties[@]}" -jar "$ide"/plugins/org.eclipse.equinox.launcher_*.jar -application "$application" \
		-data "$ide/../workspace" -nosplash "$@" >"$folder/log" 2>&1 || { cat "$folder/log"; fail "The IDE has failed."; }
}
# scenes IDE CLASS LANGUAGE THEME NAMES: plays the scenes of CLASS in a copy of the installation IDE
scenes() {
	local place=$folder/$1-$3-$4 suffix=
	mkdir -p "$place" "$folder/home"
	cp -r "$built/$1" "$place/eclipse"
	properties=()
	start "$place/eclipse" org.eclipse.equinox.p2.director -repository "file:$built/repository" -installIU dev.anteroom.installed
	[ "$3" = en ] || suffix=-$3
	[ "$4" = default ] || suffix=$suffix-$4
	properties=("-Dscreenshots=$PWD/docs/screenshots" "-Dscreenshots.suffix=$suffix" "-Dscreenshots.names=$5" "-Darchive=$archive"
		"-Dscreenshots.theme=org.eclipse.e4.ui.css.theme.e4_$4" "-Dpicture=$folder/histogram.png")
	start "$place/eclipse" dev.anteroom.installed.tests -nl "$3" -tests "dev.anteroom.installed.$2"
}
scenes bare InstallScenes en default ide-install,ide-licence
scenes ide UseScenes en default ide-server
scenes ide UseScenes en dark ide-client
scenes ide UseScenes zh_TW default ide-server
