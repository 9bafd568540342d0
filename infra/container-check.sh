#!/bin/sh
# Publishes the local build as the Dockerfile does, takes every right to write away, starts it in a cage, and looks.
set -eu
cd "$(dirname "$0")/.."
cluster=tests/Enrollment.DevCluster
app=artifacts/container/app

[ ! -d "$app" ] || { chmod -R u+w "$app" && rm -rf "$app"; }
dotnet build "$cluster" -v quiet -nologo
dotnet publish functions/Enrollment.Functions -c Release -p:RunAnalyzers=false -v quiet -nologo -o "$app"
[ "$(id -u)" != 0 ] || chown -R root:root "$app"
chmod -R a-w,a+rX "$app"
# not `dotnet run`: killed itself, it would leave what it runs behind
exec dotnet "$cluster/bin/Debug/net10.0/Enrollment.DevCluster.dll" container-check "$app"
