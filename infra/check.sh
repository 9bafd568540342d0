#!/bin/sh
# Format, build, lint of all Bicep and parameter files, and every query of alerts and runbooks; every warning is an error. Without Azure,
# without network once packages are restored.
set -eu
cd "$(dirname "$0")"
tests=../tests/Enrollment.Functions.Tests

if [ -z "${BICEP:-}" ]; then
    # the package that central package management pins
    BICEP=$(dotnet msbuild "$tests" -getProperty:BicepPath -nologo)
    if [ ! -f "$BICEP" ]; then
        dotnet restore "$tests" -v quiet
        BICEP=$(dotnet msbuild "$tests" -getProperty:BicepPath -nologo)
    fi
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
faults=0

fault() {
    echo "$1" >&2
    faults=$((faults + 1))
}

# The compiler ends with 0 after warnings, and says nothing when there is none.
quietly() {
    "$BICEP" "$@" >"$scratch/said" 2>&1 && ! grep -q 'Warning\|Error' "$scratch/said" || fault "$(sed "s|$scratch/||" "$scratch/said")"
}

# In a copy, a call for many files: a call takes seconds, and some write.
cp ./*.bicep ./*.bicepparam bicepconfig.json "$scratch"
quietly lint --pattern "$scratch/*.bicep"
quietly build "$scratch/main.bicep"
quietly build-params --pattern "$scratch/*.bicepparam"
quietly format --pattern "$scratch/*.bicep*"
for file in *.bicep *.bicepparam; do
    cmp -s "$file" "$scratch/$file" || fault "$file is not formatted: bicep format infra/$file"
done
[ "$faults" -eq 0 ] || exit 1
echo "$(ls ./*.bicep | wc -l) modules and $(ls ./*.bicepparam | wc -l) parameter files: formatted, built, no warning"

[ -f kql/node_modules/.package-lock.json ] || (cd kql && npm ci --no-audit --no-fund --loglevel=error)
node kql/check.js "$scratch/main.json" ../docs/runbooks
