# shellcheck shell=sh
# What the benchmark scripts have in common: it is read by them, and runs a class of the tests in a Java virtual machine,
# which it builds first if need be. They set `root` and `command`.

. "$root/cli/src/main/launcher/java.sh"

class_path=$root/tests/target/test-class-path
sources=tests/src/test/java/org/sardonyx/tests

stamp=$root/tests/target/bench-stamp

is_built() {
    [ -f "$class_path" ] && [ -f "$stamp" ] || return 1
    newer=$(find "$root/pom.xml" "$root"/*/pom.xml "$root"/*/src/main "$root/$sources" -newer "$stamp" 2>/dev/null |
        head -n 1)
    [ -z "$newer" ]
}

# The stamp is as old as the start of the build: what changes meanwhile is newer.
build() {
    mkdir -p "$root/tests/target" && touch "$stamp.new" || exit 2
    build_with_maven -pl tests -am process-test-classes
    mv "$stamp.new" "$stamp"
}

# run_class NAME ARGUMENT...
run_class() {
    name=$1
    shift
    jdk=$(find_jdk) || exit
    is_built || build
    # shellcheck disable=SC2086
    exec "$jdk/bin/java" $java_options ${SARDONYX_JAVA_OPTS:-} \
        -cp "$root/tests/target/test-classes:$(cat "$class_path")" "$name" "$@"
}
