"""Logs in like the azure_rm_* modules of Ansible 2.9, and lists subscriptions. The modules need an older Python."""
from ansible.module_utils.azure_rm_common import AzureRMAuth

auth = AzureRMAuth()
endpoint = auth._cloud_environment.endpoints.resource_manager.rstrip("/")
answer = auth.azure_credentials.signed_session().get(f"{endpoint}/subscriptions?api-version=2016-06-01")
print("Subscriptions:", answer.status_code, len(answer.json()["value"]), auth.subscription_id)
