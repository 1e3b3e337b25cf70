/** Answers of Entra and AD FS that refuse a login, in the words of public reports, with replaced identifiers. */

export interface AuthorityAnswer {
  readonly credential:
    | "secret"
    | "certificate"
    | "oidc"
    | "password"
    | "adfs secret"
    | "adfs certificate"
    | "adfs password";
  /** `error_description` of the answer, without the trace. */
  readonly says: string;
  /** The error of the catalogue. */
  readonly becomes: string;
  /** The problem or the fix must contain this: the cause, or what helps. */
  readonly tells: readonly (string | RegExp)[];
}

const CLIENT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
const TENANT = "11111111-2222-3333-4444-555555555555";
const STAMP = `https://management.contoso.onmicrosoft.com/${TENANT}`;
const KEY = "Thumbprint of key used by client: '0123456789ABCDEF0123456789ABCDEF01234567'";
const FOUND = "Found key 'Start=01/28/2018 16:00:00, End=01/28/2019 16:00:00'";
const GRAPH = `Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '${CLIENT}'`;
const SUBJECT =
  "presented assertion subject 'repo:org/repo:environment:Prod'. Check your federated identity credential Subject, Audience and Issuer against the presented assertion.";

type Row = readonly [code: string, sentence: string, becomes: string, ...tells: (string | RegExp)[]];

const of = (credential: AuthorityAnswer["credential"], rows: readonly Row[]): readonly AuthorityAnswer[] =>
  rows.map(([code, sentence, becomes, ...tells]) => ({ credential, says: `${code}: ${sentence}`, becomes, tells }));

export const AUTHORITY_ANSWERS: readonly AuthorityAnswer[] = [
  ...of("secret", [
    [
      "AADSTS7000215",
      "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.",
      "AZS401",
      "not its ID",
    ],
    ["AADSTS7000222", `The provided client secret keys for app '${CLIENT}' are expired.`, "AZS402", "new secret"],
    [
      "AADSTS70002",
      "Error validating credentials. AADSTS50012: Invalid client secret is provided.",
      "AZS401",
      "client-secret",
    ],
    ["AADSTS50012", "Authentication failed.", "AZS401", "client-secret"],
    [
      "AADSTS700016",
      `Application with identifier '${CLIENT}' was not found in the directory 'Contoso'.`,
      "AZS403",
      "tenant-id",
    ],
    [
      "AADSTS70001",
      `Application with identifier '${CLIENT}' was not found in the directory ${TENANT}`,
      "AZS403",
      "client-id",
    ],
    [
      "AADSTS700038",
      "00000000-0000-0000-0000-000000000000 is not a valid application identifier.",
      "AZS403",
      "client-id",
    ],
    [
      "AADSTS7000229",
      `The client application ${CLIENT} is missing service principal in the tenant ${TENANT}. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119`,
      "AZS440",
      "az ad sp create --id",
    ],
    [
      "AADSTS7000217",
      `The service principal named ${CLIENT} was not found in the tenant named Contoso.`,
      "AZS440",
      "az ad sp create --id",
    ],
    [
      "AADSTS7000112",
      `Application '${CLIENT}'(ci) is disabled.`,
      "AZS441",
      "accountEnabled=true",
      "A new secret or certificate changes nothing",
    ],
    ["AADSTS7000116", `Client application '${CLIENT}'(ci) is disabled in tenant Contoso.`, "AZS441", "enable it"],
    ["AADSTS7000117", `Resource application '${STAMP}'(stamp) is disabled in tenant Contoso.`, "AZS442", "operator"],
    [
      "AADSTS500014",
      `The service principal for resource '${STAMP}' is disabled. This indicate that a subscription within the tenant has lapsed.`,
      "AZS442",
      "lapsed",
    ],
    [
      "AADSTS90002",
      `Tenant '${TENANT}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
      "AZS404",
      "tenant-id",
    ],
    [
      "AADSTS900023",
      "Specified tenant identifier 'nonsense' is neither a valid DNS name, nor a valid external domain.",
      "AZS404",
      "tenant-id",
    ],
    [
      "AADSTS50059",
      "No tenant-identifying information found in either the request or implied by any provided credentials.",
      "AZS404",
      "tenant-id",
    ],
    [
      "AADSTS5000225",
      "This tenant has been blocked due to inactivity.",
      "AZS462",
      "blocked",
      "credential is not the reason",
    ],
    ["AADSTS900382", "Confidential Client is not supported in Cross Cloud request.", "AZS443", "another cloud"],
    ["AADSTS900432", "Confidential Client isn't supported in Cross Cloud request.", "AZS443", "another cloud"],
    [
      "AADSTS90038",
      "Tenant 'contoso.cn' request is being redirected to the National Cloud 'China'.",
      "AZS443",
      "another cloud",
    ],
    [
      "AADSTS53003",
      "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
      "AZS444",
      "does not object to the credential",
      "this runner",
      "sign-in logs",
    ],
    ["AADSTS530032", "User blocked due to risk on home tenant.", "AZS444", "policy"],
    ["AADSTS500021", "Access to 'Contoso' tenant is denied.", "AZS445", "proxy", "network's administrators"],
    [
      "AADSTS500212",
      "The user's administrator has set an outbound access policy that does not allow access to the resource tenant.",
      "AZS446",
      "Cross-tenant access settings",
    ],
    [
      "AADSTS50001",
      `The application named ${STAMP} was not found in the tenant named contoso.onmicrosoft.com.`,
      "AZS409",
      "tenant-id",
    ],
    [
      "AADSTS500011",
      `The resource principal named ${STAMP} was not found in the tenant named Contoso.`,
      "AZS409",
      "guest tenant",
    ],
    [
      "AADSTS650052",
      `The app is trying to access a service '${STAMP}'(stamp) that your organization 'Contoso' lacks a service principal for.`,
      "AZS409",
      "as a resource",
    ],
    [
      "AADSTS70011",
      `The provided value for the input parameter 'scope' is not valid. The scope ${STAMP}/.default is not valid.`,
      "AZS409",
      "as a resource",
    ],
    [
      "AADSTS501051",
      `Application '${CLIENT}'(ci) is not assigned to a role for the application '${STAMP}'(stamp).`,
      "AZS451",
      "assign",
    ],
    [
      "AADSTS700025",
      "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
      "AZS459",
      "Allow public client flows",
    ],
    [
      "AADSTS70003",
      "The app requested an unsupported grant type 'client_credentials'.",
      "AZS461",
      "another credential",
    ],
    [
      "AADSTS90033",
      "A transient error has occurred. Please try again.",
      "AZS460",
      "run the job again",
      "credential is not the reason",
    ],
    [
      "AADSTS50146",
      "This application is required to be configured with an application-specific signing key. It is either not configured with one, or the key has expired or is not yet valid.",
      "AZS465",
      "stamp's operator",
      "credential is not the reason",
    ],
    [
      "AADSTS90014",
      "The required field 'client_id' is missing from the credential.",
      "AZS466",
      "no proxy changes the request",
    ],
    [
      "AADSTS7000216",
      "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
      "AZS466",
      "no proxy changes the request",
    ],
    ["AADSTS9002313", "Invalid request. Request is malformed or invalid.", "AZS466", "client-id, tenant-id"],
    ["AADSTS90009", `Application '${CLIENT}'(ci) is requesting a token for itself.`, "AZS450", "operator"],
    ["AADSTS90055", "TenantThrottlingError - There are too many incoming requests.", "AZS460", "run the job again"],
    ["AADSTS90000", "Internal use.", "AZS408", "https://login.microsoftonline.com/error?code=90000"],
    ["AADSTS70002", "Error validating credentials. AADSTS99999: Something new.", "AZS408", "error?code=99999"],
  ]),
  ...of("certificate", [
    [
      "AADSTS700027",
      `Client assertion contains an invalid signature. [Reason - The key used is expired., ${KEY}, ${FOUND}]`,
      "AZS454",
      "has expired",
      "valid from 2018-01-28 16:00:00 to 2019-01-28 16:00:00",
      "0123456789ABCDEF0123456789ABCDEF01234567",
      /Passed: thumbprint [0-9A-F]{40}, valid from \d{4}-\d\d-\d\d .* to \d{4}-/,
      "clock",
    ],
    [
      "AADSTS700027",
      `Client assertion contains an invalid signature. [Reason - The key used is not yet valid., ${KEY}, Found key 'Start=01/28/2040 16:00:00, End=01/28/2041 16:00:00']`,
      "AZS455",
      "not valid yet",
      "2040-01-28",
      "clock",
    ],
    [
      "AADSTS700027",
      `Client assertion failed signature validation. [Reason - The provided signature value did not match the expected signature value., ${KEY}, ${FOUND}, ${GRAPH}]`,
      "AZS456",
      "the signature of the private key does not match",
      "2018-01-28",
    ],
    [
      "AADSTS700027",
      `Client assertion contains an invalid signature. [Reason - Key was found, but use of the key to verify the signature failed., ${KEY}, ${FOUND}]`,
      "AZS456",
      "does not match it",
    ],
    [
      "AADSTS700027",
      `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., ${KEY}, ${GRAPH}.]`,
      "AZS405",
      "upload the certificate",
      /Passed: thumbprint [0-9A-F]{40}/,
    ],
    ["AADSTS700027", "Client assertion failed signature validation.", "AZS405", /Passed: thumbprint [0-9A-F]{40}/],
    [
      "AADSTS70002",
      `Error validating credentials. AADSTS50012: Client assertion contains an invalid signature. [Reason - The key used is expired., ${KEY}, ${FOUND}]`,
      "AZS454",
      "2019-01-28",
    ],
    [
      "AADSTS70002",
      `Error validating credentials. AADSTS50012: Client assertion contains an invalid signature. [Reason - The key was not found., ${KEY}]`,
      "AZS405",
      "upload",
    ],
    [
      "AADSTS50013",
      `Assertion failed signature validation. [Reason - The provided signature value did not match the expected signature value., ${KEY}, ${FOUND}]`,
      "AZS456",
      "does not match it",
    ],
    ["AADSTS700026", "Client application has no configured keys.", "AZS405", "upload"],
    [
      "AADSTS700024",
      "Client assertion is not within its valid time range. Current time: 2024-10-02T22:05:03Z, assertion valid from 2024-10-02T21:20:53Z, expiry time of assertion 2024-10-02T21:30:53Z.",
      "AZS415",
      "clock",
    ],
    [
      "AADSTS700030",
      "Invalid certificate - subject name in certificate is not authorized. SubjectNames/SubjectAlternativeNames (up to 10) in token certificate are: ci.contoso.com.",
      "AZS457",
      "subjects",
    ],
    ["AADSTS220501", "Unable to download CRL.", "AZS457", "trusted certificate authorities"],
    ["AADSTS7000214", "Certificate has been revoked.", "AZS457", "revoked"],
    ["AADSTS50032", "RSA key size 1024 is less than the minimum required 2048 bits.", "AZS458", "2048"],
    [
      "AADSTS700021",
      "Client assertion application identifier doesn't match 'client_id' parameter.",
      "AZS453",
      "client certificate's key",
    ],
  ]),
  ...of("oidc", [
    [
      "AADSTS70021",
      "No matching federated identity record found for presented assertion. Assertion Issuer: 'https://token.actions.githubusercontent.com'.",
      "AZS406",
      "to exactly those of",
    ],
    [
      "AADSTS70025",
      `The client '${CLIENT}'(x) has no configured federated identity credentials.`,
      "AZS406",
      "federated credential",
    ],
    [
      "AADSTS700211",
      "No matching federated identity record found for presented assertion issuer 'https://token.actions.githubusercontent.com'.",
      "AZS406",
      "issuer",
    ],
    [
      "AADSTS700212",
      "No matching federated identity record found for presented assertion audience 'x'.",
      "AZS406",
      "audience",
    ],
    ["AADSTS700213", `No matching federated identity record found for ${SUBJECT}`, "AZS406", "subject"],
    ["AADSTS7002138", `No matching federated identity record found for ${SUBJECT}`, "AZS406", "subject"],
    ["AADSTS7002199", `No matching federated identity record found for ${SUBJECT}`, "AZS406", "subject"],
    ["AADSTS700222", "AAD-issued tokens may not be used for federated identity flows.", "AZS452", "policy"],
    [
      "AADSTS7002381",
      "Federated identity credentials issued by 'https://token.actions.githubusercontent.com/' for applications or managed identities registered in this tenant must have a claim 'enterprise'.",
      "AZS452",
      "policy for workload identity federation",
    ],
    ["AADSTS50013", "Assertion failed signature validation.", "AZS453", "this job's ID token", "openid-configuration"],
    ["AADSTS50027", "JWT token is invalid or malformed.", "AZS453", "this job's ID token"],
    ["AADSTS90016", "Invalid access token. Required claim is missing.", "AZS453", "this job's ID token"],
    ["AADSTS500133", "Assertion is not within its valid time range.", "AZS415", "run the job again"],
    ["AADSTS700024", "Client assertion is not within its valid time range.", "AZS415", "run the job again"],
    [
      "AADSTS700016",
      `Application with identifier '${CLIENT}' was not found in the directory 'Contoso'.`,
      "AZS403",
      "client-id",
    ],
  ]),
  ...of("password", [
    ["AADSTS50034", "The user account ci@contoso.com does not exist in the Contoso directory.", "AZS418", "username"],
    ["AADSTS50126", "Error validating credentials due to invalid username or password.", "AZS418", "password"],
    ["AADSTS70002", "Error validating credentials. AADSTS50126: Invalid username or password", "AZS418", "password"],
    [
      "AADSTS50053",
      "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
      "AZS447",
      "locked",
    ],
    ["AADSTS50057", "The user account is disabled.", "AZS447", "disabled"],
    ["AADSTS50055", "The password is expired.", "AZS448", "browser"],
    ["AADSTS50144", "The user's Active Directory password has expired.", "AZS448", "browser"],
    [
      "AADSTS50076",
      "Due to a configuration change made by your administrator, you must use multi-factor authentication.",
      "AZS419",
      "second factor",
    ],
    [
      "AADSTS50079",
      "Due to a configuration change made by your administrator, you must enroll in multi-factor authentication.",
      "AZS419",
      "device-code",
    ],
    [
      "AADSTS50020",
      "User account 'ci@fabrikam.com' from identity provider 'x' does not exist in tenant 'Contoso'.",
      "AZS449",
      "guest",
    ],
    [
      "AADSTS90072",
      "User account 'ci@fabrikam.com' from identity provider 'x' does not exist in tenant 'Contoso'.",
      "AZS449",
      "guest",
    ],
    ["AADSTS53003", "Access has been blocked by Conditional Access policies.", "AZS444", "Conditional Access"],
    ["AADSTS530035", "Access has been blocked by security defaults.", "AZS444", "security defaults"],
    ["AADSTS65001", "The user or administrator has not consented to use the application.", "AZS450", "consent"],
    [
      "AADSTS650057",
      `Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration. Client app ID: 04b07795-8ddb-461a-bbee-02f9e1bf7b46(Microsoft Azure CLI). Resource value from request: ${STAMP}.`,
      "AZS450",
      "operator",
      "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
      "credential is not the reason",
    ],
    [
      "AADSTS50105",
      "Your administrator has configured the application stamp to block users unless they are specifically granted ('assigned') access.",
      "AZS451",
      "assign",
    ],
    ["AADSTS50180", "Integrated Windows Authentication is needed.", "AZS419", "more of user"],
    ["AADSTS135011", "Device used during the authentication is disabled.", "AZS444", "Conditional Access"],
    ["AADSTS80002", "Password validation request timed out.", "AZS463", "authentication agents"],
  ]),
  ...of("adfs secret", [
    [
      "MSIS9602",
      "The received 'resource' parameter is invalid. The authorization server can not find a registered resource with the specified identifier.",
      "AZS409",
      "operator",
    ],
    [
      "MSIS9604",
      "An error occurred. The authorization server was not able to fulfill the request.",
      "AZS460",
      "event log",
    ],
    [
      "MSIS9607",
      "The 'client_id' parameter in the request is invalid. No registered client is found with this identifier.",
      "AZS403",
      "client-id",
    ],
    [
      "MSIS9611",
      "The authorization server does not support the requested 'grant_type'. The authorization server only supports 'authorization_code' or 'refresh_token'.",
      "AZS461",
      "operator",
    ],
    [
      "MSIS9622",
      "Client authentication failed. Please verify the credential provided for client authentication is valid.",
      "AZS401",
      "AD FS does not say which",
    ],
    ["MSIS3126", "Access denied.", "AZS450", "access control policy"],
    ["MSIS9888", "Nobody knows.", "AZS408", "event log", "MSIS9888"],
  ]),
  ...of("adfs certificate", [
    [
      "MSIS9622",
      "Client authentication failed. Please verify the credential provided for client authentication is valid.",
      "AZS405",
      /Passed: thumbprint [0-9A-F]{40}/,
      "clock",
    ],
    [
      "MSIS9607",
      "The 'client_id' parameter in the request is invalid. No registered client is found with this identifier.",
      "AZS403",
      "client-id",
    ],
  ]),
  ...of("adfs password", [
    ["MSIS9659", "Invalid 'username' or 'password'.", "AZS418", "password"],
    [
      "MSIS9642",
      "The request cannot be completed because the id token that is required by the client cannot be constructed.",
      "AZS460",
      "operator",
    ],
    ["MSIS3173", "Active Directory account validation failed.", "AZS447", "unlock"],
  ]),
];
