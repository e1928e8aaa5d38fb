#!/bin/sh
# Brings what the tests of pages need besides .venv: Debian's Chromium, and axe-core from npm into .tools.
set -eu

AXE=4.14.1
AXE_SHA256=29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c
FOLDER=.tools/axe-core

missing() {
    echo "missing: $1" >&2
    exit 1
}

chromium=${CHROMIUM:-/usr/bin/chromium}
if [ ! -x "$chromium" ]; then
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null ||
        missing "$chromium (on Debian: apt install chromium; elsewhere set CHROMIUM to a Chromium)"
    echo "installs Debian's Chromium"
    apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium >/dev/null ||
        missing "Chromium, and apt could not fetch it"
fi

right() {
    [ -f "$1" ] && echo "$AXE_SHA256  $1" | sha256sum --check --status
}

if ! right "$FOLDER/axe.min.js"; then
    command -v npm >/dev/null || missing "npm, which fetches axe-core (on Debian: apt install npm)"
    mkdir -p "$FOLDER"
    (cd "$FOLDER" && npm pack --silent "axe-core@$AXE" >/dev/null && tar -xzf "axe-core-$AXE.tgz" --strip-components 1 \
        package/axe.min.js package/LICENSE && rm "axe-core-$AXE.tgz") || missing "axe-core, and npm could not fetch it"
    right "$FOLDER/axe.min.js" || missing "axe-core $AXE as it should be: what npm brought has another sha256"
fi
