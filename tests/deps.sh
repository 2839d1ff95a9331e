#!/bin/sh
# deps.sh PACKAGE... - asks which Debian packages are missing and installs them,
# with sudo when not root; says what it does. Silent when nothing is missing. A
# command of that name, from wherever, is as good as the package.
missing=
for p in "$@"; do
    command -v "$p" >/dev/null && continue
    dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null | grep -qx installed || missing="$missing $p"
done
[ -n "$missing" ] || exit 0
echo "installing:$missing"
root=
[ "$(id -u)" = 0 ] || root=sudo
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
$root apt-get install -qq -y --no-install-recommends $missing >/dev/null 2>&1 && exit 0
$root apt-get update -qq && exec $root apt-get install -qq -y --no-install-recommends $missing >/dev/null
