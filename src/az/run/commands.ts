import { azFailures } from "../../errors/az.ts";
import type { ProvableCredential } from "../../inputs/credential.ts";
import type { Ended } from "../../io/supervision.ts";
import { networkEndpoint } from "../../stamp/authority.ts";
import type { Profile } from "../../stamp/profiles.ts";
import type { Stamp } from "../../stamp/stamp.ts";
import type { AzTraits } from "../find/versions.ts";

/** One az command: its arguments without `az`, and what it reads from standard input. */
export interface AzCommand {
  /** Names the command in the log and in errors, where its arguments may be too long. */
  readonly name: string;
  readonly args: readonly string[];
  readonly input?: string;
  /** Called with what the command writes to standard error while it runs; in a session only. */
  readonly heard?: (text: string) => void;
  /** The same command for older versions of az, tried if this az does not know the arguments. */
  readonly older?: AzCommand;
  /** Time limit; undefined: the one for all az commands. */
  readonly withinMs?: number;
}

export interface CommandResult {
  readonly exitCode: number;
  /** The command's result. */
  readonly output: string;
  /** What az wrote to standard error. */
  readonly errors: string;
  /** The `error` code of an authority that refused (RFC 6749, section 5.2); empty if az does not tell. */
  readonly reason: string;
  /** The process ended without an answer. */
  readonly stopped: boolean;
  /** Set if the step ended it. */
  readonly ended?: Ended | undefined;
}

/**
 * A device code is valid for 15 minutes (Entra, AD FS), and az polls until then. The limit keeps a hostile authority
 * that declares a code valid for longer from stalling the step.
 */
const DEVICE_CODE_MS = 16 * 60_000;

/** How to register the stamp's cloud. */
export interface CloudOptions {
  readonly cloudName: string;
  /** URL of a document with aliases of images. */
  readonly vmImageAliasDoc: string | undefined;
}

interface LoginOptions {
  readonly credential: ProvableCredential;
  readonly allowNoSubscriptions: boolean;
}

/**
 * Registers the stamp as a cloud with every endpoint, so that az does not query any metadata. The endpoints go in as a
 * JSON document because no az that serves stamps has an option for Microsoft Graph (azure-cli, cloud/custom.py,
 * _build_cloud).
 *
 * @param exists whether the machine's own configuration has a cloud of that name, which az refuses to register again
 */
export function registerCloud(
  cloud: CloudOptions,
  stamp: Stamp,
  profile: Profile,
  traits: AzTraits,
  exists: boolean,
): AzCommand {
  const name = `cloud ${exists ? "update" : "register"}`;
  const args = [
    ...name.split(" "),
    option("name", cloud.cloudName),
    // az takes the profile from the document, but rejects an unknown one only if it is given as an option.
    option("profile", profile),
    "--cloud-config=@-",
  ];
  if (traits.skipsDiscovery) args.push("--skip-endpoint-discovery");
  return { name, args, input: JSON.stringify(cloudOf(cloud, stamp, profile)) };
}

function cloudOf({ vmImageAliasDoc }: CloudOptions, stamp: Stamp, profile: Profile) {
  return {
    profile,
    endpoints: {
      resourceManager: stamp.endpoint,
      activeDirectory: networkEndpoint(stamp.authority),
      activeDirectoryResourceId: stamp.audience,
      activeDirectoryGraphResourceId: stamp.graph,
      microsoftGraphResourceId: stamp.microsoftGraph,
      ...(stamp.gallery === undefined ? {} : { gallery: stamp.gallery }),
      // az keeps clouds with Python's configparser, which takes a single % for the start of a reference.
      ...(vmImageAliasDoc === undefined ? {} : { vmImageAliasDoc: vmImageAliasDoc.replaceAll("%", "%%") }),
    },
    suffixes: { storageEndpoint: stamp.storageSuffix, keyvaultDns: stamp.keyvaultSuffix },
  };
}

/** @param profile the new profile of a cloud that was registered with another one */
export function setCloud(cloudName: string, profile?: Profile): AzCommand {
  const args = ["cloud", "set", option("name", cloudName)];
  return { name: "cloud set", args: profile === undefined ? args : [...args, option("profile", profile)] };
}

/**
 * @param proof the certificate's file, which az reads again for each new token, or the ID token; unused for other
 *   credentials
 */
export function login(
  { credential, allowNoSubscriptions }: LoginOptions,
  { tenantId }: { readonly tenantId: string },
  traits: AzTraits,
  proof = "",
): AzCommand {
  const name = "login";
  const common = [option("tenant", tenantId), ...(allowNoSubscriptions ? ["--allow-no-subscriptions"] : [])];
  const application = [name, "--service-principal", option("username", credential.clientId), ...common];
  switch (credential.kind) {
    case "secret":
      return { name, args: [...application, "--password=@-"], input: credential.secret };
    case "certificate": {
      const older: AzCommand = { name, args: [...application, option("password", proof)] };
      if (traits.certificateFlag === false) return older;
      const args = [...application, option("certificate", proof)];
      return traits.certificateFlag ? { name, args } : { name, args, older };
    }
    case "oidc":
      return { name, args: [...application, "--federated-token=@-"], input: proof };
    case "password": {
      const args = [name, option("username", credential.username), ...common, "--password=@-"];
      return { name, args, input: credential.password };
    }
  }
}

/** Allows no subscriptions: without the flag az would fail a login that the step has yet to judge. */
export function loginWithDeviceCode({ tenant }: Pick<Stamp, "tenant">): AzCommand {
  const args = ["login", "--use-device-code", option("tenant", tenant), "--allow-no-subscriptions"];
  return { name: "login", args, withinMs: DEVICE_CODE_MS };
}

/** A token for the stamp from az's own cache. */
export function getAccessToken({ audience }: Pick<Stamp, "audience">): AzCommand {
  const args = ["account", "get-access-token", option("resource", audience), "--output=json"];
  return { name: "account get-access-token", args };
}

export function setSubscription(id: string): AzCommand {
  return { name: "account set", args: ["account", "set", option("subscription", id)] };
}

/** az reads the file that a value names after `@` (knack, parser.py): a stamp's metadata must not choose one. */
function option(name: string, value: string): string {
  if (value.startsWith("@")) throw azFailures.readsFile({ option: `--${name}`, value });
  return `--${name}=${value}`;
}
