import type { Identity } from "../identity/identity.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { networkEndpoint } from "../stamp/authority.ts";
import type { Stamp } from "../stamp/stamp.ts";
import type { AzTraits } from "./versions.ts";

/** One az command: its arguments without `az`, and what it reads from standard input. */
export interface AzCommand {
  /** What the command does, for log and errors; the arguments may be long. */
  readonly name: string;
  readonly args: readonly string[];
  readonly input?: string;
  /** The same for older versions of az, tried when this az does not know the arguments. */
  readonly older?: AzCommand;
}

export interface CommandResult {
  readonly exitCode: number;
  /** What az wrote to standard error. */
  readonly errors: string;
  /** The process ended without an answer. */
  readonly stopped: boolean;
}

/**
 * Registers the stamp as a cloud, every endpoint given, so that az has nothing to ask for.
 *
 * @param exists the machine's own configuration has a cloud of that name, which az refuses to register again
 */
export function registerCloud(
  inputs: Inputs,
  stamp: Stamp,
  identity: Identity,
  traits: AzTraits,
  exists: boolean,
): AzCommand {
  const args = [
    "cloud",
    exists ? "update" : "register",
    `--name=${inputs.cloudName}`,
    `--endpoint-resource-manager=${stamp.endpoint}`,
    `--endpoint-active-directory=${networkEndpoint(stamp.authority)}`,
    `--endpoint-active-directory-resource-id=${stamp.audience}`,
    `--endpoint-active-directory-graph-resource-id=${stamp.graph}`,
    `--suffix-storage-endpoint=${stamp.storageSuffix}`,
    `--suffix-keyvault-dns=${stamp.keyvaultSuffix}`,
    `--profile=${identity.profile}`,
  ];
  if (stamp.gallery !== undefined) args.push(`--endpoint-gallery=${stamp.gallery}`);
  // az keeps clouds with Python's configparser, which takes a single % for the start of a reference.
  const aliases = inputs.vmImageAliasDoc?.replaceAll("%", "%%");
  if (aliases !== undefined) args.push(`--endpoint-vm-image-alias-doc=${aliases}`);
  if (traits.skipsDiscovery) args.push("--skip-endpoint-discovery");
  return { name: `cloud ${exists ? "update" : "register"}`, args };
}

export function setCloud(cloudName: string): AzCommand {
  return { name: "cloud set", args: ["cloud", "set", `--name=${cloudName}`] };
}

/**
 * @param pemPath the certificate credential's file, which az reads again for each new token
 */
export function login(inputs: Inputs, identity: Identity, traits: AzTraits, pemPath: string | undefined): AzCommand {
  const { credential } = inputs;
  const args = ["login", "--service-principal", `--username=${credential.clientId}`, `--tenant=${identity.tenantId}`];
  if (inputs.allowNoSubscriptions) args.push("--allow-no-subscriptions");
  if (credential.kind === "secret")
    return { name: "login", args: [...args, "--password=@-"], input: credential.secret };
  const older: AzCommand = { name: "login", args: [...args, `--password=${pemPath}`] };
  if (traits.certificateFlag === false) return older;
  return { name: "login", args: [...args, `--certificate=${pemPath}`], ...(traits.certificateFlag ? {} : { older }) };
}

export function setSubscription(id: string): AzCommand {
  return { name: "account set", args: ["account", "set", `--subscription=${id}`] };
}
