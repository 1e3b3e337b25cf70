"""Creates a key vault, stores a secret in it, reads it back, and deletes everything again.

For Azure Stack Hub 2102 and later, with Microsoft Entra ID or AD FS, with a client secret or a certificate. It reads
all settings from variables that azs-login exports to the later steps of a job.
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
# A vault needs the GUID of the tenant. On AD FS, AZURE_TENANT_ID is the word "adfs".
TENANT = os.environ["ARM_TENANT_ID"]
OBJECT = os.environ["AZURE_OBJECT_ID"]

SUFFIX = uuid.uuid4().hex[:8]
GROUP = f"azs-login-{SUFFIX}"
VAULT = f"azs-{SUFFIX}"


def audience():
    """The audience of tokens for the stamp's Resource Manager."""
    with urlopen(f"{ENDPOINT}/metadata/endpoints?api-version=2015-01-01") as answer:
        return json.load(answer)["authentication"]["audiences"][0]


def register(resources, namespace):
    """Registers the provider if the subscription does not have it yet. That takes a while."""
    resources.providers.register(namespace)
    while resources.providers.get(namespace).registration_state != "Registered":
        time.sleep(1)


def make_vault(vaults):
    """Gives the logged-in application all permissions for the vault's secrets."""
    policy = {"tenant_id": TENANT, "object_id": OBJECT, "permissions": {"secrets": ["all"]}}
    properties = {"tenant_id": TENANT, "sku": {"family": "A", "name": "standard"}, "access_policies": [policy]}
    return vaults.begin_create_or_update(GROUP, VAULT, {"location": LOCATION, "properties": properties}).result()


def work(vaults, credential):
    """The steps of Microsoft's sample."""
    vault = make_vault(vaults)
    print(f"Created {vault.id}")

    # A stamp's data plane supports API versions up to 7.1. Its challenge names an audience outside the vault's domain.
    secrets = SecretClient(vault.properties.vault_uri, credential, api_version="2016-10-01", verify_challenge_resource=False)
    secrets.set_secret("sample", "a value nobody knows")
    if secrets.get_secret("sample").value != "a value nobody knows":
        raise SystemExit("the secret has another value than before")
    print("Stored a secret and read it back")

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
    print(f"Created {GROUP}")
    try:
        work(vaults, credential)
    finally:
        resources.resource_groups.begin_delete(GROUP).result()
        print(f"Deleted {GROUP}")


if __name__ == "__main__":
    main()
