import { failure } from "./failure.ts";

type Providers = { readonly namespaces: string; readonly subscription: string; readonly answer: string };
const said = (answer: string): string => `\nThe stamp says: ${answer}`;

/** `AZS43x`: registering resource providers. `answer` is the stamp's own message. */
export const providerFailures = {
  refused: failure("AZS430", "No right to register providers", ({ namespaces, subscription, answer }: Providers) => ({
    problem: `the login may not register ${namespaces} in subscription ${subscription}.${said(answer)}`,
    fix: "give the service principal the role Contributor in the subscription (or one with the action */register/action), have somebody with that role register them once, or remove them from register-providers.",
  })),
  unknown: failure("AZS431", "Unknown resource provider", ({ namespaces, subscription, answer }: Providers) => ({
    problem: `the stamp knows no resource provider ${namespaces} for subscription ${subscription}.${said(answer)}`,
    fix: "correct register-providers (az provider list shows the providers of the stamp), or ask the stamp's operator to install the provider and to add its service to a plan of the subscription's offer.",
  })),
  notOffered: failure(
    "AZS432",
    "Resource provider is not offered",
    ({ namespaces, subscription, answer }: Providers) => ({
      problem: `the offer of subscription ${subscription} does not include ${namespaces}.${said(answer)}`,
      fix: "ask the stamp's operator to add the service to a plan of the offer, set subscription-id to a subscription that has it, or remove it from register-providers.",
    }),
  ),
  notInTime: failure(
    "AZS433",
    "Providers not registered in time",
    ({ states, subscription, minutes }: { states: string; subscription: string; minutes: string }) => ({
      problem: `${minutes} minutes after registering began, subscription ${subscription} has ${states}.`,
      fix: "run the job again, which waits again; if the state remains, ask the stamp's operator to check the resource provider.",
    }),
  ),
  noSubscription: failure(
    "AZS434",
    "No subscription to register providers in",
    ({ namespaces }: { namespaces: string }) => ({
      problem: `register-providers asks for ${namespaces}, but this login sees no subscription to register them in.`,
      fix: "give the service principal a role in a subscription of the stamp, or remove register-providers.",
    }),
  ),
  failed: failure("AZS435", "Registering a provider failed", ({ namespaces, subscription, answer }: Providers) => ({
    problem: `registering ${namespaces} in subscription ${subscription} failed.${said(answer)}`,
    fix: "do as the stamp's answer says; a subscription that is disabled must be enabled by the stamp's operator first.",
  })),
};
