/**
 * The az commands of the matrix: what users do on a stamp after the login, in an order in which each command finds what
 * it needs. The run replaces `{names}`.
 */

export interface Command {
  /** The group of commands, as az names it: a row of the table. */
  readonly family: string;
  readonly line: string;
  /** A text that the output must contain. If absent, the exit code 0 is enough. */
  readonly holds?: string;
}

/** `family | command line | text that the output contains` */
const LINES = `
account | account show | {subscription}
account | account list | {subscription}
account | account list-locations | local
account | account get-access-token | accessToken
cloud | cloud show | {endpoint}
group | group create -n {group} -l local --tags a=1 | Succeeded
group | group list | {group}
group | group show -n {group} | {group}
group | group exists -n {group} | true
group | group update -n {group} --set tags.b=2 | "b": "2"
provider | provider list | Microsoft.Compute
provider | provider show -n Microsoft.Storage | Registered
provider | provider register -n Microsoft.KeyVault --wait
provider | provider operation list
feature | feature list
tag | tag create -n cost
tag | tag list | cost
tag | tag delete -n cost -y
storage account | storage account check-name -n {account} | "nameAvailable": true
storage account | storage account create -n {account} -g {group} -l local --sku Standard_LRS | Succeeded
storage account | storage account list -g {group} | {account}
storage account | storage account show -n {account} -g {group} | blob.local.azurestack.external
storage account | storage account keys list -n {account} -g {group} | key1
storage account | storage account keys renew -n {account} -g {group} --key secondary | key2
storage account | storage account show-connection-string -n {account} -g {group} | EndpointSuffix=local.azurestack.external
storage account | storage account update -n {account} -g {group} --tags c=3 | "c": "3"
storage container | storage container create -n box --account-name {account} | "created": true
storage container | storage container list --account-name {account} | box
storage container | storage container exists -n box --account-name {account} | true
storage container | storage container generate-sas -n box --account-name {account} --permissions rl --expiry 2099-01-01 | sig=
storage blob | storage blob upload -c box -n note.txt -f {file} --account-name {account} | etag
storage blob | storage blob list -c box --account-name {account} | note.txt
storage blob | storage blob show -c box -n note.txt --account-name {account} | BlockBlob
storage blob | storage blob exists -c box -n note.txt --account-name {account} | true
storage blob | storage blob download -c box -n note.txt -f {file}.back --account-name {account}
storage blob | storage blob metadata update -c box -n note.txt --metadata d=4 --account-name {account} | etag
storage blob | storage blob url -c box -n note.txt --account-name {account} | blob.local.azurestack.external
storage blob | storage blob generate-sas -c box -n note.txt --account-name {account} --permissions r --expiry 2099-01-01 | sig=
storage blob | storage blob delete -c box -n note.txt --account-name {account}
storage container | storage container delete -n box --account-name {account} | "deleted": true
keyvault | keyvault create -n {vault} -g {group} -l local | {vault}
keyvault | keyvault list -g {group} | {vault}
keyvault | keyvault show -n {vault} | {vault}
keyvault | keyvault set-policy -n {vault} --spn {client} --secret-permissions get list set delete | {vault}
keyvault secret | keyvault secret set --vault-name {vault} -n s1 --value v1 | v1
keyvault secret | keyvault secret show --vault-name {vault} -n s1 | v1
keyvault secret | keyvault secret list --vault-name {vault} | s1
keyvault secret | keyvault secret delete --vault-name {vault} -n s1 | s1
keyvault | keyvault delete-policy -n {vault} --object-id {object} | {vault}
keyvault | keyvault delete -n {vault}
network | network vnet create -g {group} -n net --address-prefixes 10.0.0.0/16 --subnet-name one --subnet-prefixes 10.0.0.0/24 | Succeeded
network | network vnet list -g {group} | net
network | network vnet show -g {group} -n net | 10.0.0.0/16
network | network vnet subnet create -g {group} --vnet-name net -n two --address-prefixes 10.0.1.0/24 | Succeeded
network | network vnet subnet list -g {group} --vnet-name net | two
network | network nsg create -g {group} -n wall | Succeeded
network | network nsg rule create -g {group} --nsg-name wall -n ssh --priority 1000 --access Allow --protocol Tcp --destination-port-ranges 22 | Succeeded
network | network nsg rule list -g {group} --nsg-name wall | ssh
network | network public-ip create -g {group} -n address | Succeeded
network | network public-ip show -g {group} -n address | ipAddress
network | network nic create -g {group} -n card --vnet-name net --subnet one --network-security-group wall --public-ip-address address | Succeeded
network | network nic list -g {group} | card
network | network lb create -g {group} -n balance --public-ip-address front | Succeeded
network | network lb show -g {group} -n balance | frontendI
network | network route-table create -g {group} -n ways | Succeeded
network | network list-usages -l local | limit
vm image | vm image list-publishers -l local | Canonical
vm image | vm image list-offers -l local -p Canonical | UbuntuServer
vm image | vm image list-skus -l local -p Canonical -f UbuntuServer | 18.04-LTS
vm image | vm image list -l local -p Canonical -f UbuntuServer --all | 18.04.202212090
vm image | vm image show -l local --urn Canonical:UbuntuServer:18.04-LTS:latest | Linux
vm | vm list-sizes -l local | Standard_D1_v2
vm | vm list-usage -l local | cores
vm | vm availability-set create -g {group} -n set --platform-fault-domain-count 2 --platform-update-domain-count 2 | set
vm | vm create -g {group} -n vm1 --image Canonical:UbuntuServer:18.04-LTS:latest --size Standard_D1_v2 --admin-username operator --admin-password Passw0rd!Passw0rd! --nics card --authentication-type password | running
vm | vm list -g {group} | vm1
vm | vm show -g {group} -n vm1 -d | running
vm | vm get-instance-view -g {group} -n vm1 | PowerState/running
vm | vm stop -g {group} -n vm1
vm | vm deallocate -g {group} -n vm1
vm | vm start -g {group} -n vm1
vm | vm restart -g {group} -n vm1
vm | vm create -g {group} -n vm2 --image Canonical:UbuntuServer:18.04-LTS:latest --size Standard_D1_v2 --admin-username operator --generate-ssh-keys | running
vm | vm list-ip-addresses -g {group} | vm1
vm | vm delete -g {group} -n vm1 -y
disk | disk create -g {group} -n data --size-gb 10 | Succeeded
disk | disk list -g {group} | data
disk | disk show -g {group} -n data | 10
vm | vm disk attach -g {group} --vm-name vm2 --name data
disk | snapshot create -g {group} -n copy --source data | Succeeded
deployment | deployment group validate -g {group} -f {template} -p name=made | Succeeded
deployment | deployment group create -g {group} -n d1 -f {template} -p name=made | made-net
deployment | deployment group show -g {group} -n d1 | Succeeded
deployment | deployment group list -g {group} | d1
deployment | deployment operation group list -g {group} -n d1 | Succeeded
deployment | deployment group export -g {group} -n d1 | contentVersion
resource | resource list -g {group} | made-net
resource | resource show -g {group} -n made-net --resource-type Microsoft.Network/virtualNetworks | made-net
resource | resource tag -g {group} -n made-net --resource-type Microsoft.Network/virtualNetworks --tags e=5 | "e": "5"
resource | resource delete -g {group} -n made-net --resource-type Microsoft.Network/virtualNetworks
role | role definition list -n Contributor | b24988ac
role | role assignment create --assignee {user} --role Reader --scope {scope} | acdd72a7
rest | rest --method put --url {endpoint}{scope}/providers/Microsoft.Authorization/roleAssignments/{guid}?api-version=2015-07-01 --body @{assignment} --resource {audience} | {guid}
role | role assignment list --scope {scope} | Reader
role | role assignment list --assignee {user} --scope {scope} | Reader
role | role assignment delete --assignee {user} --role Reader --scope {scope}
ad | ad sp show --id {client} | {client}
lock | lock create -n keep -g {group} --lock-type CanNotDelete | CanNotDelete
lock | lock list -g {group} | keep
lock | lock delete -n keep -g {group}
rest | rest --method get --url {endpoint}/subscriptions/{subscription}/resourcegroups?api-version=2019-10-01 --resource {audience} | {group}
storage account | storage account delete -n {account} -g {group} -y
group | group delete -n {group} -y
`;

export const COMMANDS: readonly Command[] = LINES.trim()
  .split("\n")
  .map((text) => {
    const [family = "", line = "", holds] = text.split(" | ");
    return { family, line, ...(holds === undefined ? {} : { holds }) };
  });
