/** The people that a stamp's authority knows, and the logins that they have begun. */

export interface User {
  /** The user principal name, lower case. */
  readonly name: string;
  readonly password: string;
  readonly objectId: string;
  /** Whether signing in takes more than the password. */
  readonly secondFactor: boolean;
}

export interface UserGrant {
  readonly kind: "granted";
  readonly method: "user";
  readonly user: User;
  readonly clientId: string;
  /** What was asked for: in this request, or where the flow began. */
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
