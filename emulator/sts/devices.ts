/**
 * The device code flow (RFC 8628): a user enters a code in a browser, and the device polls until the user has done so.
 */

import { randomBytes, randomUUID } from "node:crypto";
import type { DeviceFlow, User, UserGrant } from "../stamp/people.ts";
import type { Stamp } from "../stamp/state.ts";
import { publicClient, type UserRefusal } from "./users.ts";

export const DEVICE_CODE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

/** Begins a flow for the public client that the request names. */
export function startFlow(form: URLSearchParams, stamp: Stamp): DeviceFlow | UserRefusal {
  const clientId = publicClient(form, stamp);
  if (typeof clientId !== "string") return clientId;
  const flow: DeviceFlow = {
    deviceCode: randomUUID(),
    userCode: randomBytes(5).toString("hex").toUpperCase().slice(0, 9),
    clientId,
    scope: form.get("scope") ?? "",
    expires: stamp.options.now() + stamp.options.deviceCodeLifetime * 1000,
    outcome: "pending",
  };
  stamp.deviceFlows.push(flow);
  return flow;
}

/** The answer that a device gets; it names the page on which the user enters the code. */
export function flowDocument(flow: DeviceFlow, stamp: Stamp, page: string): Record<string, unknown> {
  return {
    user_code: flow.userCode,
    device_code: flow.deviceCode,
    verification_uri: page,
    expires_in: stamp.options.deviceCodeLifetime,
    interval: stamp.options.deviceCodeInterval,
    message: `To sign in, use a web browser to open the page ${page} and enter the code ${flow.userCode} to authenticate.`,
  };
}

/** Does what the user with the code does in the browser: approves or declines all waiting flows. */
export function decideFlows(stamp: Stamp, outcome: User | "declined"): void {
  for (const flow of stamp.deviceFlows) if (flow.outcome === "pending") flow.outcome = outcome;
}

/** `grant_type=urn:ietf:params:oauth:grant-type:device_code`. A code can be used once. */
export function judgeDeviceCode(form: URLSearchParams, stamp: Stamp): UserGrant | UserRefusal {
  const clientId = publicClient(form, stamp);
  if (typeof clientId !== "string") return clientId;
  const flow = stamp.deviceFlows.find((candidate) => candidate.deviceCode === form.get("device_code"));
  if (flow === undefined || flow.clientId !== clientId || flow.outcome === "spent") return { kind: "unknown-code" };
  if (flow.expires <= stamp.options.now()) return { kind: "expired-code" };
  if (flow.outcome === "pending" || flow.outcome === "declined") return { kind: flow.outcome };
  const user = flow.outcome;
  flow.outcome = "spent";
  return { kind: "granted", method: "user", user, clientId, scope: flow.scope };
}
