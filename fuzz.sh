#!/usr/bin/env bash
# Gives the code that reads what strangers send, and what was left on disk, one input after the other, each made from
# those that led anywhere new; ends with status 1 at the first that does harm, and says in which file that is.
# Usage: ./fuzz.sh [--runs N | --seconds N] [TARGET...]; without targets it takes each in turn, without a bound 100,000
# inputs each. What it has learnt is in .build/fuzz, for the next time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. releng/environment.sh

JAZZER=0.30.0

# Names and classes, all in dev.anteroom; each has its first inputs in tests/dev.anteroom.fuzz/corpus.
targets=(text-frames=protocol.TextFrameFuzz image-frames=protocol.ImageFrameFuzz messages=protocol.MessageFuzz
	addresses=protocol.AddressFuzz picture-headers=ui.pictures.PictureHeaderFuzz pictures=ui.pictures.PictureFuzz
	entries=history.internal.EntryFuzz transcripts=history.internal.TranscriptFuzz room=room.internal.RoomFuzz)

bound=-runs=100000
chosen=()
while [ $# -gt 0 ]; do
	case "$1" in
	--runs) bound=-runs=${2:?}; shift ;;
	--seconds) bound=-max_total_time=${2:?}; shift ;;
	-*) fail "Not an option: $1" 2 ;;
	*)
		for target in "${targets[@]}"; do
			[ "${target%%=*}" = "$1" ] && chosen+=("$target")
		done
		[[ "${chosen[*]-}" == *"$1="* ]] || fail "There is nothing to fuzz by the name of $1: ${targets[*]%%=*}" 2
		;;
	esac
	shift
done

find_jdk
fuzz=tests/dev.anteroom.fuzz
jar=$fuzz/target/dev.anteroom.fuzz-0.1.0-SNAPSHOT.jar
build "$jar" dev.anteroom.fuzz
find_product

# Jazzer is fetched here and not by the build: what is fuzzed knows nothing of it.
jazzer=$PWD/.build/jazzer/$JAZZER
if [ ! -e "$jazzer/done" ]; then
	find_maven
	# In a folder of its own that counts as the top of a project, so that it is not taken for one of ours.
	mkdir -p "$jazzer/.mvn"
	(
		cd "$jazzer"
		cat >pom.xml <<-END
			<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId><version>1</version>
			<packaging>pom</packaging><dependencies><dependency><groupId>com.code-intelligence</groupId>
			<artifactId>jazzer</artifactId><version>$JAZZER</version></dependency></dependencies></project>
		END
		"$MAVEN" -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
			-DincludeScope=runtime -DoutputDirectory=. >fetch.log 2>&1 && touch done
	) || fail "Jazzer could not be fetched: see $jazzer/fetch.log"
fi

# Coverage is counted in our code, in Netty's and in the readers of pictures.
included=dev.anteroom.**:io.netty.buffer.**:io.netty.handler.codec.**:com.twelvemonkeys.**:com.sun.imageio.**
# Jazzer's own detectors look for what is not here (SQL, scripts, LDAP), take time to load, and one breaks Netty.
detectors=$(printf ':com.code_intelligence.jazzer.sanitizers.%s' BigDecimal ClojureLangHooks Deserialization \
	ExpressionLanguageInjection FilePathTraversal LdapInjection NamingContextLookup OsCommandInjection ReflectiveCall \
	RegexInjection RegexRoadblocks ScriptEngineInjection ServerSideRequestForgery SqlInjection TemplateInjection \
	UnsafeSanitizer XPathInjection XmlParserSsrfGuidance)
temporary=$({ [ -w /dev/shm ] && mktemp -d -p /dev/shm; } || mktemp -d)
trap 'rm -rf "$temporary"' EXIT
class_path="$(printf '%s:' "$jazzer"/*.jar "$PWD/$product"/plugins/*.jar)$PWD/$jar"

# fuzz NAME CLASS
fuzz() {
	local work=$PWD/.build/fuzz/$1 status=0 longest=2048
	# A frame's content, and what somebody said, is only copied: more of it takes time, and leads nowhere new.
	[[ $1 == *-frames || $1 == transcripts || $1 == entries ]] && longest=512
	# So long is the longest of the first inputs.
	[[ $1 == pictures ]] && longest=6144
	mkdir -p "$work/learnt"
	(
		cd "$work"
		"$JAVA_HOME/bin/java" -Xmx1g -Djava.awt.headless=true -Djava.io.tmpdir="$temporary" \
			-XX:-OmitStackTraceInFastThrow -XX:+EnableDynamicAgentLoading --enable-native-access=ALL-UNNAMED \
			-cp "$class_path" com.code_intelligence.jazzer.Jazzer --target_class="dev.anteroom.$2" \
			--instrumentation_includes="$included" --disabled_hooks="${detectors#:}" --reproducer_path="$work" \
			-artifact_prefix="$work/" -max_len="$longest" -timeout=30 -rss_limit_mb=4096 -reload=0 "$bound" \
			learnt "$OLDPWD/$fuzz/corpus/$1" >log 2>&1
	) || status=$?
	if [ "$status" -ne 0 ]; then
		grep -vE '^(INFO|#[0-9])' "$work/log" | head -n 40 >&2
		fail "$1 does not stand this input: $(sed -n 's/.*Test unit written to //p' "$work/log" | tail -n 1) (log: $work/log)"
	fi
	sed -n "s/^Done \([0-9]*\) runs in \([0-9]*\) second.*/$1: \1 inputs in \2 s, none did harm/p" "$work/log"
}

for target in "${chosen[@]:-${targets[@]}}"; do
	fuzz "${target%%=*}" "${target#*=}"
done
