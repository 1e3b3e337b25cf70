import { failure } from "./failure.ts";

/** The names in an error about an authority's refusal. */
export type Refused = {
  /** The application; az's own if a person logs in. */
  readonly clientId: string;
  /** Whoever logs in: an application or a person. */
  readonly who: string;
  /** Host and tenant, or host and `/adfs`. */
  readonly authority: string;
  /** The authority's own message. */
  readonly answer: string;
  /** The certificate that was passed: thumbprint and validity. Empty for another credential. */
  readonly certificate: string;
  /** The registered key as described in the answer; empty if it is not. */
  readonly registered: string;
  /** The beginning of a fix if the credential looks wrong (oddity.ts); else empty. */
  readonly hint: string;
  /** The stamp's audience. */
  readonly resource: string;
  /** Where the code of the answer is documented. */
  readonly lookup: string;
  /** What the login was proven with: an ID token, a signed assertion, … */
  readonly proof: string;
};

export const said = (answer: string): string => `\nThe authority says: ${answer}`;

/** Texts about a stamp's AD FS differ from those about Entra: it has no tenants, and its operator can be asked. */
export function isAdfs({ authority }: Pick<Refused, "authority">): boolean {
  return authority.endsWith("/adfs");
}

/** `AZS44x` to `AZS46x`: reasons why Entra or AD FS refuses a credential that may well be correct. */
export const authorityFailures = {
  noPrincipal: failure("AZS440", "No service principal in the tenant", ({ clientId, authority, answer }: Refused) => ({
    problem: `application ${clientId} is registered, but has no service principal in the tenant of ${authority}.${said(answer)}`,
    fix: `have an administrator of that tenant create one (az ad sp create --id ${clientId}), and give it a role in a subscription of the stamp; or correct tenant-id.`,
  })),
  applicationDisabled: failure("AZS441", "Application is disabled", ({ clientId, authority, answer }: Refused) => ({
    problem: `application ${clientId} is disabled at ${authority}.${said(answer)}`,
    fix: `have an administrator of the tenant enable it: Enterprise applications, Properties, "Enabled for users to sign-in" (az ad sp update --id ${clientId} --set accountEnabled=true). A new secret or certificate changes nothing.`,
  })),
  stampDisabled: failure("AZS442", "The stamp's application is disabled", (names: Refused) => ({
    problem: `the application of the stamp itself, ${names.resource}, is disabled at ${names.authority}.${said(names.answer)}`,
    fix: "have the stamp's operator or an administrator of that tenant enable it again, and see whether the tenant's subscription has lapsed; the credential is not the reason.",
  })),
  otherCloud: failure("AZS443", "Wrong cloud", ({ who, authority, answer }: Refused) => ({
    problem: `${who} or its tenant belongs to another cloud (public, China, US Government) than ${authority}, the authority of the stamp.${said(answer)}`,
    fix: "register the application in a tenant of the cloud that the stamp was deployed with, and set client-id and tenant-id to those; the stamp's operator names the tenant.",
  })),
  conditionalAccess: failure("AZS444", "Conditional Access blocks the login", (names: Refused) => ({
    problem: `${names.authority} does not object to the credential, but a Conditional Access policy or the tenant's security defaults block ${names.who}, or a login from this runner.${said(names.answer)}`,
    fix: `have an administrator of the tenant find the login in the sign-in logs, which name the policy, and exclude ${names.who} or the runner's addresses from it; a policy for users does not apply to a service principal.`,
  })),
  tenantRestricted: failure("AZS445", "A proxy restricts tenants", ({ authority, answer }: Refused) => ({
    problem: `a proxy between the runner and ${authority} adds tenant restrictions (the header Restrict-Access-To-Tenants), and this tenant is not among those allowed.${said(answer)}`,
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
    fix: "log in with it in a browser, change it there, and set the new one as password; a service principal (client-secret, client-certificate) has no such password.",
  })),
  foreignAccount: failure("AZS449", "Account is not in the tenant", ({ who, authority, answer }: Refused) => ({
    problem: `${who} is not an account that may log in at ${authority}: it belongs to another directory, or is a guest whose invitation is not redeemed.${said(answer)}`,
    fix: "check username and tenant-id, or have an administrator of the tenant invite the account as a guest and redeem the invitation in a browser.",
  })),
  clientNotAllowed: failure("AZS450", "Client is not allowed to use the stamp", (names: Refused) => ({
    problem: `${names.authority} issues no token for the stamp (${names.resource}) to application ${names.clientId} for ${names.who}.${said(names.answer)}`,
    fix: isAdfs(names)
      ? "have the stamp's operator look at the permissions and the access control policy of its AD FS; the credential is not the reason."
      : `have the stamp's operator let application ${names.clientId} use the stamp's application in that tenant, or an administrator of the tenant grant consent to it; the credential is not the reason.`,
  })),
  notAssigned: failure("AZS451", "Not assigned to the stamp's application", (names: Refused) => ({
    problem: `at ${names.authority}, only those who are assigned to the stamp's application ${names.resource} may log in, and ${names.who} is not assigned.${said(names.answer)}`,
    fix: `have an administrator of the tenant assign ${names.who} to it: Enterprise applications, the stamp's application, Users and groups (for an application: an app role).`,
  })),
  federationForbidden: failure("AZS452", "Tenant does not accept the ID token", ({ authority, answer }: Refused) => ({
    problem: `a policy of the tenant of ${authority} refuses the ID tokens of this job's issuer.${said(answer)}`,
    fix: "have an administrator of the tenant allow the issuer and the claims of the token in the policy for workload identity federation; or use client-certificate.",
  })),
  assertionRefused: failure("AZS453", "Assertion cannot be verified", ({ authority, answer, proof }: Refused) => ({
    problem: `${authority} cannot verify ${proof}.${said(answer)}`,
    fix: "with OIDC: the federated credential must have the issuer of the token, Entra must reach the issuer's configuration (/.well-known/openid-configuration) and keys from the internet, and audience must be right. With a certificate: upload the one that is passed again; check tenant-id and client-id.",
  })),
  keyExpired: failure("AZS454", "Registered certificate has expired", (names: Refused) => ({
    problem: `the certificate with which ${names.who} logs in has expired by the clock of ${names.authority}.${keys(names)}${said(names.answer)}`,
    fix: "make a new certificate, register it with the application, and pass it as client-certificate. If the certificate that was passed is still valid and the registered one is not, register the one that was passed; if both should be valid, set the runner's clock.",
  })),
  keyNotYetValid: failure("AZS455", "Registered certificate is not valid yet", (names: Refused) => ({
    problem: `the certificate with which ${names.who} logs in is not valid yet by the clock of ${names.authority}.${keys(names)}${said(names.answer)}`,
    fix: "run the job again once it is valid, or pass a certificate that is valid today and registered; if it should be valid, the clock of the machine that made it, or the runner's, is wrong.",
  })),
  signatureWrong: failure("AZS456", "Signature does not match the registered certificate", (names: Refused) => ({
    problem: `${names.authority} knows a certificate with this thumbprint for ${names.who}, but the signature of the private key does not match it.${keys(names)}${said(names.answer)}`,
    fix: "remove the certificate from the application's registration and upload the one that is passed as client-certificate again; check that the private key belongs to it.",
  })),
  certificateNotAuthorized: failure("AZS457", "Certificate is not authorized", (names: Refused) => ({
    problem: `${names.authority} does not accept the chain, subject or issuer of the certificate of ${names.who}.${keys(names)}${said(names.answer)}`,
    fix: "have an administrator of the tenant check its trusted certificate authorities and the subjects that the application is allowed, and whether the certificate was revoked; pass the whole chain as client-certificate. Or upload the certificate itself to the application's registration.",
  })),
  weakKey: failure("AZS458", "Key is too weak", (names: Refused) => ({
    problem: `${names.authority} requires a longer key than that of ${names.who}.${keys(names)}${said(names.answer)}`,
    fix: "make a certificate with an RSA key of 2048 bits or more, register it with the application, and pass it as client-certificate.",
  })),
  publicClient: failure("AZS459", "Application is a public client", ({ clientId, authority, answer }: Refused) => ({
    problem: `application ${clientId} is registered at ${authority} as a public client, and a public client has no secret and no certificate.${said(answer)}`,
    fix: 'in its registration set "Allow public client flows" to No (Authentication), or register another application for the job and set client-id to it.',
  })),
  stampMisconfigured: failure("AZS465", "The stamp's application is misconfigured", (names: Refused) => ({
    problem: `${names.authority} cannot issue a token for the application of the stamp, ${names.resource}, because of the settings of that application.${said(names.answer)}`,
    fix: "have the stamp's operator, or an administrator of that tenant, correct the stamp's application (identifiers, keys, claims) as the answer says; the credential is not the reason.",
  })),
  requestMalformed: failure("AZS466", "Request is malformed", ({ authority, answer }: Refused) => ({
    problem: `${authority} finds a part of the request missing or malformed.${said(answer)}`,
    fix: "check that client-id, tenant-id and the credential are complete, without quotes or blanks around them, and that no proxy changes the request; if the answer names a parameter that no input sets, report it as an issue of azs-login.",
  })),
  authorityFault: failure("AZS460", "Internal error of the authority", (names: Refused) => ({
    problem: `${names.authority} could not handle the login because of a fault of its own.${said(names.answer)}`,
    fix: isAdfs(names)
      ? "run the job again; if it fails again, ask the stamp's operator, who finds the reason in the event log of its AD FS (AD FS, Admin). The credential is not the reason."
      : "run the job again in a few minutes; if it fails again, look at the service health of Microsoft Entra, and give its support the code. The credential is not the reason.",
  })),
  grantRefused: failure("AZS461", "Kind of login not supported", (names: Refused) => ({
    problem: `${names.authority} does not offer this kind of login (${names.proof}).${said(names.answer)}`,
    fix: isAdfs(names)
      ? "use another credential (client-secret, client-certificate, or username and password), or ask the stamp's operator which kinds its AD FS offers: before Windows Server 2016, AD FS does not let applications log in."
      : "use another credential (client-secret, client-certificate, OIDC), and check that tenant-id is a tenant's GUID or domain.",
  })),
  tenantClosed: failure("AZS462", "Tenant is not available", ({ authority, answer }: Refused) => ({
    problem: `the tenant of ${authority} is blocked, or its setup is not complete.${said(answer)}`,
    fix: "ask an administrator of the tenant, or the stamp's operator for the tenant that is used now; the credential is not the reason.",
  })),
  directoryUnreachable: failure("AZS463", "Company's directory unreachable", ({ who, authority, answer }: Refused) => ({
    problem: `${authority} lets the company's own Active Directory check the password of ${who}, and got no usable answer from it.${said(answer)}`,
    fix: "have the administrators look at the authentication agents (pass-through authentication) and their clocks, then run the job again; a service principal (client-secret, client-certificate) does not depend on them.",
  })),
  secondFactorMissing: failure("AZS464", "A second factor is missing", ({ authority, answer }: Refused) => ({
    problem: `${authority} requires a second factor, or a registration for one, in the login with the device code.${said(answer)}`,
    fix: "run the step again, enter the code in the browser, and complete everything that the page asks for; if the account has no second factor yet, register one first (https://aka.ms/mfasetup).",
  })),
};

/** Both certificates of a comparison, as far as they are known, as sentences to append. */
export function keys({ certificate, registered }: Pick<Refused, "certificate" | "registered">): string {
  const theirs = registered === "" ? "" : ` Registered at the authority: ${registered}.`;
  return theirs + (certificate === "" ? "" : ` Passed: ${certificate}.`);
}
