#!/bin/sh
# Makes .venv from uv.lock. uv itself comes by pip into .tools/uv when it is not there.
set -eu

missing() {
    echo "missing: $1" >&2
    exit 1
}

python3 -c '' 2>/dev/null || missing "python3, 3.11 or newer"
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    missing "python3 3.11 or newer (this one is $(python3 -c 'import platform; print(platform.python_version())'))"

uv=$(command -v uv || true)
if [ -z "$uv" ]; then
    uv=.tools/uv/bin/uv
    if [ ! -x "$uv" ]; then
        python3 -c 'import ensurepip, venv' 2>/dev/null || missing "python3's venv (on Debian: apt install python3-venv)"
        rm -rf .tools/uv
        python3 -m venv .tools/uv
        .tools/uv/bin/python -m pip install --quiet --disable-pip-version-check uv ||
            missing "uv, and pip could not fetch it"
    fi
fi

# This python3, not whichever uv would find or fetch.
python=$(python3 -c 'import sys; print(sys.executable)')
UV_PROJECT_ENVIRONMENT=.venv exec "$uv" sync --quiet --locked --all-extras --compile-bytecode --python "$python"
