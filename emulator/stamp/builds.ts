/**
 * Which API versions each build of Azure Stack Hub supports.
 *
 * Resource Manager's own list is the one that stamps print in `InvalidApiVersionParameter`. Stamps before 2102 printed
 * the list that ends at 2018-09-01 (microsoft/azure-pipelines-extensions#929, of April 2021), later ones the list that
 * ends at 2020-06-01 (Azure/azure-cli#25572). No list of an 1808 or an older build is public. For these builds the list
 * is cut after 2018-02-01 and 2016-02-01, the versions that the profiles of those builds pin. Stamps print `2015-11-01`
 * twice more at the end, and so does this list.
 *
 * Resource types have the versions that the API profiles of those builds pin (azure-cli, `profiles/_shared.py`). A real
 * provider supports more versions, older and intermediate ones. Here a version that no profile needs is refused.
 */

export type Build = "1807" | "1808" | "2008" | "2311";

export interface ResourceType {
  readonly name: string;
  readonly apiVersions: readonly string[];
}

export interface Provider {
  readonly namespace: string;
  readonly types: readonly ResourceType[];
}

const EVERY_BUILD = [
  ...["2016-02-01", "2015-11-01", "2015-01-01", "2014-04-01-preview", "2014-04-01", "2014-01-01", "2013-03-01"],
  ...["2014-02-26", "2014-04"],
];
const SINCE_1808 = [
  ...["2018-02-01", "2018-01-01", "2017-12-01", "2017-08-01", "2017-06-01", "2017-05-10", "2017-05-01", "2017-03-01"],
  ...["2016-09-01", "2016-07-01", "2016-06-01"],
];
const SINCE_2008 = ["2018-09-01", "2018-08-01", "2018-07-01", "2018-06-01", "2018-05-01"];
const SINCE_2102 = [
  ...["2020-06-01", "2020-05-01", "2020-01-01", "2019-11-01", "2019-10-01", "2019-09-01", "2019-08-01", "2019-07-01"],
  ...["2019-06-01", "2019-05-10", "2019-05-01", "2019-03-01", "2018-11-01"],
];

/** Newest first, in the order in which a stamp prints them. */
const RESOURCE_MANAGER: Readonly<Record<Build, readonly string[]>> = {
  "1807": EVERY_BUILD,
  "1808": [...SINCE_1808, ...EVERY_BUILD],
  "2008": [...SINCE_2008, ...SINCE_1808, ...EVERY_BUILD],
  "2311": [...SINCE_2102, ...SINCE_2008, ...SINCE_1808, ...EVERY_BUILD, "2015-11-01", "2015-11-01"],
};

/**
 * Tenants, subscriptions and their locations. Every hybrid profile pins 2016-06-01. It is not known whether a stamp
 * answers these calls in newer versions of the list above too, so this emulator does not.
 */
const SUBSCRIPTIONS = ["2016-06-01", "2015-11-01", "2015-01-01"];

type Versions = Readonly<Record<Build, readonly string[]>>;

const COMPUTE: Versions = {
  "1807": ["2016-03-30"],
  "1808": ["2017-03-30", "2016-03-30"],
  "2008": ["2017-12-01", "2017-03-30", "2016-03-30"],
  "2311": ["2020-06-01", "2017-12-01", "2017-03-30", "2016-03-30"],
};
const NETWORK: Versions = {
  "1807": ["2015-06-15"],
  "1808": ["2017-10-01", "2015-06-15"],
  "2008": ["2017-10-01", "2015-06-15"],
  "2311": ["2018-11-01", "2017-10-01", "2015-06-15"],
};
const NETWORK_PARTS = ["virtualNetworks/subnets", "networkSecurityGroups/securityRules", "routeTables/routes"];
/** Disks have versions of their own in the profiles of 2019 and 2020. Builds before 1808 have no disks. */
const DISKS: Versions = {
  "1807": [],
  "1808": ["2017-03-30"],
  "2008": ["2017-03-30"],
  "2311": ["2019-07-01", "2017-03-30"],
};
const SKUS: Versions = {
  "1807": [],
  "1808": ["2017-03-30"],
  "2008": ["2017-09-01", "2017-03-30"],
  "2311": ["2019-04-01", "2017-09-01"],
};
const STORAGE: Versions = {
  "1807": ["2016-01-01"],
  "1808": ["2016-01-01"],
  "2008": ["2017-10-01", "2016-01-01"],
  "2311": ["2019-06-01", "2017-10-01", "2016-01-01"],
};
/**
 * az pins 2016-10-01 in every hybrid profile; the documentation, the definition of the profile 2020-09-01-hybrid and
 * the SDKs made from it say 2019-09-01.
 */
const keyVaultVersions = (build: Build) => (build < "2102" ? ["2016-10-01"] : ["2019-09-01", "2016-10-01"]);

/** API versions of Resource Manager's own calls: resource groups, providers, deployments, resource lists. */
export function resourceManagerVersions(build: Build): readonly string[] {
  return RESOURCE_MANAGER[build];
}

/** Every profile has 2015-07-01 for role assignments and definitions. */
export const AUTHORIZATION_VERSIONS: readonly string[] = ["2015-07-01"];

/** API versions of `/tenants`, `/subscriptions` and `/subscriptions/{id}/locations`. */
export function subscriptionVersions(): readonly string[] {
  return SUBSCRIPTIONS;
}

/**
 * API versions of `https://<vault>/secrets`, newest first. A stamp of early 2023 said that 7.1 is its newest
 * (azure-sdk-for-python#28595). For builds before 2102, only 2016-10-01 is known (azure-sdk-for-go#991).
 */
export function secretVersions(build: Build): readonly string[] {
  return build < "2102" ? ["2016-10-01"] : ["7.1", "7.0", "2016-10-01"];
}

/**
 * The newest `x-ms-version` that a stamp's storage accepts: those of the profiles, and for 2102 and later the one in
 * the documentation of storage differences ("2019-07-07 and older").
 */
export function newestStorageVersion(build: Build): string {
  return { "1807": "2015-04-05", "1808": "2017-04-17", "2008": "2017-11-09", "2311": "2019-07-07" }[build];
}

/** Every provider that a user's subscription can see on this build. */
export function providersOf(build: Build): readonly Provider[] {
  const own = unique(RESOURCE_MANAGER[build]);
  const types = (apiVersions: readonly string[], ...names: string[]) => names.map((name) => ({ name, apiVersions }));
  return [
    {
      namespace: "Microsoft.Resources",
      types: [
        ...types(SUBSCRIPTIONS, "tenants", "locations", "subscriptions", "subscriptions/locations"),
        ...types(own, "providers", "checkresourcename", "resources", "subscriptions/resources"),
        ...types(own, "subscriptions/providers", "subscriptions/operationresults", "resourceGroups"),
        ...types(own, "subscriptions/resourceGroups", "subscriptions/resourcegroups/resources", "deployments"),
      ],
    },
    {
      namespace: "Microsoft.Compute",
      types: [
        ...types(COMPUTE[build], "availabilitySets", "images", "virtualMachines", "virtualMachines/extensions"),
        ...types(COMPUTE[build], "virtualMachineScaleSets", "locations", "locations/usages", "locations/vmSizes"),
        ...types(COMPUTE[build], "locations/publishers", "locations/operations"),
        ...types(DISKS[build], "disks", "snapshots"),
        ...types(SKUS[build], "skus"),
      ],
    },
    {
      namespace: "Microsoft.Network",
      types: [
        ...types(NETWORK[build], "virtualNetworks", "networkInterfaces", "publicIPAddresses", "loadBalancers"),
        ...types(NETWORK[build], "networkSecurityGroups", "routeTables", "locations", "locations/usages"),
        ...types(NETWORK[build], ...NETWORK_PARTS),
        ...types(["2016-04-01"], "dnsZones"),
      ],
    },
    {
      namespace: "Microsoft.Storage",
      types: types(
        STORAGE[build],
        "storageAccounts",
        "checkNameAvailability",
        "usages",
        "locations",
        "locations/usages",
      ),
    },
    {
      namespace: "Microsoft.Authorization",
      types: [
        ...types(AUTHORIZATION_VERSIONS, "roleAssignments", "roleDefinitions", "permissions"),
        ...types(["2016-09-01", "2015-01-01"], "locks"),
      ],
    },
    {
      namespace: "Microsoft.KeyVault",
      types: types(keyVaultVersions(build), "vaults", "vaults/secrets", "operations"),
    },
  ];
}

/** Metadata versions that return an object, on every build. */
export const OBJECT_METADATA_VERSIONS: readonly string[] = ["1.0", "2015-01-01"];

/**
 * Metadata versions that return an array, only on builds 2008 and later: az 2.9 (2020) was the first client that
 * requested one. It is not published which of the 2019-style versions each build supports. These are the ones that
 * clients request from a stamp (azure-sdk-for-java 2019-10-01, Terraform and azure-sdk-for-go 2020-06-01, azure-cli
 * 2019-05-01).
 */
export function arrayMetadataVersions(build: Build): readonly string[] {
  return build < "2008" ? [] : ["2019-05-01", "2019-10-01", "2020-06-01"];
}

function unique(versions: readonly string[]): readonly string[] {
  return [...new Set(versions)];
}
