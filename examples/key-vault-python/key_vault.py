"""Makes a key vault, keeps a secret in it, reads it back, and takes everything away again.

Azure Stack Hub 2102 and later, on Microsoft Entra ID and on AD FS, with a client secret or a certificate. All it needs to
know is in variables that azs-login exports to the later steps of a job.
"""

import json
import os
import time
import uuid
from urllib.request import urlopen

from azure.identity import EnvironmentCredential
from azure.keyvault.secrets import SecretClient
from azure.mgmt.keyvault import KeyVaultManagementClient
from azure.mgmt.resource import ResourceManagementClient
from azure.profiles import KnownProfiles

ENDPOINT = os.environ["ARM_ENDPOINT"]
SUBSCRIPTION = os.environ["AZURE_SUBSCRIPTION_ID"]
LOCATION = os.environ["AZURE_RESOURCE_LOCATION"]
# A vault wants the tenant's GUID. AZURE_TENANT_ID is the word "adfs" on AD FS.
TENANT = os.environ["ARM_TENANT_ID"]
OBJECT = os.environ["AZURE_OBJECT_ID"]

SUFFIX = uuid.uuid4().hex[:8]
GROUP = f"azs-login-{SUFFIX}"
VAULT = f"azs-{SUFFIX}"


def audience():
    """What tokens for the stamp's Resource Manager are issued for."""
    with urlopen(f"{ENDPOINT}/metadata/endpoints?api-version=2015-01-01") as answer:
        return json.load(answer)["authentication"]["audiences"][0]


def register(resources, namespace):
    """A new subscription may not have the provider yet; registering it takes a while."""
    resources.providers.register(namespace)
    while resources.providers.get(namespace).registration_state != "Registered":
        time.sleep(1)


def make_vault(vaults):
    """The application that is logged in may do everything with the vault's secrets."""
    policy = {"tenant_id": TENANT, "object_id": OBJECT, "permissions": {"secrets": ["all"]}}
    properties = {"tenant_id": TENANT, "sku": {"family": "A", "name": "standard"}, "access_policies": [policy]}
    return vaults.begin_create_or_update(GROUP, VAULT, {"location": LOCATION, "properties": properties}).result()


def work(vaults, credential):
    """The walk-through of the documentation."""
    vault = make_vault(vaults)
    print(f"Made {vault.id}")

    # A stamp's data plane knows no API version after 7.1, and its challenge names an audience that is not below the
    # vault's own domain.
    secrets = SecretClient(vault.properties.vault_uri, credential, api_version="2016-10-01", verify_challenge_resource=False)
    secrets.set_secret("sample", "a value nobody knows")
    if secrets.get_secret("sample").value != "a value nobody knows":
        raise SystemExit("the secret came back changed")
    print("Set a secret and got it back")

    print("Vaults:", [found.name for found in vaults.list()])
    vaults.delete(GROUP, VAULT)
    print("Vaults:", [found.name for found in vaults.list()])


def main():
    credential = EnvironmentCredential()
    options = {
        "base_url": ENDPOINT,
        "profile": KnownProfiles.v2020_09_01_hybrid,
        "credential_scopes": [f"{audience()}/.default"],
    }
    resources = ResourceManagementClient(credential, SUBSCRIPTION, **options)
    vaults = KeyVaultManagementClient(credential, SUBSCRIPTION, **options).vaults

    register(resources, "Microsoft.KeyVault")
    resources.resource_groups.create_or_update(GROUP, {"location": LOCATION})
    print(f"Made {GROUP}")
    try:
        work(vaults, credential)
    finally:
        resources.resource_groups.begin_delete(GROUP).result()
        print(f"Deleted {GROUP}")


if __name__ == "__main__":
    main()
