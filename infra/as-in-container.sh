#!/bin/sh
# as-in-container.sh COMMAND...: runs it as the container does: without root, capabilities, or anything to write on but /tmp.
# Without root there is nothing to give up; the root file system then stays as it is.
set -eu
[ "$(id -u)" = 0 ] || exec "$@"
# shellcheck disable=SC2016 # expanded by the inner shell
exec unshare --mount sh -euc '
    mount -o remount,ro,bind /
    mount -t tmpfs -o size=64m tmpfs /tmp
    export HOME=/ TMPDIR=/tmp
    exec setpriv --reuid=65534 --regid=65534 --clear-groups --bounding-set=-all --inh-caps=-all --no-new-privs -- "$@"
' sh "$@"
