import type { armFailures } from "./arm.ts";

/**
 * What the codes of Azure Resource Manager mean, by the error that they become ("Troubleshoot common Azure deployment
 * errors" of Microsoft's documentation, and answers that users pasted into reports).
 */
export const ARM_CODES = {
  noRight: ["AuthorizationFailed", "LinkedAuthorizationFailed"],
  otherTenant: ["InvalidAuthenticationTokenTenant"],
  expired: ["ExpiredAuthenticationToken"],
  otherAudience: ["InvalidAuthenticationTokenAudience"],
  subscriptionNotFound: ["SubscriptionNotFound", "InvalidSubscriptionId"],
  subscriptionDisabled: ["ReadOnlyDisabledSubscription", "DisabledSubscription", "SubscriptionDisabled"],
  tokenRefused: ["InvalidAuthenticationToken", "AuthenticationFailed", "AuthenticationFailedInvalidHeader"],
} as const satisfies Readonly<Record<keyof typeof armFailures, readonly string[]>>;
