#!/bin/sh
# man.sh - the man page, from what --help says.
vanban=${OUT:-build}/vanban
page() { # TEXT as man's own words: what begins with a dot or a backslash is text
    sed -e 's/\\/\\e/g' -e 's/^\([.'"'"']\)/\\\&\1/'
}
echo ".TH VANBAN 1 \"\" \"$("$vanban" --version)\""
echo '.SH NAME'
echo 'vanban \- Vietnamese administrative documents (Decree 30/2020/ND-CP) from XML'
echo '.SH SYNOPSIS'
echo '.nf'
"$vanban" --help --lang en | page
for command in render check schema dump; do
    echo '.fi'
    echo ".SH $(echo $command | tr a-z A-Z)"
    echo '.nf'
    "$vanban" $command --help --lang en | page
done
echo '.fi'
