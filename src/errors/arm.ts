import { failure } from "./failure.ts";

/** `answer` is Azure Resource Manager's own code and message. */
type Refused = { readonly endpoint: string; readonly answer: string };
const said = (answer: string): string => `\nAzure Resource Manager says: ${answer}`;

/** `AZS47x`: refusals of a stamp's Azure Resource Manager, by its own code. */
export const armFailures = {
  otherTenant: failure(
    "AZS470",
    "Token from another tenant",
    ({ endpoint, tenant, answer }: Refused & { tenant: string }) => ({
      problem: `the subscription at ${endpoint} belongs to another tenant than the one that issued the token.${said(answer)}`,
      fix: `set tenant-id to ${tenant}, and have the application registered there; or set subscription-id to a subscription of the tenant that you log in to.`,
    }),
  ),
  expired: failure("AZS471", "Token expired for the stamp", ({ endpoint, answer }: Refused) => ({
    problem: `by the clock of ${endpoint}, the token that was just issued has expired or is not valid yet.${said(answer)}`,
    fix: "ask the stamp's operator to correct the stamp's time (its NTP server): it differs from the time of the authority that issued the token. The runner's clock is not the cause.",
  })),
  otherAudience: failure("AZS472", "Token for another audience", ({ endpoint, answer }: Refused) => ({
    problem: `${endpoint} does not accept tokens for the audience that its own metadata names.${said(answer)}`,
    fix: "ask the stamp's operator to compare the audience in the metadata with the one that Azure Resource Manager accepts.",
  })),
  noRight: failure(
    "AZS473",
    "Permission missing",
    ({ endpoint, action, scope, answer }: Refused & { action: string; scope: string }) => ({
      problem: `the login is accepted at ${endpoint}, but lacks the right ${action} over ${scope}.${said(answer)}`,
      fix: `give the service principal or user a role that has it, such as Reader for an action that ends in /read, over ${scope}; a new role takes effect after some minutes.`,
    }),
  ),
  subscriptionNotFound: failure("AZS474", "Subscription not found", ({ endpoint, answer }: Refused) => ({
    problem: `${endpoint} does not find the subscription that it listed itself.${said(answer)}`,
    fix: "run the job again, because the subscription may just have been deleted; if it fails again, set subscription-id to another, or ask the stamp's operator about this one.",
  })),
  subscriptionDisabled: failure("AZS475", "Subscription disabled", ({ endpoint, answer }: Refused) => ({
    problem: `the subscription at ${endpoint} is disabled.${said(answer)}`,
    fix: "ask the stamp's operator to enable the subscription, or set subscription-id to another.",
  })),
  tokenRefused: failure("AZS413", "Azure Resource Manager refused the token", ({ endpoint, answer }: Refused) => ({
    problem: `${endpoint} does not accept the token that the authority issued.${said(answer)}`,
    fix: "do as the answer says. If it says that no token arrived, check whether a gateway removes the header Authorization. If it gives no reason, check that tenant-id is the tenant of this stamp, or leave it out: azs-login then asks the stamp.",
  })),
};
