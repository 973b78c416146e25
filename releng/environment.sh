# Finds or fetches what a build needs. Sourced by run.sh, verify.sh, bench.sh and fuzz.sh from the top of the project.
# Sets JAVA_HOME and MAVEN. Each thing that can't be had ends the script with one line.

fail() {
	echo "$1" >&2
	exit "${2:-1}"
}

# --- A JDK of 21 or newer, with jpackage

jdk_version() {
	sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

is_fit_jdk() {
	[ -x "$1/bin/javac" ] && [ -x "$1/bin/jpackage" ] && [ "$(jdk_version "$1")" -ge 21 ] 2>/dev/null
}

find_jdk() {
	if [ -n "${JAVA_HOME:-}" ] && is_fit_jdk "$JAVA_HOME"; then
		return
	fi
	local candidate
	for candidate in /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
		/Library/Java/JavaVirtualMachines/*/Contents/Home; do
		if is_fit_jdk "$candidate"; then
			export JAVA_HOME="$candidate"
			return
		fi
	done
	fail "No JDK 21 or newer (with javac and jpackage) in JAVA_HOME, /usr/lib/jvm, /usr/java, /opt, ~/.jdks or ~/.sdkman: set JAVA_HOME to one."
}

# --- Maven 3.9.9 or newer; an older one fetches the right one

MAVEN_WANTED=3.9.16

find_maven() {
	local version
	version=$({ mvn -v 2>/dev/null || true; } | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
	if [ -n "$version" ] && [ "$(printf '%s\n' 3.9.9 "$version" | sort -V | head -n 1)" = 3.9.9 ]; then
		MAVEN=mvn
		return
	fi
	MAVEN="$PWD/.build/maven/mvnw"
	[ -x "$MAVEN" ] && return
	need maven
	# In a folder of its own that counts as the top of a project, so that no Tycho extension is declared: an old Maven
	# can't load that.
	mkdir -p .build/maven/.mvn
	(
		cd .build/maven &&
			echo '<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId><version>1</version><packaging>pom</packaging></project>' >pom.xml &&
			mvn -B -q -N org.apache.maven.plugins:maven-wrapper-plugin:3.3.4:wrapper -Dmaven="$MAVEN_WANTED" -Dtype=only-script >setup.log 2>&1
	) || fail "Maven $MAVEN_WANTED could not be fetched with the Maven at hand (.build/maven/setup.log): install Maven 3.9.9 or newer."
}

# --- Building

# changed -type T FILE FOLDER...: whether anything of that type in the folders is newer than FILE.
changed() {
	local type=$2 file=$3
	shift 3
	[ -n "$(find "$@" \( -name target -o -name bin -o -name '.*' ! -name .mvn \) -prune \
		-o -type "$type" -newer "$file" -print -quit)" ]
}

# build RESULT [MODULE...]: builds the product, and these modules of tests/, unless RESULT is there and nothing of what
# goes into them has changed since.
build() {
	local result=$1 folders=(pom.xml .mvn bundles features releng) modules=:dev.anteroom.product stamp=.build/ module
	local phase=package
	shift
	for module; do
		folders+=("tests/$module")
		modules+=,:${module##*/}
		stamp+=${module##*/}-
		# An IDE is there when p2 has installed into it, which is after all is packaged.
		[[ $module != ide/* ]] || { phase=verify && folders+=(tests/ide/pom.xml tests/ide/*.target); }
	done
	mkdir -p .build
	if command -v flock >/dev/null; then
		# Two at once would build into the same folder.
		exec 9>.build/lock
		flock 9
	fi
	# A file may be edited while a build runs; a folder is also touched by the build itself, which has files of its own
	# there for a while.
	if [ ! -e "$result" ] || [ ! -e "${stamp}built" ] || changed -type f "${stamp}begun" "${folders[@]}" ||
		changed -type d "${stamp}built" "${folders[@]}"; then
		find_jdk
		echo "Building Anteroom; the first time takes a few minutes." >&2
		find_maven
		touch "${stamp}begun"
		if ! "$MAVEN" -B -ntp $phase -DskipTests -pl "$modules" -am >.build/build.log 2>&1; then
			grep '^\[ERROR\]' .build/build.log | head -n 20 >&2
			fail "The build failed: see $PWD/.build/build.log"
		fi
		touch "${stamp}built"
	fi
	exec 9>&-
}

# find_product: sets product to the folder with the plugins for this system, in which a build leaves them.
find_product() {
	product=releng/dev.anteroom.product/target/products/dev.anteroom.product
	case "$(uname -sm)" in
	"Darwin arm64") product=$product/macosx/cocoa/aarch64/anteroom.app/Contents/Eclipse ;;
	Darwin*) product=$product/macosx/cocoa/x86_64/anteroom.app/Contents/Eclipse ;;
	*) product=$product/linux/gtk/$(uname -m)/anteroom ;;
	esac
}

# --- A display of our own: what is on somebody's screen neither disturbs the tests nor is disturbed by them

children=()
end_children() {
	[ ${#children[@]} -eq 0 ] || kill "${children[@]}" 2>/dev/null || true
}

# start_display: sets DISPLAY to a new one, which ends with the script. Does nothing where there is no Xvfb.
start_display() {
	command -v Xvfb >/dev/null || return 0
	trap end_children EXIT
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
}

# --- Packages of the operating system

is_installed() {
	dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q '^install ok installed'
}

# want PACKAGE...: installs what is missing when it may, else mentions it.
want() {
	if [ "$(id -u)" -eq 0 ]; then
		need "$@"
	else
		(need "$@") || true
	fi
}

# need PACKAGE...: installs what is missing when it may, else names it and ends the script.
need() {
	command -v dpkg-query >/dev/null || return 0
	local missing=() package
	for package; do
		if ! is_installed "$package" && ! is_installed "${package}t64"; then
			missing+=("$package")
		fi
	done
	[ ${#missing[@]} -eq 0 ] && return
	if [ "$(id -u)" -ne 0 ]; then
		fail "Missing packages: sudo apt-get install --no-install-recommends ${missing[*]}"
	fi
	echo "Installing ${missing[*]}" >&2
	export DEBIAN_FRONTEND=noninteractive
	{ apt-get update -q && apt-get install -q -y --no-install-recommends "${missing[@]}"; } >&2 ||
		fail "These packages could not be installed: ${missing[*]}"
}

WINDOW_PACKAGES=(libgtk-3-0)
# Without these, Chinese and emoji are boxes, and screen readers hear nothing.
NICE_PACKAGES=(fonts-noto-cjk fonts-noto-color-emoji at-spi2-core)
TEST_PACKAGES=(xvfb openbox dbus-x11 python3 python3-gi gir1.2-atspi-2.0)

# Java names files in the locale's encoding; without a locale that is ASCII.
if [ -z "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ]; then
	export LC_CTYPE=C.UTF-8
fi
