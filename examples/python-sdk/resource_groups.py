"""Creates a resource group, lists the groups of the subscription, and deletes the group again.

For Azure Stack Hub 2102 and later, with Microsoft Entra ID or AD FS, with a client secret or a certificate. It reads
all settings from variables that azs-login exports to the later steps of a job.
"""

import json
import os
import uuid
from urllib.request import urlopen

from azure.identity import EnvironmentCredential
from azure.mgmt.resource import ResourceManagementClient
from azure.profiles import KnownProfiles

ENDPOINT = os.environ["ARM_ENDPOINT"]
GROUP = f"azs-login-{uuid.uuid4().hex[:8]}"


def audience():
    """The audience of tokens for the stamp's Resource Manager."""
    with urlopen(f"{ENDPOINT}/metadata/endpoints?api-version=2015-01-01") as answer:
        return json.load(answer)["authentication"]["audiences"][0]


def main():
    client = ResourceManagementClient(
        EnvironmentCredential(),
        os.environ["AZURE_SUBSCRIPTION_ID"],
        base_url=ENDPOINT,
        # For stamps before 2102 use v2019_03_01_hybrid, before 1904 v2018_03_01_hybrid.
        profile=KnownProfiles.v2020_09_01_hybrid,
        credential_scopes=[f"{audience()}/.default"],
    )
    made = client.resource_groups.create_or_update(GROUP, {"location": os.environ["AZURE_RESOURCE_LOCATION"]})
    print(f"Created {made.id}")
    try:
        print("Groups:", [group.name for group in client.resource_groups.list()])
    finally:
        client.resource_groups.begin_delete(GROUP).result()
        print(f"Deleted {GROUP}")


if __name__ == "__main__":
    main()
