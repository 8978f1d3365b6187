# shellcheck shell=sh
# What the scripts of this checkout share: finding a JDK and Maven, building, and the options of the virtual machine. They set
# `command`, their name in messages, and `root`, the folder of the checkout, before they read this file.

oldest=25

# The serial collector starts fastest; tensors do not live on the heap.
# shellcheck disable=SC2034
java_options='--add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC'

fail() {
    printf "$command: %s\n" "$@" >&2
    exit 2
}

# Prints the feature version of the JDK in folder $1; fails if there is no JDK.
jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release"
}

is_suitable() {
    version=$(jdk_version "$1") && [ -n "$version" ] && [ "$version" -ge "$oldest" ]
}

# Prints the folder of the JDK whose java is found on the PATH.
jdk_on_path() {
    command -v java >/dev/null 2>&1 || return 1
    java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

find_jdk() {
    if [ -n "${SARDONYX_JAVA_HOME:-}" ]; then
        is_suitable "$SARDONYX_JAVA_HOME" ||
            fail "SARDONYX_JAVA_HOME is $SARDONYX_JAVA_HOME, which is no JDK $oldest or newer"
        printf '%s\n' "$SARDONYX_JAVA_HOME"
        return
    fi
    for home in "${JAVA_HOME:-}" "$(jdk_on_path)" \
        /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*; do
        if [ -n "$home" ] && is_suitable "$home"; then
            printf '%s\n' "$home"
            return
        fi
    done
    fail "needs a JDK $oldest or newer and found none" \
        "(looked at SARDONYX_JAVA_HOME, JAVA_HOME, PATH and the usual folders; any vendor's JDK will do)"
}

find_maven() {
    for maven in "$(command -v mvn)" "${MAVEN_HOME:+$MAVEN_HOME/bin/mvn}" "${M2_HOME:+$M2_HOME/bin/mvn}" \
        /opt/*maven*/bin/mvn /opt/homebrew/bin/mvn /usr/local/bin/mvn \
        "${HOME:-}"/.sdkman/candidates/maven/current/bin/mvn; do
        if [ -x "$maven" ]; then
            printf '%s\n' "$maven"
            return
        fi
    done
    return 1
}

# Runs Maven with the given arguments on the JDK in `jdk`, so that one JDK is enough; the options keep it quiet about its own
# libraries.
build_with_maven() {
    maven=$(find_maven) ||
        fail "needs Maven (mvn) once, to build itself, and found none on the PATH or in the usual folders"
    printf '%s: building from source ...\n' "$command" >&2
    options='--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Djansi.noreset=true'
    JAVA_HOME=$jdk MAVEN_OPTS="${MAVEN_OPTS:-} $options" \
        "$maven" -q -B -f "$root/pom.xml" -Dformatter.skip "$@" >&2 || fail "the build failed"
}
