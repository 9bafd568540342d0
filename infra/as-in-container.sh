#!/bin/sh
# as-in-container.sh COMMAND...: runs it as the container does: without root, capabilities, or anything to write on but /tmp.
# Without root there is nothing to give up; without the right to mount, the root file system stays as it is.
set -eu
[ "$(id -u)" = 0 ] || exec "$@"
drop="setpriv --reuid=65534 --regid=65534 --clear-groups --bounding-set=-all --inh-caps=-all --no-new-privs --"
clone=$(cd "$(dirname "$0")/.." && pwd)
export HOME=/ TMPDIR=/tmp DROP="$drop" CLONE="$clone"
unshare --mount true 2>/dev/null || exec $drop "$@"
# shellcheck disable=SC2016 # expanded by the inner shell
exec unshare --mount sh -euc '
    mount --bind "$CLONE" /mnt
    mount -o remount,ro,bind /
    mount -t tmpfs -o size=64m tmpfs /tmp
    # a clone below /tmp would be hidden by it
    case $CLONE in /tmp/*)
        mkdir -p "$CLONE"
        mount --bind /mnt "$CLONE"
        mount -o remount,ro,bind "$CLONE" ;;
    esac
    umount /mnt
    exec $DROP "$@"
' sh "$@"
