# For scripts, to be sourced: find_jdk prints the folder of a JDK 25 or newer, or fails.

# 25 for "25.0.1"; 0 for a folder that holds no JDK
jdk_version() {
    local line
    line=$(grep -s '^JAVA_VERSION=' "$1/release") || { echo 0; return; }
    line=${line#*\"}
    line=${line%%[!0-9]*}
    echo "${line:-0}"
}

find_jdk() {
    local home path_java user_home=${HOME:-/root}
    path_java=$(command -v java || true)
    for home in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" "${path_java:+$(dirname "$(dirname "$(readlink -f "$path_java")")")}" \
        /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$user_home"/.sdkman/candidates/java/* \
        "$user_home"/.jdks/* "$user_home"/.asdf/installs/java/* "$user_home"/.local/share/mise/installs/java/* \
        /opt/* /opt/java/* /usr/local/*; do
        if [ -n "$home" ] && [ -x "$home/bin/javac" ] && [ -x "$home/bin/jfr" ] && [ "$(jdk_version "$home")" -ge 25 ]; then
            echo "$home"
            return
        fi
    done
    return 1
}

# prints the folder of a JDK, or tells the user of the program named by the argument what is missing, and ends the script
require_jdk() {
    if ! find_jdk; then
        echo "$1 needs a JDK 25 or newer: JAVA_HOME is \"${JAVA_HOME:-}\", and none was found in the usual folders." >&2
        echo "Install one, for example Eclipse Temurin 25, and set JAVA_HOME to its folder." >&2
        exit 1
    fi
}
