#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# as_clang.sh CLANG GCC COMMAND…: runs a command that compiles with GCC so that it compiles with clang.
# CMake knows one C++ compiler for a whole build; tests are compiled by another (tests/CMakeLists.txt).
set -eu
clang=$1
gcc=$2
shift 2
before=
for argument; do
    shift
    # A precompiled header that is there is found while it is compiled anew, and would depend on itself.
    case $before$argument in
    -o*.gch) rm -f -- "$argument" ;;
    esac
    before=$argument
    case $argument in
    "$gcc") set -- "$@" "$clang" ;;
    --param=*) ;;
    *) set -- "$@" "$argument" ;;
    esac
done
# It knows other warnings, and counts changes of sign among conversions.
exec "$@" -Wno-unknown-warning-option -Wno-sign-conversion
