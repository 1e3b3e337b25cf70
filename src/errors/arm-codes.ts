import type { armFailures } from "./arm.ts";

/**
 * The codes of Azure Resource Manager by the error that they lead to ("Troubleshoot common Azure deployment errors" in
 * Microsoft's documentation, and answers that users pasted into reports).
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
