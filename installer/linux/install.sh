#!/bin/sh
# Installs the till for the person who runs it; no root. Part of the .run, which calls it with the arguments after "--".
#   --prefix DIR     instead of ~/.local
#   --uninstall      remove it; the shop's data is kept
set -eu
name=pos-app
prefix=${HOME:?}/.local
remove=no
while [ $# -gt 0 ]; do
  case $1 in
    --prefix) prefix=${2:?--prefix needs a folder}; shift 2 ;;
    --uninstall) remove=yes; shift ;;
    *) echo "There is no option $1; there are --prefix DIR and --uninstall." >&2; exit 2 ;;
  esac
done
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
program=$prefix/lib/$name
menu=$prefix/share/applications/$name.desktop

forget() {
  rm -f "$prefix/bin/$name" "$menu" "$prefix/share/man/man1/$name.1.gz"
  for picture in "$prefix"/share/icons/hicolor/*/apps/$name.png "$prefix"/share/icons/hicolor/scalable/apps/$name.svg; do
    rm -f "$picture"
  done
  rm -rf "$program"
}

if [ "$remove" = yes ]; then
  forget
  echo "Removed. The shop's data is kept, in ${XDG_DATA_HOME:-$HOME/.local/share}/$name."
  exit 0
fi

# All is copied beside before anything changes: a full disk leaves the old program as it was.
mkdir -p "$prefix/lib" "$prefix/bin" "$prefix/share/applications"
fresh=$(mktemp -d "$prefix/lib/.$name.XXXXXX")
trap 'rm -rf "$fresh"' EXIT
cp -a program/. "$fresh/"
chmod 755 "$fresh"
cp -a licences install.sh "$fresh/"
old=
if [ -e "$program" ]; then
  old=$(mktemp -d "$prefix/lib/.$name.XXXXXX")
  mv "$program" "$old/"
fi
mv "$fresh" "$program"
[ -z "$old" ] || rm -rf "$old"
ln -sfn "../lib/$name/$name" "$prefix/bin/$name"
cp -R share/. "$prefix/share/"
# Menus start it by its whole path: not every session has ~/.local/bin on its PATH.
sed "s|^Exec=.*|Exec=\"$prefix/bin/$name\"|" "share/applications/$name.desktop" > "$menu"
cat <<END
Installed. Start it from the menu, or with
  $prefix/bin/$name
Remove it with
  sh $program/install.sh --uninstall$([ "$prefix" = "$HOME/.local" ] || echo " --prefix $prefix")
END
