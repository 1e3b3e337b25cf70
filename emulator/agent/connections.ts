/** What a job is given besides variables: service connections, secure files, and the agent's own connection. */

export interface ServiceConnection {
  readonly id: string;
  readonly name: string;
  /** `AzureRM` for Azure Resource Manager. */
  readonly type: string;
  readonly url: string;
  readonly authorization: {
    /** `ServicePrincipal`, `WorkloadIdentityFederation`, `ManagedServiceIdentity`, … */
    readonly scheme: string;
    readonly parameters: Readonly<Record<string, string>>;
  };
  readonly data: Readonly<Record<string, string>>;
}

export interface SecureFile {
  readonly id: string;
  readonly name: string;
  /** Lets this job download it. */
  readonly ticket: string;
}

/** The connection by which agent and tasks talk to Azure DevOps. */
export interface SystemConnection {
  readonly url: string;
  readonly accessToken: string;
}

/** Authorization parameters that are no secrets (MaskingUtil.cs); all others are masked, client IDs too. */
const PUBLIC_PARAMETERS = new Set([
  "role",
  "scope",
  "tenantid",
  "issuedat",
  "expiresat",
  "audience",
  "authenticationtype",
  "authorizationtype",
  "accesstokentype",
  "accesstokenfetchingmethod",
  "usewindowssecurity",
  "unsecured",
  "oauthaccesstokenissupplied",
  "completecallbackpayload",
  "acceptuntrustedcertificates",
]);

/** The values of a connection that are masked in the whole job, whether a step uses it or not (Worker.cs). */
export function secretsOf({ authorization }: ServiceConnection): readonly string[] {
  const parameters = Object.entries(authorization.parameters);
  return parameters.filter(([name]) => !PUBLIC_PARAMETERS.has(name.toLowerCase())).map(([, value]) => value);
}
