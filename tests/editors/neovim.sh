#!/bin/sh
# Holds a conversation with `gainsay lsp` in a real editor, Neovim 0.10 or later, without a screen.
#
# Usage: tests/editors/neovim.sh [GAINSAY [NVIM]]
# Without arguments it takes target/debug/gainsay and the nvim on the path. Exit code 77: there is no such editor.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
gainsay=${1:-$here/../../target/debug/gainsay}
nvim=${2:-nvim}

if ! command -v "$nvim" >/dev/null; then
  echo "skipped: there is no $nvim" >&2
  exit 77
fi
if ! "$nvim" --headless -u NONE -i NONE -c 'exe "cq" !has("nvim-0.10")'; then
  echo "skipped: $nvim is older than 0.10" >&2
  exit 77
fi
if ! command -v "$gainsay" >/dev/null; then
  echo "there is no $gainsay: cargo build makes one" >&2
  exit 2
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Nothing of the person's own settings, state and logs.
XDG_CONFIG_HOME="$folder/xdg" XDG_STATE_HOME="$folder/xdg" XDG_DATA_HOME="$folder/xdg" NVIM_LOG_FILE="$folder/log" \
  "$nvim" --headless -u NONE -i NONE -n -l "$here/neovim.lua" "$gainsay" "$folder"
