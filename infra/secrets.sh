#!/bin/sh
# Puts the secrets that can be made up into the vault, where they are missing, and names those that only somebody else can give.
# Usage: infra/secrets.sh VAULT NAME...   (both are outputs of the deployment: docs/azure.md)
set -eu
[ $# -ge 2 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 2; }
vault=$1
shift
# Asked once, and the script ends when it is not answered: a secret that could not be seen must not be made anew.
there=$(az keyvault secret list --vault-name "$vault" --query '[].name' --output tsv)

missing=0
for name in "$@"; do
    if printf '%s\n' "$there" | grep -qx "$name"; then
        echo "there      $name"
        continue
    fi
    case $name in
        personal-data-*)
            # From standard input, so that it stands in no list of processes.
            openssl rand -base64 32 | tr -d '\n' |
                az keyvault secret set --vault-name "$vault" --name "$name" --file /dev/stdin --encoding utf-8 --output none
            echo "made       $name"
            ;;
        *)
            echo "to be put  $name"
            missing=$((missing + 1))
            ;;
    esac
done
[ "$missing" -eq 0 ] || { echo "$missing to be put: az keyvault secret set --vault-name $vault --name NAME --file FILE" >&2; exit 1; }
