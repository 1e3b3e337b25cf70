/** The users of a stamp's authority, and the logins that they have begun. */

export interface User {
  /** The user principal name, lower case. */
  readonly name: string;
  readonly password: string;
  readonly objectId: string;
  /** Whether signing in requires more than the password. */
  readonly secondFactor: boolean;
}

export interface UserGrant {
  readonly kind: "granted";
  readonly method: "user";
  readonly user: User;
  readonly clientId: string;
  /** The requested scope: from this request, or from the one that began the flow. */
  readonly scope: string;
}

export interface DeviceFlow {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly clientId: string;
  readonly scope: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
  outcome: "pending" | "declined" | "spent" | User;
}
