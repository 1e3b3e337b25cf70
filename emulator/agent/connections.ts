/** What a job gets besides variables: service connections, secure files, and the agent's own connection. */

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
  /** The job downloads the file with it. */
  readonly ticket: string;
}

/** The connection that agent and tasks use to talk to Azure DevOps. */
export interface SystemConnection {
  readonly url: string;
  readonly accessToken: string;
}

/** Authorization parameters that are not secret (MaskingUtil.cs). All others are masked, including client IDs. */
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
