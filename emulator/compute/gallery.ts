/**
 * Images of the stamp's marketplace: publishers, offers, SKUs and versions. On a real stamp its operator chooses them.
 */
import { armError } from "../arm/errors.ts";
import type { Query } from "../arm/kinds.ts";
import type { SubscriptionCall } from "../arm/routes.ts";
import { json, type StampResponse } from "../http.ts";

/** publisher:offer:sku:version */
const IMAGES: readonly string[] = [
  "Canonical:UbuntuServer:18.04-LTS:18.04.202109180",
  "Canonical:UbuntuServer:18.04-LTS:18.04.202212090",
  "Canonical:0001-com-ubuntu-server-jammy:22_04-lts:22.04.202401010",
  "MicrosoftWindowsServer:WindowsServer:2019-Datacenter:17763.5329.240101",
];
const LEVELS = ["publishers", "artifacttypes/vmimage/offers", "skus", "versions"];
const NAMES = ["publisher", "offer", "sku", "version"];
const BASE = "locations/{location}";

/** The four lists, and the call of one version. */
export const GALLERY_QUERIES: readonly Query[] = [
  ...LEVELS.map((_, level) => query(pathTo(level), (call) => level2list(call, level))),
  query(`${pathTo(3)}/{version}`, version),
];

/** The version that an image reference stands for (`latest`: the newest), or undefined. */
export function findImage(publisher: string, offer: string, sku: string, version: string): string | undefined {
  const wanted = [publisher, offer, sku].join(":").toLowerCase();
  const versions = IMAGES.map((image) => image.split(":"))
    .filter((parts) => parts.slice(0, 3).join(":").toLowerCase() === wanted)
    .map((parts) => parts[3] ?? "");
  return version.toLowerCase() === "latest" ? versions.toSorted().at(-1) : versions.find((one) => one === version);
}

function query(pattern: string, answer: Query["answer"]): Query {
  return { method: "GET", namespace: "Microsoft.Compute", pattern, type: "locations/publishers", answer };
}

/** `locations/{location}/publishers/{publisher}/artifacttypes/vmimage/offers/…` */
function pathTo(level: number): string {
  const parts = LEVELS.slice(0, level + 1).map((name, index) => (index < level ? `${name}/{${NAMES[index]}}` : name));
  return [BASE, ...parts].join("/");
}

function level2list(call: SubscriptionCall, level: number): StampResponse {
  const wanted = NAMES.slice(0, level).map((name) => call.parameters[name]?.toLowerCase());
  const found = IMAGES.map((image) => image.split(":")).filter((parts) =>
    wanted.every((name, index) => parts[index]?.toLowerCase() === name),
  );
  if (found.length === 0) return armError(404, "NotFound", `Artifact: ${NAMES[level]} was not found.`);
  const names = [...new Set(found.map((parts) => parts[level] ?? ""))].toSorted();
  const { $top: top = String(names.length), $orderby: order = "" } = Object.fromEntries(call.request.query);
  const ordered = / desc$/i.test(order) ? names.toReversed() : names;
  return json(
    200,
    ordered.slice(0, Number(top)).map((name) => entry(call, name)),
  );
}

function version(call: SubscriptionCall): StampResponse {
  const { publisher = "", offer = "", sku = "", version: wanted = "" } = call.parameters;
  const found = findImage(publisher, offer, sku, wanted);
  if (found === undefined) return imageNotFound([publisher, offer, sku, wanted].join(":"));
  const system = publisher.startsWith("Microsoft") ? "Windows" : "Linux";
  const properties = { osDiskImage: { operatingSystem: system, sizeInGb: 31 }, dataDiskImages: [] };
  return json(200, { ...entry(call, found), properties });
}

export function imageNotFound(image: string): StampResponse {
  const words = `The platform image '${image}' is not available. Verify that all fields in the storage profile are correct.`;
  return armError(404, "PlatformImageNotFound", words);
}

function entry({ subscription, stamp, request }: SubscriptionCall, name: string): Record<string, unknown> {
  const path = decodeURIComponent(request.path).split("/providers/")[1] ?? "";
  const id = `/Subscriptions/${subscription.id}/Providers/${path.endsWith(`/${name}`) ? path : `${path}/${name}`}`;
  return { id, name, location: stamp.options.region };
}
