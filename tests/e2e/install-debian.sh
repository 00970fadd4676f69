#!/bin/sh
# The programs that the tests in a real terminal use. Where they cannot be had, those tests skip and say so.
missing=
command -v tmux >/dev/null || missing="$missing tmux"
command -v screen >/dev/null || missing="$missing screen"
[ -x /usr/sbin/sshd ] || command -v sshd >/dev/null || missing="$missing openssh-server"
command -v ssh >/dev/null || missing="$missing openssh-client"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing; } >/dev/null 2>&1 ||
    echo "could not install$missing: the tests that need them will skip"
else
  echo "not installed:$missing: the tests that need them will skip"
fi
exit 0
