import { failure } from "./failure.ts";

/** What an error about an authority's refusal names. */
export type Refused = {
  /** The application, or az's where a person logs in. */
  readonly clientId: string;
  /** Whoever logs in: an application or a person. */
  readonly who: string;
  /** Host and tenant, or host and `/adfs`. */
  readonly authority: string;
  /** The authority's own sentence. */
  readonly answer: string;
  /** The certificate that was passed: thumbprint and validity. Empty for another credential. */
  readonly certificate: string;
  /** The registered key as the answer describes it. Empty when it does not. */
  readonly registered: string;
  /** What is odd about the credential, with a comma or colon behind it. Empty when nothing is. */
  readonly hint: string;
  /** The stamp's audience. */
  readonly resource: string;
  /** Where the code of the answer is documented. */
  readonly lookup: string;
  /** What the credential proves itself with: an ID token, a signed assertion, … */
  readonly proof: string;
};

export const said = (answer: string): string => `\nThe authority says: ${answer}`;

/** What is said of a stamp's AD FS differs from what is said of Entra: it has no tenants, and its operator to ask. */
export function isAdfs({ authority }: Pick<Refused, "authority">): boolean {
  return authority.endsWith("/adfs");
}

/** `AZS44x` to `AZS46x`: reasons for which Entra or AD FS refuses a credential that may well be right. */
export const authorityFailures = {
  noPrincipal: failure("AZS440", "No service principal in the tenant", ({ clientId, authority, answer }: Refused) => ({
    problem: `application ${clientId} is registered, but has no service principal in the tenant of ${authority}.${said(answer)}`,
    fix: `have an administrator of that tenant make one (az ad sp create --id ${clientId}), and give it a role in a subscription of the stamp; or correct tenant-id.`,
  })),
  applicationDisabled: failure("AZS441", "Application is disabled", ({ clientId, authority, answer }: Refused) => ({
    problem: `application ${clientId} is disabled at ${authority}.${said(answer)}`,
    fix: `have an administrator of the tenant enable it: Enterprise applications, Properties, "Enabled for users to sign-in" (az ad sp update --id ${clientId} --set accountEnabled=true). A new secret or certificate changes nothing.`,
  })),
  stampDisabled: failure("AZS442", "The stamp's application is disabled", (names: Refused) => ({
    problem: `the application of the stamp itself, ${names.resource}, is disabled at ${names.authority}.${said(names.answer)}`,
    fix: "have the stamp's operator or an administrator of that tenant enable it again, and see whether the tenant's subscription has lapsed; the credential is not the reason.",
  })),
  otherCloud: failure("AZS443", "Another cloud", ({ who, authority, answer }: Refused) => ({
    problem: `${who} or its tenant belongs to another cloud (public, China, US Government) than ${authority}, where the stamp has its logins checked.${said(answer)}`,
    fix: "register the application in a tenant of the cloud that the stamp was deployed with, and set client-id and tenant-id to those; the stamp's operator names the tenant.",
  })),
  conditionalAccess: failure("AZS444", "Conditional Access blocks the login", (names: Refused) => ({
    problem: `${names.authority} has no fault to find with the credential, but a Conditional Access policy or the tenant's security defaults block ${names.who}, or a login from this runner.${said(names.answer)}`,
    fix: `have an administrator of the tenant look the login up in the sign-in logs, which name the policy, and except ${names.who} or the runner's addresses from it; a policy for people does not apply to a service principal.`,
  })),
  tenantRestricted: failure("AZS445", "A proxy restricts tenants", ({ authority, answer }: Refused) => ({
    problem: `a proxy on the way to ${authority} adds tenant restrictions (the header Restrict-Access-To-Tenants), and this tenant is not among those allowed.${said(answer)}`,
    fix: "have the network's administrators add the tenant to that list, or run the job on a runner that is not behind this proxy.",
  })),
  crossTenant: failure("AZS446", "Cross-tenant access is blocked", ({ who, authority, answer }: Refused) => ({
    problem: `the cross-tenant access settings of the home tenant, or of the tenant of ${authority}, do not let ${who} in.${said(answer)}`,
    fix: "have the administrators of both tenants look at External Identities, Cross-tenant access settings; or use an account or application of the stamp's own tenant.",
  })),
  accountBlocked: failure("AZS447", "Account is locked or disabled", ({ who, authority, answer }: Refused) => ({
    problem: `${authority} does not let ${who} log in: the account is locked, disabled or deleted, or logins from this address are blocked.${said(answer)}`,
    fix: "have an administrator unlock or enable the account, then run the job again; each further try with a wrong password locks it for longer.",
  })),
  passwordExpired: failure("AZS448", "Password must be changed", ({ who, authority, answer }: Refused) => ({
    problem: `the password of ${who} at ${authority} has expired, or must be changed before the next login.${said(answer)}`,
    fix: "log in with it in a browser, change it there, and set the new one as password; a service principal (client-secret, client-certificate) has no such interruption.",
  })),
  foreignAccount: failure("AZS449", "Account is not in the tenant", ({ who, authority, answer }: Refused) => ({
    problem: `${who} is no account that ${authority} lets in: it is of another directory, or a guest whose invitation is not redeemed.${said(answer)}`,
    fix: "check username and tenant-id, or have an administrator of the tenant invite the account as a guest and redeem the invitation in a browser.",
  })),
  clientNotAllowed: failure("AZS450", "Client is not allowed to use the stamp", (names: Refused) => ({
    problem: `${names.authority} does not let application ${names.clientId} have a token for the stamp (${names.resource}) for ${names.who}.${said(names.answer)}`,
    fix: isAdfs(names)
      ? "have the stamp's operator look at the permissions and the access control policy of its AD FS; the credential is not the reason."
      : `have the stamp's operator let application ${names.clientId} use the stamp's application in that tenant, or an administrator of the tenant grant consent to it; the credential is not the reason.`,
  })),
  notAssigned: failure("AZS451", "Not assigned to the stamp's application", (names: Refused) => ({
    problem: `the stamp's application ${names.resource} lets in only who is assigned to it at ${names.authority}, and ${names.who} is not.${said(names.answer)}`,
    fix: `have an administrator of the tenant assign ${names.who} to it: Enterprise applications, the stamp's application, Users and groups (for an application: an app role).`,
  })),
  federationForbidden: failure("AZS452", "Tenant takes no such ID token", ({ authority, answer }: Refused) => ({
    problem: `a policy of the tenant of ${authority} does not take ID tokens of this job's issuer as they are.${said(answer)}`,
    fix: "have an administrator of the tenant allow the issuer and what the token must claim in the policy for workload identity federation; or use client-certificate.",
  })),
  assertionRefused: failure("AZS453", "Assertion cannot be verified", ({ authority, answer, proof }: Refused) => ({
    problem: `${authority} cannot verify ${proof}.${said(answer)}`,
    fix: "with OIDC: the federated credential's issuer must be the token's, and its configuration (/.well-known/openid-configuration) and keys be within reach of Entra from the internet; check audience. With a certificate: upload again the one that is passed, and check tenant-id and client-id.",
  })),
  keyExpired: failure("AZS454", "Registered certificate has expired", (names: Refused) => ({
    problem: `the certificate with which ${names.who} logs in has expired by the clock of ${names.authority}.${keys(names)}${said(names.answer)}`,
    fix: "make a new certificate, register it with the application, and pass it as client-certificate. If the certificate that was passed is still valid and the registered one is not, register the one that was passed; if both should be valid, set the runner's clock.",
  })),
  keyNotYetValid: failure("AZS455", "Registered certificate is not valid yet", (names: Refused) => ({
    problem: `the certificate with which ${names.who} logs in is not valid yet by the clock of ${names.authority}.${keys(names)}${said(names.answer)}`,
    fix: "run the job again once it is valid, or pass a certificate that is valid today and registered; if it should be valid, the clock of the machine that made it, or the runner's, is wrong.",
  })),
  signatureWrong: failure("AZS456", "Signature does not fit the registered certificate", (names: Refused) => ({
    problem: `${names.authority} knows a certificate with this thumbprint for ${names.who}, but what the private key signed does not fit it.${keys(names)}${said(names.answer)}`,
    fix: "remove the certificate from the application's registration and upload the one that is passed as client-certificate again; check that its private key is the one it was made with.",
  })),
  certificateNotAuthorized: failure("AZS457", "Certificate is not authorized", (names: Refused) => ({
    problem: `${names.authority} does not accept the chain, subject or issuer of the certificate of ${names.who}.${keys(names)}${said(names.answer)}`,
    fix: "have an administrator of the tenant check its trusted certificate authorities and the subjects that the application is allowed, and whether the certificate was revoked; pass the whole chain as client-certificate. Or upload the certificate itself to the application's registration.",
  })),
  weakKey: failure("AZS458", "Key is too weak", (names: Refused) => ({
    problem: `${names.authority} does not take a key as short as that of ${names.who}.${keys(names)}${said(names.answer)}`,
    fix: "make a certificate with an RSA key of 2048 bits or more, register it with the application, and pass it as client-certificate.",
  })),
  publicClient: failure("AZS459", "Application is a public client", ({ clientId, authority, answer }: Refused) => ({
    problem: `application ${clientId} is registered at ${authority} as a public client, which has no secret and no certificate.${said(answer)}`,
    fix: 'in its registration set "Allow public client flows" to No (Authentication), or register another application for the job and set client-id to it.',
  })),
  stampMisconfigured: failure("AZS465", "The stamp's application is not set up right", (names: Refused) => ({
    problem: `${names.authority} cannot issue a token for the application of the stamp, ${names.resource}, because of what is set there.${said(names.answer)}`,
    fix: "have the stamp's operator, or an administrator of that tenant, correct the stamp's application (identifiers, keys, claims) as the answer says; the credential is not the reason.",
  })),
  requestMalformed: failure("AZS466", "Request is not as the authority wants it", ({ authority, answer }: Refused) => ({
    problem: `${authority} finds a part of the request missing or malformed.${said(answer)}`,
    fix: "see that client-id, tenant-id and the credential are whole, without quotes or blanks around them, and that no proxy on the way changes what is sent; if the answer names a parameter that no input sets, report it as an issue of azs-login.",
  })),
  authorityFault: failure("AZS460", "The authority has a fault", (names: Refused) => ({
    problem: `${names.authority} could not handle the login for a reason of its own.${said(names.answer)}`,
    fix: isAdfs(names)
      ? "run the job again; if it stays, ask the stamp's operator, who finds the reason in the event log of its AD FS (AD FS, Admin). The credential is not the reason."
      : "run the job again in a few minutes; if it stays, look at the service health of Microsoft Entra, and give its support the code. The credential is not the reason.",
  })),
  grantRefused: failure("AZS461", "Kind of login not offered", (names: Refused) => ({
    problem: `${names.authority} does not offer this kind of login (${names.proof}).${said(names.answer)}`,
    fix: isAdfs(names)
      ? "use another credential (client-secret, client-certificate, or username and password), or ask the stamp's operator which kinds its AD FS offers: one older than that of Windows Server 2016 has no logins of applications."
      : "use another credential (client-secret, client-certificate, OIDC), and check that tenant-id is a tenant's GUID or domain.",
  })),
  tenantClosed: failure("AZS462", "Tenant is not available", ({ authority, answer }: Refused) => ({
    problem: `the tenant of ${authority} is blocked, or not set up to its end.${said(answer)}`,
    fix: "ask an administrator of the tenant, or the stamp's operator for the tenant that is used now; the credential is not the reason.",
  })),
  directoryUnreachable: failure("AZS463", "Company's directory not reached", ({ who, authority, answer }: Refused) => ({
    problem: `${authority} has the password of ${who} checked by the company's own Active Directory, and did not get an answer it can use.${said(answer)}`,
    fix: "have the administrators look at the authentication agents (pass-through authentication) and their clocks, then run the job again; a service principal (client-secret, client-certificate) does not depend on them.",
  })),
  secondFactorMissing: failure("AZS464", "A second factor is missing", ({ authority, answer }: Refused) => ({
    problem: `${authority} wants a second factor, or a registration for one, in the login with the device code.${said(answer)}`,
    fix: "run the step again, and in the browser where the code is entered, go through all that is asked there; who has no second factor yet registers one first (https://aka.ms/mfasetup).",
  })),
};

/** Both sides of a comparison, as far as they are known, behind a sentence. */
export function keys({ certificate, registered }: Pick<Refused, "certificate" | "registered">): string {
  const theirs = registered === "" ? "" : ` The authority's: ${registered}.`;
  return theirs + (certificate === "" ? "" : ` Passed: ${certificate}.`);
}
