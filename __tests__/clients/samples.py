"""Logs in like Microsoft's samples for Azure Stack Hub, with all of their imports, and lists groups."""
import json

from azure.identity import ClientSecretCredential
from azure.keyvault.secrets import SecretClient  # noqa: F401
from azure.mgmt.compute import ComputeManagementClient  # noqa: F401
from azure.mgmt.compute.models import DiskCreateOption  # noqa: F401
from azure.mgmt.keyvault import KeyVaultManagementClient
from azure.mgmt.network import NetworkManagementClient  # noqa: F401
from azure.mgmt.resource import ResourceManagementClient
from azure.mgmt.resource.resources.models import Deployment, DeploymentMode  # noqa: F401
from azure.mgmt.storage import StorageManagementClient  # noqa: F401
from azure.profiles import KnownProfiles
from msrestazure.azure_cloud import get_cloud_from_metadata_endpoint

with open("azureSecretSpConfig.json") as file:
    config = json.load(file)
endpoints = get_cloud_from_metadata_endpoint(config["resourceManagerEndpointUrl"]).endpoints
credential = ClientSecretCredential(
    client_id=config["clientId"],
    client_secret=config["clientSecret"],
    tenant_id=config["tenantId"],
    authority=endpoints.active_directory,
)
KnownProfiles.default.use(KnownProfiles.v2020_09_01_hybrid)
asked = {
    "base_url": endpoints.resource_manager,
    "credential_scopes": [f"openid profile offline_access {endpoints.active_directory_resource_id}/.default"],
}
resources = ResourceManagementClient(credential, config["subscriptionId"], **asked)
resources.resource_groups.create_or_update("from-samples", {"location": config["location"]})
print("Groups:", [group.name for group in resources.resource_groups.list()])
vaults = KeyVaultManagementClient(credential, config["subscriptionId"], **asked).vaults
print("Vaults:", [vault.name for vault in vaults.list()])
