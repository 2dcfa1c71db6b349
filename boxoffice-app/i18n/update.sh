#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# update.sh LUPDATE [FOLDER…]: brings the translations beside the code up to it, from the root of the
# working copy. A folder's texts are in FOLDER/NAME_LANGUAGE.ts, so that two who add texts to two
# screens touch no file together. English has texts only where there are plurals.
set -eu
lupdate=$1
shift
if [ $# -eq 0 ]; then
    set -- boxoffice-app/shell boxoffice-app/screens/* shared/qt/desk shared/qt/sale shared/qt/payment \
        shared/qt/till shared/qt/orders shared/qt/inventory shared/qt/plot shared/qt/setup shared/qt/staff \
        shared/qt/seat_map shared/qt/print
fi
for folder; do
    [ -d "$folder" ] || continue
    name=$(basename "$folder")
    grep -qE '\btr\(|Q_DECLARE_TR_FUNCTIONS' "$folder"/*.cpp "$folder"/*.h 2>/dev/null || continue
    for language in de fr es ar; do
        "$lupdate" -silent -I . -no-obsolete -locations none -source-language en \
            -target-language "$language" "$folder" -ts "$folder/${name}_$language.ts"
    done
    if grep -q '%n' "$folder"/*.cpp; then
        "$lupdate" -silent -I . -no-obsolete -locations none -pluralonly -source-language en \
            -target-language en "$folder" -ts "$folder/${name}_en.ts"
    fi
done
