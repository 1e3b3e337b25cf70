/** Fixes for refusals of a stamp's Azure Resource Manager, and for subscriptions and profiles. */
import { answered, armRefusal } from "../answers/answer.ts";
import { answer, METADATA } from "../support.ts";
import { ALWAYS, AT_AZ, type Fix, LOGGED_IN, remove, suggested } from "./fix.ts";

const RETIRED = { id: "7f4f1b62-2f0c-4c55-9d35-5c1f6c2a9d01", name: "Retired Offer", state: "Disabled" } as const;
const team = (digit: number) =>
  ({ id: `2b6a1e0f-93d4-4a7e-8a55-6b3a4f0d7c0${digit}`, name: "Team", state: "Enabled" }) as const;

/** Providers are registered while az logs in, and an az that fails is reported first. */
const REGISTERING = { az: "answers", next: LOGGED_IN } as const;
const removed = remove("register-providers", /from register-providers|remove (?:it from )?register-providers/);

export const STAMP: readonly Fix[] = [
  {
    code: "AZS215",
    name: "a stamp that names no tenant",
    faults: () => [{ match: { path: /^\/subscriptions\/0{8}-/ }, times: ALWAYS, effect: answer(401, "{}") }],
    follow: (_, { emulator }) => ({ inputs: { "tenant-id": emulator.tenantDomain } }),
    next: AT_AZ,
  },
  {
    code: "AZS410",
    name: "a login without a subscription",
    stamp: { subscriptions: "none" },
    follow: (text) => ({ inputs: { "allow-no-subscriptions": suggested(text, /allow-no-subscriptions: (\w+)/) } }),
    next: AT_AZ,
  },
  {
    code: "AZS411",
    name: "another subscription",
    inputs: { "subscription-id": "Production" },
    follow: (text) => ({ inputs: { "subscription-id": /"Default[^"]*" \(([\w-]+), Enabled\)/.exec(text)?.[1] ?? "" } }),
    next: AT_AZ,
  },
  {
    code: "AZS412",
    name: "a name of two subscriptions",
    stamp: { subscriptions: [team(1), team(2)] },
    inputs: { "subscription-id": "Team" },
    follow: (text) => ({ inputs: { "subscription-id": /named "Team": ([\w-]+)/.exec(text)?.[1] ?? "" } }),
    next: AT_AZ,
  },
  {
    code: "AZS414",
    name: "API versions that fit no profile",
    faults: () => [
      {
        match: { path: /\/providers\/Microsoft\.Resources$/ },
        times: ALWAYS,
        effect: answered(200, { resourceTypes: [{ resourceType: "resourceGroups", apiVersions: ["2014-04-01"] }] }),
      },
    ],
    follow: () => ({ inputs: { profile: "2108" } }),
    next: AT_AZ,
  },
  {
    code: "AZS470",
    name: "a subscription of another tenant",
    faults: ({ tenantId }) => [
      {
        match: { path: /\/providers\/Microsoft\.Resources$/, authorized: true },
        effect: armRefusal(
          401,
          "InvalidAuthenticationTokenTenant",
          `The access token is from the wrong issuer 'https://sts.windows.net/x/'. It must match the tenant 'https://sts.windows.net/${tenantId}/' associated with this subscription.`,
        ),
      },
    ],
    follow: (text) => ({ inputs: { "tenant-id": suggested(text, /set tenant-id to ([\w-]+)/) } }),
    next: AT_AZ,
  },
  {
    code: "AZS475",
    name: "a disabled subscription",
    stamp: { subscriptions: [RETIRED, team(1)] },
    inputs: { "subscription-id": RETIRED.id },
    faults: () => [
      {
        match: { path: new RegExp(`${RETIRED.id}/providers`) },
        times: ALWAYS,
        effect: armRefusal(409, "ReadOnlyDisabledSubscription", "It is marked as read only."),
      },
    ],
    follow: () => ({ inputs: { "subscription-id": team(1).id } }),
    next: AT_AZ,
  },
  {
    code: "AZS212",
    name: "metadata that is unavailable for a while",
    faults: () => [{ match: METADATA, times: 4, effect: answer(503, "") }],
    follow: () => ({}),
    next: AT_AZ,
  },
  {
    code: "AZS474",
    name: "a subscription that was deleted a moment ago",
    stamp: { subscriptions: [team(1), team(2)] },
    faults: () => [
      {
        match: { path: new RegExp(`${team(1).id}/providers`) },
        times: ALWAYS,
        effect: armRefusal(404, "SubscriptionNotFound", "It could not be found."),
      },
    ],
    follow: (text) => ({ inputs: { [suggested(text, /set (subscription-id) to another/)]: team(2).id } }),
    next: AT_AZ,
  },
  {
    code: "AZS430",
    name: "no right to register",
    stamp: { role: "Reader" },
    inputs: { "register-providers": "Microsoft.KeyVault" },
    follow: removed,
    ...REGISTERING,
  },
  {
    code: "AZS431",
    name: "no such provider",
    inputs: { "register-providers": "Microsoft.KeyValt" },
    follow: (text) => ({ inputs: { [suggested(text, /correct (register-providers)/)]: "Microsoft.KeyVault" } }),
    ...REGISTERING,
  },
  {
    code: "AZS432",
    name: "a provider that the offer does not include",
    stamp: { notOffered: ["Microsoft.Storage"] },
    inputs: { "register-providers": "Microsoft.Storage" },
    follow: removed,
    ...REGISTERING,
  },
  {
    code: "AZS434",
    name: "no subscription to register in",
    stamp: { subscriptions: "none" },
    inputs: { "register-providers": "Microsoft.KeyVault", "allow-no-subscriptions": "true" },
    follow: removed,
    next: AT_AZ,
  },
];
