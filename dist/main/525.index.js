export const id = 525;
export const ids = [525];
export const modules = {

/***/ 1431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HP: () => (/* binding */ keys),
/* harmony export */   Pm: () => (/* binding */ isAdfs),
/* harmony export */   Z_: () => (/* binding */ authorityFailures),
/* harmony export */   ag: () => (/* binding */ said)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(728);

const said = (answer) => `\nThe authority says: ${answer}`;
function isAdfs({ authority }) {
    return authority.endsWith("/adfs");
}
const authorityFailures = {
    noPrincipal: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS440", "No service principal in the tenant", ({ clientId, authority, answer }) => ({
        problem: `application ${clientId} is registered, but has no service principal in the tenant of ${authority}.${said(answer)}`,
        fix: `have an administrator of that tenant create one (az ad sp create --id ${clientId}), and give it a role in a subscription of the stamp; or correct tenant-id.`,
    })),
    applicationDisabled: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS441", "Application is disabled", ({ clientId, authority, answer }) => ({
        problem: `application ${clientId} is disabled at ${authority}.${said(answer)}`,
        fix: `have an administrator of the tenant enable it: Enterprise applications, Properties, "Enabled for users to sign-in" (az ad sp update --id ${clientId} --set accountEnabled=true). A new secret or certificate changes nothing.`,
    })),
    stampDisabled: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS442", "The stamp's application is disabled", (names) => ({
        problem: `the application of the stamp itself, ${names.resource}, is disabled at ${names.authority}.${said(names.answer)}`,
        fix: "have the stamp's operator or an administrator of that tenant enable it again, and see whether the tenant's subscription has lapsed; the credential is not the reason.",
    })),
    otherCloud: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS443", "Wrong cloud", ({ who, authority, answer }) => ({
        problem: `${who} or its tenant belongs to another cloud (public, China, US Government) than ${authority}, the authority of the stamp.${said(answer)}`,
        fix: "register the application in a tenant of the cloud that the stamp was deployed with, and set client-id and tenant-id to those; the stamp's operator names the tenant.",
    })),
    conditionalAccess: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS444", "Conditional Access blocks the login", (names) => ({
        problem: `${names.authority} does not object to the credential, but a Conditional Access policy or the tenant's security defaults block ${names.who}, or a login from this runner.${said(names.answer)}`,
        fix: `have an administrator of the tenant find the login in the sign-in logs, which name the policy, and exclude ${names.who} or the runner's addresses from it; a policy for users does not apply to a service principal.`,
    })),
    tenantRestricted: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS445", "A proxy restricts tenants", ({ authority, answer }) => ({
        problem: `a proxy between the runner and ${authority} adds tenant restrictions (the header Restrict-Access-To-Tenants), and this tenant is not among those allowed.${said(answer)}`,
        fix: "have the network's administrators add the tenant to that list, or run the job on a runner that is not behind this proxy.",
    })),
    crossTenant: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS446", "Cross-tenant access is blocked", ({ who, authority, answer }) => ({
        problem: `the cross-tenant access settings of the home tenant, or of the tenant of ${authority}, do not let ${who} in.${said(answer)}`,
        fix: "have the administrators of both tenants look at External Identities, Cross-tenant access settings; or use an account or application of the stamp's own tenant.",
    })),
    accountBlocked: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS447", "Account is locked or disabled", ({ who, authority, answer }) => ({
        problem: `${authority} does not let ${who} log in: the account is locked, disabled or deleted, or logins from this address are blocked.${said(answer)}`,
        fix: "have an administrator unlock or enable the account, then run the job again; each further try with a wrong password locks it for longer.",
    })),
    passwordExpired: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS448", "Password must be changed", ({ who, authority, answer }) => ({
        problem: `the password of ${who} at ${authority} has expired, or must be changed before the next login.${said(answer)}`,
        fix: "log in with it in a browser, change it there, and set the new one as password; a service principal (client-secret, client-certificate) has no such password.",
    })),
    foreignAccount: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS449", "Account is not in the tenant", ({ who, authority, answer }) => ({
        problem: `${who} is not an account that may log in at ${authority}: it belongs to another directory, or is a guest whose invitation is not redeemed.${said(answer)}`,
        fix: "check username and tenant-id, or have an administrator of the tenant invite the account as a guest and redeem the invitation in a browser.",
    })),
    clientNotAllowed: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS450", "Client is not allowed to use the stamp", (names) => ({
        problem: `${names.authority} issues no token for the stamp (${names.resource}) to application ${names.clientId} for ${names.who}.${said(names.answer)}`,
        fix: isAdfs(names)
            ? "have the stamp's operator look at the permissions and the access control policy of its AD FS; the credential is not the reason."
            : `have the stamp's operator let application ${names.clientId} use the stamp's application in that tenant, or an administrator of the tenant grant consent to it; the credential is not the reason.`,
    })),
    notAssigned: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS451", "Not assigned to the stamp's application", (names) => ({
        problem: `at ${names.authority}, only those who are assigned to the stamp's application ${names.resource} may log in, and ${names.who} is not assigned.${said(names.answer)}`,
        fix: `have an administrator of the tenant assign ${names.who} to it: Enterprise applications, the stamp's application, Users and groups (for an application: an app role).`,
    })),
    federationForbidden: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS452", "Tenant does not accept the ID token", ({ authority, answer }) => ({
        problem: `a policy of the tenant of ${authority} refuses the ID tokens of this job's issuer.${said(answer)}`,
        fix: "have an administrator of the tenant allow the issuer and the claims of the token in the policy for workload identity federation; or use client-certificate.",
    })),
    assertionRefused: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS453", "Assertion cannot be verified", ({ authority, answer, proof }) => ({
        problem: `${authority} cannot verify ${proof}.${said(answer)}`,
        fix: "with OIDC: the federated credential must have the issuer of the token, Entra must reach the issuer's configuration (/.well-known/openid-configuration) and keys from the internet, and audience must be right. With a certificate: upload the one that is passed again; check tenant-id and client-id.",
    })),
    keyExpired: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS454", "Registered certificate has expired", (names) => ({
        problem: `the certificate with which ${names.who} logs in has expired by the clock of ${names.authority}.${keys(names)}${said(names.answer)}`,
        fix: "make a new certificate, register it with the application, and pass it as client-certificate. If the certificate that was passed is still valid and the registered one is not, register the one that was passed; if both should be valid, set the runner's clock.",
    })),
    keyNotYetValid: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS455", "Registered certificate is not valid yet", (names) => ({
        problem: `the certificate with which ${names.who} logs in is not valid yet by the clock of ${names.authority}.${keys(names)}${said(names.answer)}`,
        fix: "run the job again once it is valid, or pass a certificate that is valid today and registered; if it should be valid, the clock of the machine that made it, or the runner's, is wrong.",
    })),
    signatureWrong: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS456", "Signature does not match the registered certificate", (names) => ({
        problem: `${names.authority} knows a certificate with this thumbprint for ${names.who}, but the signature of the private key does not match it.${keys(names)}${said(names.answer)}`,
        fix: "remove the certificate from the application's registration and upload the one that is passed as client-certificate again; check that the private key belongs to it.",
    })),
    certificateNotAuthorized: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS457", "Certificate is not authorized", (names) => ({
        problem: `${names.authority} does not accept the chain, subject or issuer of the certificate of ${names.who}.${keys(names)}${said(names.answer)}`,
        fix: "have an administrator of the tenant check its trusted certificate authorities and the subjects that the application is allowed, and whether the certificate was revoked; pass the whole chain as client-certificate. Or upload the certificate itself to the application's registration.",
    })),
    weakKey: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS458", "Key is too weak", (names) => ({
        problem: `${names.authority} requires a longer key than that of ${names.who}.${keys(names)}${said(names.answer)}`,
        fix: "make a certificate with an RSA key of 2048 bits or more, register it with the application, and pass it as client-certificate.",
    })),
    publicClient: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS459", "Application is a public client", ({ clientId, authority, answer }) => ({
        problem: `application ${clientId} is registered at ${authority} as a public client, and a public client has no secret and no certificate.${said(answer)}`,
        fix: 'in its registration set "Allow public client flows" to No (Authentication), or register another application for the job and set client-id to it.',
    })),
    stampMisconfigured: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS465", "The stamp's application is misconfigured", (names) => ({
        problem: `${names.authority} cannot issue a token for the application of the stamp, ${names.resource}, because of the settings of that application.${said(names.answer)}`,
        fix: "have the stamp's operator, or an administrator of that tenant, correct the stamp's application (identifiers, keys, claims) as the answer says; the credential is not the reason.",
    })),
    requestMalformed: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS466", "Request is malformed", ({ authority, answer }) => ({
        problem: `${authority} finds a part of the request missing or malformed.${said(answer)}`,
        fix: "check that client-id, tenant-id and the credential are complete, without quotes or blanks around them, and that no proxy changes the request; if the answer names a parameter that no input sets, report it as an issue of azs-login.",
    })),
    authorityFault: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS460", "Internal error of the authority", (names) => ({
        problem: `${names.authority} could not handle the login because of a fault of its own.${said(names.answer)}`,
        fix: isAdfs(names)
            ? "run the job again; if it fails again, ask the stamp's operator, who finds the reason in the event log of its AD FS (AD FS, Admin). The credential is not the reason."
            : "run the job again in a few minutes; if it fails again, look at the service health of Microsoft Entra, and give its support the code. The credential is not the reason.",
    })),
    grantRefused: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS461", "Kind of login not supported", (names) => ({
        problem: `${names.authority} does not offer this kind of login (${names.proof}).${said(names.answer)}`,
        fix: isAdfs(names)
            ? "use another credential (client-secret, client-certificate, or username and password), or ask the stamp's operator which kinds its AD FS offers: before Windows Server 2016, AD FS does not let applications log in."
            : "use another credential (client-secret, client-certificate, OIDC), and check that tenant-id is a tenant's GUID or domain.",
    })),
    tenantClosed: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS462", "Tenant is not available", ({ authority, answer }) => ({
        problem: `the tenant of ${authority} is blocked, or its setup is not complete.${said(answer)}`,
        fix: "ask an administrator of the tenant, or the stamp's operator for the tenant that is used now; the credential is not the reason.",
    })),
    directoryUnreachable: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS463", "Company's directory unreachable", ({ who, authority, answer }) => ({
        problem: `${authority} lets the company's own Active Directory check the password of ${who}, and got no usable answer from it.${said(answer)}`,
        fix: "have the administrators look at the authentication agents (pass-through authentication) and their clocks, then run the job again; a service principal (client-secret, client-certificate) does not depend on them.",
    })),
    secondFactorMissing: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS464", "A second factor is missing", ({ authority, answer }) => ({
        problem: `${authority} requires a second factor, or a registration for one, in the login with the device code.${said(answer)}`,
        fix: "run the step again, enter the code in the browser, and complete everything that the page asks for; if the account has no second factor yet, register one first (https://aka.ms/mfasetup).",
    })),
};
function keys({ certificate, registered }) {
    const theirs = registered === "" ? "" : ` Registered at the authority: ${registered}.`;
    return theirs + (certificate === "" ? "" : ` Passed: ${certificate}.`);
}


/***/ }),

/***/ 2206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ identityFailures)
/* harmony export */ });
/* harmony import */ var _authority_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1431);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(728);
/* harmony import */ var _on_ci_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7022);



const REFUSALS = /^4|^</;
const identityFailures = {
    wrongSecret: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS401", "Wrong client secret", (names) => ({
        problem: `${names.authority} does not accept the client secret of application ${names.clientId}.${(0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(names.answer)}`,
        fix: `${names.hint}pass the secret's value, not its ID, as client-secret; if it is lost${(0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .isAdfs */ .Pm)(names) ? " or has expired (AD FS does not say which), have the stamp's operator create a new one" : ", create a new one in the application's registration"}.`,
    })),
    expiredSecret: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS402", "Expired client secret", ({ clientId, authority, answer }) => ({
        problem: `the client secret of application ${clientId} has expired at ${authority}.${(0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(answer)}`,
        fix: "create a new secret in the application's registration and pass it as client-secret.",
    })),
    unknownApplication: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS403", "Unknown application", (names) => ({
        problem: `${names.authority} knows no application ${names.clientId}.${(0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(names.answer)}`,
        fix: (0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .isAdfs */ .Pm)(names)
            ? "check client-id: the client ID that the stamp's operator got when the application was registered in its AD FS (Get-GraphApplication), not its name or object ID. An application of Microsoft Entra is not known there."
            : "check client-id (the application ID, not the object ID) and tenant-id: the application must be registered in that tenant.",
    })),
    unknownTenant: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS404", "Unknown tenant", ({ authority, answer }) => ({
        problem: `there is no tenant at ${authority}.${(0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(answer)}`,
        fix: "correct tenant-id, or leave it out: azs-login then asks the stamp.",
    })),
    certificateNotRegistered: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS405", "Certificate not registered", (names) => ({
        problem: `${names.authority} does not accept the certificate of application ${names.clientId}.${(0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .keys */ .HP)(names)}${(0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(names.answer)}`,
        fix: (0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .isAdfs */ .Pm)(names)
            ? "have the stamp's operator register the certificate (its public part) for the application (Set-GraphApplication), or pass the one that is registered as client-certificate; compare the thumbprints. AD FS gives the same answer if the runner's clock is wrong."
            : "upload the certificate (its public part) to the application's registration, or pass the one that is registered as client-certificate; compare the thumbprints.",
    })),
    subjectMismatch: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS406", "OIDC subject does not match", ({ clientId, authority, answer }) => ({
        problem: `no federated credential of application ${clientId} at ${authority} matches this job's ID token.${(0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(answer)}`,
        fix: "set the federated credential's issuer, subject and audience to exactly those of the job's ID token.",
    })),
    defaultScopeRefused: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS407", "AD FS refuses the .default scope (MSIS9605)", ({ who, authority, answer }) => ({
        problem: `the AD FS at ${authority} does not let ${who} ask for a token, neither for a scope nor for the stamp as a resource.${(0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(answer)}`,
        fix: "check client-id, and ask the stamp's operator to register the application for this stamp, or to update the stamp.",
    })),
    refused: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS408", "The authority refused the login", ({ who, authority, answer, lookup }) => ({
        problem: `${authority} refused the login of ${who}, for a reason that azs-login does not know.${(0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(answer)}`,
        fix: lookup,
    })),
    unknownResource: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS409", "The authority does not know the stamp", (names) => ({
        problem: `${names.authority} does not know the stamp as a resource (${names.resource}).${(0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(names.answer)}`,
        fix: (0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .isAdfs */ .Pm)(names)
            ? "ask the stamp's operator whether its deployment or update is complete: its AD FS must know the audience that its metadata names."
            : "check that tenant-id is the tenant the stamp was deployed with, or one that its operator onboarded as a guest tenant.",
    })),
    noSubscription: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS410", "No subscription", ({ who, endpoint, seen }) => ({
        problem: `${who} sees no enabled subscription at ${endpoint}; it sees ${seen}.`,
        fix: "ask the stamp's operator to enable a subscription that is disabled, give the service principal or user a role (Contributor, Reader) in one that is enabled, or set allow-no-subscriptions: true.",
    })),
    subscriptionNotVisible: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS411", "Subscription not visible", ({ subscription, visible }) => ({
        problem: `subscription "${subscription}" is not among those this login sees: ${visible}.`,
        fix: "set subscription-id to one of them (ID or exact name), or give the service principal or user a role in that subscription.",
    })),
    ambiguousSubscription: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS412", "Subscription name is ambiguous", ({ subscription, matches }) => ({
        problem: `several subscriptions are named "${subscription}": ${matches}.`,
        fix: "set subscription-id to the ID of the one you mean.",
    })),
    noProfile: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS414", "No API profile fits the stamp", ({ endpoint, versions }) => ({
        problem: `the resource API versions of ${endpoint} (${versions}) fit no hybrid API profile.`,
        fix: "set profile to the API profile or build that the stamp's operator names.",
    })),
    clockOff: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS415", "The runner's clock is off", ({ who, authority, answer }) => ({
        problem: `for ${authority}, the assertion of ${who} has expired or is not valid yet.${(0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(answer)}`,
        fix: "set the runner's clock (NTP): it must be within five minutes of the authority's. With OIDC, run the job again: an ID token is valid for some minutes only.",
    })),
    noIdToken: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS416", "The CI gave no ID token", ({ answer, ci, status }) => ({
        problem: `the CI gave no ID token: ${answer.replace(/\.?$/, ".")}`,
        fix: REFUSALS.test(status)
            ? `${(0,_on_ci_js__WEBPACK_IMPORTED_MODULE_2__/* .onCi */ .U)(ci, {
                github: "give the job, and the job that calls it as a reusable workflow, permissions: { id-token: write, contents: read }; a pull request from a fork never gets this permission",
                pipelines: "check in Project settings, Service connections that the connection exists, uses workload identity federation, and may be used by this pipeline",
            })}. If that is so, run the job again, and look at the CI's status page.`
            : "run the job again; if it fails again, look at the CI's status page, and check whether a proxy answers in its place.",
    })),
    idTokenAbroad: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS423", "ID token for a host of the stamp", ({ authority }) => ({
        problem: `the stamp names ${authority} as its authority, a host of its own. Anybody who has the job's ID token can log in to Entra, so it is sent to Entra's hosts only. Nothing was sent.`,
        fix: "if that authority is right, add its host to trusted-authorities, or log in with client-secret or client-certificate.",
    })),
    noFederation: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS417", "AD FS does not accept ID tokens", ({ clientId, authority }) => ({
        problem: `${authority} is the AD FS of a stamp, which lets no application (${clientId}) log in with an ID token of another issuer.`,
        fix: "use client-certificate or client-secret.",
    })),
    wrongPassword: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS418", "Wrong user name or password", (names) => ({
        problem: `${names.authority} does not accept the password of ${names.who}.${(0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(names.answer)}`,
        fix: `${names.hint}check username (user@domain) and password; the account must exist ${(0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .isAdfs */ .Pm)(names) ? "in the directory of the stamp's AD FS" : "in the tenant"}.`,
    })),
    moreThanPassword: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS419", "A password is not enough", ({ who, authority, answer }) => ({
        problem: `${authority} wants more of ${who} than a password, such as a second factor.${(0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(answer)}`,
        fix: "use client-secret, client-certificate or OIDC of a service principal; a user who is present can use auth-type: device-code.",
    })),
    codeExpired: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS420", "Device code expired", ({ authority, answer }) => ({
        problem: `nobody entered the device code at ${authority} in time.${(0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(answer)}`,
        fix: "run the step again and enter the code that its notice shows within 15 minutes.",
    })),
    noCodeWithoutScope: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS422", "AD FS does not accept device codes from az", ({ authority, answer }) => ({
        problem: `the AD FS at ${authority} refuses scopes (MSIS9605), and az asks for a scope when it logs in with a device code.${(0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(answer)}`,
        fix: "use client-secret, client-certificate, or username and password: with those, azs-login uses an az that asks for no scope.",
    })),
    codeDeclined: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)("AZS421", "Device code declined", ({ authority, answer }) => ({
        problem: `the login with the device code was declined at ${authority}.${(0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(answer)}`,
        fix: "run the step again and approve the login.",
    })),
};


/***/ }),

/***/ 7562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ networkFailures)
});

;// CONCATENATED MODULE: ./build/errors/chain.js
const HOW = "(a path, PEM text or base64)";
const PROXY = "a proxy on the way inspects TLS, and its administrators must exempt this host.";
function missingOf(names, given) {
    return names.last === "" ? missingRoot(names, given) : leftOut(names, given);
}
function fixOf(names) {
    return names.last === "" ? rootFix(names) : leftOutFix(names);
}
function missingRoot({ root, fingerprint }, given) {
    const instead = given === ""
        ? ""
        : ` ca-certificate contains ${given} instead: the root of another stamp, or an older root of this one.`;
    return `Missing root: ${root}; SHA-256 fingerprint: ${fingerprint}.${instead}`;
}
function rootFix({ given }) {
    const pass = `export that root from the stamp, compare its fingerprint with the operator's, and pass it as ca-certificate ${HOW}`;
    return given === "" ? `${pass}.` : `if the missing root is the stamp's, ${pass}; if it is not, ${PROXY}`;
}
function leftOut({ root, fingerprint, last }, given) {
    const above = given === "" ? "" : ` It may be issued by ${given}, which is in ca-certificate.`;
    return `The server does not send "${root}" (${fingerprint}), the issuer of "${last}".${above}`;
}
function leftOutFix({ root, given }) {
    const pass = `get "${root}" from the stamp's operator and pass it as ca-certificate ${HOW}; if it is an intermediate CA, pass it and its root, both in ca-certificate (in one file, or as two paths)`;
    return given === ""
        ? `${pass}.`
        : `${pass}. If ca-certificate is of another stamp, pass the root of this one. If "${root}" is no CA of the stamp, ${PROXY}`;
}

// EXTERNAL MODULE: ./build/errors/party.js
var party = __webpack_require__(1214);
;// CONCATENATED MODULE: ./build/errors/responses.js

const UNREADABLE = {
    arm: "check that endpoint is the stamp's Azure Resource Manager (management.<region>.<fqdn>), and whether a proxy answers in its place; then run the job again.",
    adfs: "tell the stamp's operator, and check whether a proxy answers in place of AD FS; if it does, add AD FS to NO_PROXY.",
    entra: "ask the network team which proxy or firewall answers in place of Entra, and to let that host through.",
    authority: "check that trusted-authorities names a host that issues tokens, and whether a proxy answers in its place.",
    ci: "ask the network team which proxy or firewall answers in place of the CI, and to let that host through; then run the job again.",
};
const answerFailures = {
    notJson: (0,party/* partyFailure */.p)("AZS208", "HTML instead of JSON", (whom, { url, kind }) => `${whom} at ${url} answers with ${kind} instead of JSON.`, {
        arm: "check that endpoint is the stamp's Azure Resource Manager (management.<region>.<fqdn>); if it is, a captive portal or a proxy answers in its place: adding the stamp to NO_PROXY may help.",
        adfs: UNREADABLE.adfs,
        entra: UNREADABLE.entra,
        authority: UNREADABLE.authority,
        ci: UNREADABLE.ci,
    }),
    broken: (0,party/* partyFailure */.p)("AZS209", "Answer is not JSON", (whom, { url }) => `${whom} at ${url} answers with text that is not valid JSON (empty, or cut off on the way).`, {
        arm: "run the job again; if it fails again, check the proxy between runner and stamp, and that endpoint is the stamp's Azure Resource Manager.",
        adfs: "run the job again; if it fails again, tell the stamp's operator, and check the proxy.",
        entra: "run the job again; if it fails again, check the proxy.",
        authority: "run the job again; if it fails again, check the proxy.",
        ci: "run the job again; if it fails again, check the proxy, and look at the CI's status page.",
    }),
    refused: (0,party/* partyFailure */.p)("AZS211", "Request refused", (whom, { url, status, message }) => `${whom} at ${url} answered ${status}: ${message}`, {
        arm: "do as the answer says; if it does not help, check that endpoint is the stamp's Azure Resource Manager, and ask the stamp's operator, who finds the request in its log.",
        adfs: "do as the answer says; if it does not help, ask the stamp's operator, who finds the request in the event log of AD FS.",
        entra: "do as the answer says; if it does not help, check whether a proxy answers in Entra's place.",
        authority: "do as the answer says; if it does not help, ask the operator of that host.",
        ci: "do as the answer says; if it does not help, check whether a proxy answers in the CI's place.",
    }),
    unavailable: (0,party/* partyFailure */.p)("AZS212", "Service unavailable", (whom, { url, status, message }) => `${whom} at ${url} answered ${status}, also when tried again: ${message}`, {
        arm: "wait until the stamp's Azure Resource Manager is up again (its operator sees the state in the administrator portal), then run the job again.",
        adfs: "wait until the AD FS of the stamp is up again (ask its operator), then run the job again.",
        entra: "wait until Entra is up again (Azure's status page tells), then run the job again.",
        authority: "wait until that host is up again, then run the job again.",
        ci: "wait until that service is up again (the CI's status page tells), then run the job again.",
    }),
    tooLarge: (0,party/* partyFailure */.p)("AZS218", "Answer too large", (whom, { url, size }) => `${whom} at ${url} answers with more than ${size}, which no login needs.`, UNREADABLE),
    tooComplex: (0,party/* partyFailure */.p)("AZS219", "Answer too complex", (whom, { url, excess }) => `${whom} at ${url} answers with JSON of more than ${excess}, which no login needs.`, UNREADABLE),
    headersTooLarge: (0,party/* partyFailure */.p)("AZS220", "Headers of an answer too large", (whom, { url }) => `the headers of the answer of ${whom} at ${url} are larger than the 16 kB that Node reads.`, UNREADABLE),
    notHttp: (0,party/* partyFailure */.p)("AZS221", "Answer is not HTTP", (whom, { url, reason }) => `${whom} at ${url} answers with something that is not HTTP (${reason}).`, UNREADABLE),
    malformed: (0,party/* partyFailure */.p)("AZS222", "Malformed value in an answer", (whom, { url, field, form }) => `in the answer of ${whom} at ${url}, ${field} is not ${form}. Such a value is not used, because a later step could take it for a command.`, {
        arm: "check that endpoint is your stamp; if it is, ask its operator to correct that value.",
        adfs: "ask the stamp's operator to correct that value.",
        entra: "run the job again; if it fails again, check whether a proxy changes the answers of Entra.",
        authority: "ask the operator of that host to correct that value.",
    }),
    chainTooLong: (0,party/* partyFailure */.p)("AZS225", "Certificate chain too long", (whom, { host, most }) => `${whom} at ${host} presents a chain of more than ${most} certificates.`, UNREADABLE),
    noService: (0,party/* partyFailure */.p)("AZS229", "No such service at that address", (whom, { url, message }) => `${whom} has no token service at ${url}. It answered 404: ${message}`, {
        adfs: "ask the stamp's operator to enable the token service of AD FS (Get-AdfsEndpoint lists /adfs/oauth2/ and /adfs/.well-known/openid-configuration). No input of this step can help.",
        authority: "check that the host in trusted-authorities issues tokens at that address.",
    }),
};

;// CONCATENATED MODULE: ./build/errors/network.js



const REACHES = ({ host }) => `set HTTPS_PROXY (for an agent of Azure Pipelines, its own proxy settings) to a proxy that reaches ${host}`;
const networkFailures = {
    nameNotResolved: (0,party/* partyFailure */.p)("AZS201", "Name not resolved", (whom, { host }) => `the name ${host} cannot be resolved. It is the name of ${whom}.`, {
        arm: "check the spelling of endpoint; if it is right, run the job on a runner whose DNS knows the stamp's zone (that of a hosted runner does not), or set HTTPS_PROXY to a proxy that resolves it.",
        adfs: "run the job on a runner whose DNS knows the stamp's zone, or set HTTPS_PROXY to a proxy that resolves it, and keep it out of NO_PROXY.",
        entra: ({ host }) => `run the job on a runner whose DNS resolves public names, or set HTTPS_PROXY to a proxy that reaches ${host}, and keep ${host} out of NO_PROXY.`,
        authority: "run the job on a runner whose DNS knows that name, or set HTTPS_PROXY to a proxy that resolves it, and keep it out of NO_PROXY.",
        proxy: "correct the proxy's name in HTTPS_PROXY, or run the job on a runner whose DNS knows it.",
        ci: (names) => `run the job on a runner whose DNS resolves that name, or ${REACHES(names)}, and keep ${names.host} out of NO_PROXY.`,
    }),
    connectionRefused: (0,party/* partyFailure */.p)("AZS202", "Connection refused", (whom, { host }) => `${whom} at ${host} refuses connections.`, {
        arm: "check that the stamp is up and that endpoint has the right host and port; a firewall between runner and stamp must allow TCP 443.",
        adfs: "ask the stamp's operator whether AD FS is up; a firewall between runner and AD FS must allow TCP 443.",
        entra: ({ host }) => `have the firewall allow ${host} on TCP 443, or set HTTPS_PROXY to a proxy that reaches it.`,
        authority: "check that the host is up, and that the firewall allows it on TCP 443.",
        proxy: "check that HTTPS_PROXY has the proxy's host and port, and that the proxy is up.",
        ci: (names) => `have the firewall allow ${names.host} on TCP 443, or ${REACHES(names)}.`,
    }),
    timedOut: (0,party/* partyFailure */.p)("AZS203", "No answer in time", (whom, { host, seconds }) => `${whom} at ${host} did not answer within ${seconds} seconds.`, {
        arm: "check that the runner can reach the stamp (VPN, firewall, HTTPS_PROXY, NO_PROXY), then run the job again.",
        adfs: "check that the runner can reach AD FS, which is another host than Azure Resource Manager (VPN, firewall, HTTPS_PROXY, NO_PROXY), then run the job again.",
        entra: ({ host }) => `have the firewall allow ${host} on TCP 443, or set HTTPS_PROXY to a proxy that reaches it, then run the job again.`,
        authority: "check that the runner can reach that host (firewall, HTTPS_PROXY, NO_PROXY), then run the job again.",
        proxy: "check that HTTPS_PROXY is a proxy that this runner may use, and that the proxy itself reaches the host it was asked for; or list that host in NO_PROXY.",
        ci: (names) => `have the firewall allow ${names.host} on TCP 443, or ${REACHES(names)}, then run the job again; the CI's status page tells whether the service itself is down.`,
    }),
    connectionLost: (0,party/* partyFailure */.p)("AZS204", "Connection lost", (whom, { host, reason }) => `the connection to ${whom} at ${host} broke off (${reason}), also when tried again.`, {
        arm: "check proxy, VPN and load balancer between runner and stamp, then run the job again.",
        adfs: "check proxy, VPN and load balancer between runner and AD FS, then run the job again.",
        entra: ({ host }) => `check firewall and proxy: they must let the runner reach ${host} on TCP 443.`,
        authority: "check firewall and proxy between runner and host, then run the job again.",
        proxy: "check that HTTPS_PROXY is the address of an HTTP proxy, and read the proxy's own log.",
        ci: ({ host }) => `check firewall and proxy: they must let the runner reach ${host} on TCP 443. Then run the job again; the CI's status page tells whether the service itself is down.`,
    }),
    unknownAuthority: (0,party/* partyFailure */.p)("AZS205", "TLS certificate from an unknown CA", (whom, names) => {
        const given = names.party === "arm" || names.party === "adfs" ? names.given : "";
        return `${whom} at ${names.host} presents a certificate of a CA that this runner does not trust. ${missingOf(names, given)}`;
    }, {
        arm: fixOf,
        adfs: fixOf,
        entra: ({ host }) => `a public CA signs the certificate of ${host}, so a certificate of another CA comes from a proxy or firewall that inspects TLS. Get its root from the network team and set NODE_EXTRA_CA_CERTS to the file of that root (in the job's env, or for the runner's service), or have ${host} exempted from inspection.`,
        authority: "confirm the fingerprint of the root of its CA, and pass that root as a further certificate in ca-certificate.",
        proxy: "HTTPS_PROXY begins with https://: set NODE_EXTRA_CA_CERTS (in the job's env, or for the runner's service) to the file of that root, or use the proxy's http:// address.",
        ci: ({ host }) => `if ${host} belongs to GitHub or Azure DevOps Services, a proxy or firewall inspects TLS: get its root from the network team, or have ${host} exempted from inspection. If it is a server of your own, use the root of its CA. Set NODE_EXTRA_CA_CERTS to the file of that root (in the job's env, or for the runner's service).`,
    }),
    certificateInvalid: (0,party/* partyFailure */.p)("AZS206", "TLS certificate not valid", (whom, { host, reason }) => `the TLS certificate of ${whom} at ${host} is not valid: ${reason}.`, {
        arm: "check that endpoint has the host name the certificate was issued for and that the runner's clock is right; an expired certificate is replaced by the stamp's operator (secret rotation).",
        adfs: "check that the runner's clock is right; the stamp's operator replaces the certificate of AD FS (secret rotation).",
        entra: "check that the runner's clock is right; if it is, a proxy or firewall presents a certificate of its own: ask the network team to correct it, or to exempt that host from inspection.",
        authority: "check that the runner's clock is right; its operator replaces the certificate.",
        proxy: "check that the runner's clock is right, and that HTTPS_PROXY has the name in the proxy's certificate.",
        ci: ({ host }) => `check that the runner's clock is right; if it is, a proxy or firewall presents a certificate of its own: ask the network team to correct it, or to exempt ${host} from inspection.`,
    }),
    tlsFailed: (0,party/* partyFailure */.p)("AZS207", "TLS handshake failed", (whom, { host, reason }) => `no TLS connection to ${whom} at ${host} can be made (${reason}).`, {
        arm: "check that endpoint has the right host and port, and that no proxy or firewall breaks TLS.",
        adfs: "ask the stamp's operator whether AD FS speaks TLS 1.2 there; check that no proxy or firewall breaks TLS.",
        entra: ({ host }) => `configure the proxy or firewall to let TLS to ${host} through.`,
        authority: "check that this host speaks TLS 1.2, and that no proxy or firewall breaks TLS.",
        proxy: ({ host }) => `HTTPS_PROXY begins with https://, for a proxy that speaks TLS itself; set it to http://${host}, as most proxies require.`,
        ci: ({ host }) => `configure the proxy or firewall to let TLS to ${host} through.`,
    }),
    noMoreTime: (0,party/* partyFailure */.p)("AZS217", "The step's time is up", (whom, { host }) => `the step's time for waiting is over; it was waiting for ${whom} at ${host}.`, {
        arm: "check why the stamp or the network to it is so slow, then run the job again.",
        adfs: "check why AD FS or the network to it is so slow, then run the job again.",
        entra: "check why the network to Entra is so slow (proxy, firewall), then run the job again.",
        authority: "check why that host or the network to it is so slow, then run the job again.",
        proxy: "check why the proxy is so slow, then run the job again; or list the host in NO_PROXY.",
    }),
    ...answerFailures,
};


/***/ }),

/***/ 1214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ partyFailure)
/* harmony export */ });
/* unused harmony export PARTIES */
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(728);

const PARTIES = {
    arm: "the stamp's Azure Resource Manager",
    adfs: "the stamp's AD FS",
    entra: "Microsoft Entra",
    authority: "the authority",
    proxy: "the proxy",
    ci: "the CI's service for ID tokens",
};
function partyFailure(code, title, problem, fixes) {
    const text = (names) => {
        const fix = fixes[names.party] ?? fixes.authority ?? "";
        return {
            problem: problem(PARTIES[names.party] ?? names.party, names),
            fix: typeof fix === "string" ? fix : fix(names),
        };
    };
    const kind = (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)(code, title, text);
    return Object.assign(kind, { parties: Object.keys(fixes) });
}


/***/ }),

/***/ 3382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ proxyFailures)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(728);

const proxyFailures = {
    invalid: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS216", "Proxy is not supported", (names) => ({
        problem: `${names.variable} names ${names.what}; azs-login and az need an HTTP proxy.`,
        fix: `set ${names.variable} to http://host:port (or https://) of an HTTP proxy, or remove it; list in NO_PROXY the hosts that the runner reaches directly.`,
    })),
    forbids: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS226", "The proxy refuses a host", ({ proxy, host, answer }) => ({
        problem: `the proxy ${proxy} refuses to connect to ${host}: ${answer}`,
        fix: `have the proxy's administrator allow ${host} for this runner, or add ${host} to NO_PROXY if the runner reaches it without a proxy.`,
    })),
    wantsLogin: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS227", "The proxy requires a user and password", ({ proxy, host, answer }) => ({
        problem: `the proxy ${proxy} requires a user and password that it accepts before it connects to ${host}: ${answer}`,
        fix: `set HTTPS_PROXY to http://user:password@${proxy} (percent-encode special characters; azs-login supports Basic only), or add ${host} to NO_PROXY if the runner reaches it without a proxy.`,
    })),
    otherLogin: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS230", "The proxy does not accept a user and password", (names) => ({
        problem: `the proxy ${names.proxy} requires authentication with ${names.schemes} before it connects to ${names.host}, but azs-login and az support Basic only: ${names.answer}`,
        fix: `have the proxy's administrator let this runner through without authentication or accept Basic; or run a proxy on the runner that logs in to that one (such as px or Cntlm) and set HTTPS_PROXY to it; or add ${names.host} to NO_PROXY if the runner reaches it without a proxy.`,
    })),
    opensNone: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS231", "Not a proxy for HTTPS", ({ proxy, host, answer }) => ({
        problem: `the proxy ${proxy} opens no tunnel (CONNECT) to ${host}. This is the answer of a web server that is not a proxy, or of a proxy for HTTP only: ${answer}`,
        fix: `set HTTPS_PROXY to host and port of an HTTP proxy that supports CONNECT; if this proxy should, ask its administrator what the answer means; or add ${host} to NO_PROXY if the runner reaches it without a proxy.`,
    })),
    cannotReach: (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)("AZS228", "The proxy cannot reach a host", ({ proxy, host, answer }) => ({
        problem: `the proxy ${proxy} cannot reach ${host}, also when tried again: ${answer}`,
        fix: `ask the proxy's administrator for the reason (its DNS, its route, its own state), or add ${host} to NO_PROXY if the runner reaches it without a proxy.`,
    })),
};


/***/ }),

/***/ 1272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Dn: () => (/* binding */ NO_ANSWER),
  rl: () => (/* binding */ TIMEOUT_MS),
  rd: () => (/* binding */ networkFailure),
  Nr: () => (/* binding */ throughNoProxy)
});

// EXTERNAL MODULE: ./build/errors/failure.js
var errors_failure = __webpack_require__(728);
// EXTERNAL MODULE: ./build/errors/internal.js
var internal = __webpack_require__(2997);
// EXTERNAL MODULE: ./build/errors/network.js + 2 modules
var network = __webpack_require__(7562);
;// CONCATENATED MODULE: ./build/errors/network-codes.js
const INVALID_CERTIFICATE = {
    CERT_HAS_EXPIRED: "it has expired",
    CERT_NOT_YET_VALID: "it is not valid yet",
    ERR_TLS_CERT_ALTNAME_INVALID: "it was issued for other names",
    CERT_REVOKED: "it was revoked",
    INVALID_CA: "a certificate of its chain is no CA",
    CERT_SIGNATURE_FAILURE: "a signature of its chain is wrong",
    PATH_LENGTH_EXCEEDED: "its chain is longer than its CA allows",
    INVALID_PURPOSE: "it was not issued for servers",
    EE_KEY_TOO_SMALL: "its key is too small",
    CA_MD_TOO_WEAK: "its chain is signed with a broken hash",
    CERT_CHAIN_TOO_LONG: "its chain is too long",
};
const NETWORK_CODES = {
    nameNotResolved: ["ENOTFOUND", "EAI_AGAIN"],
    connectionRefused: ["ECONNREFUSED"],
    connectionLost: ["ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"],
    unknownAuthority: [
        "UNABLE_TO_GET_ISSUER_CERT",
        "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
        "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
        "SELF_SIGNED_CERT_IN_CHAIN",
        "DEPTH_ZERO_SELF_SIGNED_CERT",
        "CERT_UNTRUSTED",
    ],
    certificateInvalid: Object.keys(INVALID_CERTIFICATE),
    tlsFailed: ["EPROTO", "ERR_SSL_WRONG_VERSION_NUMBER"],
    broken: ["PARSE_ERROR"],
    headersTooLarge: ["HPE_HEADER_OVERFLOW"],
    notHttp: ["HPE_INVALID_CONSTANT"],
};

// EXTERNAL MODULE: ./build/io/presented-chain.js
var presented_chain = __webpack_require__(471);
// EXTERNAL MODULE: ./build/io/quoting.js
var quoting = __webpack_require__(6066);
;// CONCATENATED MODULE: ./build/io/network-failures.js






const UNKNOWN_AUTHORITY = NETWORK_CODES.unknownAuthority;
const VERDICT = /^(?:CERT|CRL|UNABLE|ERROR_IN|INVALID|HOSTNAME|UNSPECIFIED)_?/;
const TIMEOUT_MS = 20_000;
const NO_ANSWER = "ENOANSWER";
const MOST_NAMED = 3;
function namesOf(roots) {
    const names = roots.map(({ subject, fingerprints }) => `"${subject}" (SHA-256 ${fingerprints.sha256})`);
    const more = names.length > MOST_NAMED ? [`${names.length - MOST_NAMED} more`] : [];
    return [...names.slice(0, MOST_NAMED), ...more].join(", ");
}
async function networkFailure(error, url, way) {
    return throughNoProxy(await failureOf(error, url, way), way);
}
function throughNoProxy(failure, { exception }) {
    if (exception === undefined || !NOT_REACHED.has(failure.code))
        return failure;
    const { variable, entry } = exception;
    const problem = `${failure.problem} The step did not ask the proxy, since ${variable} lists "${entry}".`;
    const fix = `if the proxy leads there, take that entry out of ${variable}; if not, ${failure.fix}`;
    return new errors_failure/* Failure */.H(failure.code, { problem, fix }, failure.cause);
}
const { nameNotResolved, connectionRefused, timedOut, connectionLost } = network/* networkFailures */.I;
const NOT_REACHED = new Set([nameNotResolved, connectionRefused, timedOut, connectionLost].map(({ code }) => code));
async function failureOf(error, url, way) {
    const { code = "", message } = error;
    const unreadable = unreadableAnswer(code, { url: (0,quoting/* addressOf */.ci)(url.href), party: way.party }, error);
    if (unreadable !== undefined)
        return unreadable;
    const atProxy = way.tunnel?.endsAtProxy === true;
    const place = atProxy ? { party: "proxy", url: way.tunnel.proxy } : { party: way.party, url };
    const { party } = place;
    const { host, hostname } = place.url;
    if (code === "ENOTFOUND" || code === "EAI_AGAIN")
        return network/* networkFailures */.I.nameNotResolved({ party, host: hostname }, error);
    if (code === "ECONNREFUSED")
        return network/* networkFailures */.I.connectionRefused({ party, host }, error);
    if (code === NO_ANSWER)
        return network/* networkFailures */.I.timedOut({ party, host, seconds: String(TIMEOUT_MS / 1000) }, error);
    const tls = await tlsFailure(error, code, place, atProxy ? { ...way, tunnel: undefined } : way);
    if (tls !== undefined)
        return tls;
    if (code.startsWith("E") || atProxy) {
        return network/* networkFailures */.I.connectionLost({ party, host, reason: code === "" ? (0,quoting/* quoted */.TL)(message, 100) : code }, error);
    }
    return internal/* internalFailures */.T.unexpected({ message: `${message} (request to ${host})` }, error);
}
async function tlsFailure(error, code, { party, url }, { tunnel, roots = [] }) {
    const { host } = url;
    if (UNKNOWN_AUTHORITY.includes(code)) {
        const end = await (0,presented_chain/* presentedEnd */.W)(url, tunnel);
        return network/* networkFailures */.I.unknownAuthority({ party, host, ...end, given: namesOf(roots) }, error);
    }
    const reason = INVALID_CERTIFICATE[code] ?? (VERDICT.test(code) ? code : undefined);
    if (reason !== undefined)
        return network/* networkFailures */.I.certificateInvalid({ party, host, reason }, error);
    const isTls = code === "EPROTO" || code.startsWith("ERR_SSL") || code.startsWith("ERR_TLS");
    return isTls ? network/* networkFailures */.I.tlsFailed({ party, host, reason: code }, error) : undefined;
}
function unreadableAnswer(code, from, error) {
    if (code === "PARSE_ERROR")
        return network/* networkFailures */.I.broken({ ...from }, error);
    if (code === "HPE_HEADER_OVERFLOW")
        return network/* networkFailures */.I.headersTooLarge({ ...from }, error);
    if (code.startsWith("HPE_"))
        return network/* networkFailures */.I.notHttp({ ...from, reason: code }, error);
    return code === "ERR_INVALID_URL"
        ? network/* networkFailures */.I.notJson({ ...from, kind: "a redirect to no URL" }, error)
        : undefined;
}


/***/ }),

/***/ 471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ chainReader),
/* harmony export */   W: () => (/* binding */ presentedEnd)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var _azure_core_rest_pipeline__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6033);
/* harmony import */ var _errors_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(728);
/* harmony import */ var _errors_network_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7562);
/* harmony import */ var _quoting_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6066);






const TIMEOUT_MS = 10_000;
function chainReader(partyOf, found) {
    return {
        async sendRequest(request) {
            const url = new URL(request.url);
            const { status, chain } = await shakeHands(url, request.agent, request.abortSignal, partyOf(url.host)).catch((error) => {
                if (error.name === "AbortError" || error instanceof _errors_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H)
                    throw error;
                throw new _azure_core_rest_pipeline__WEBPACK_IMPORTED_MODULE_2__/* .RestError */ .pj(error.message, { code: error.code ?? _azure_core_rest_pipeline__WEBPACK_IMPORTED_MODULE_2__/* .RestError */ .pj.REQUEST_SEND_ERROR, request });
            });
            found(chain);
            return answer(request, status);
        },
    };
}
async function presentedEnd(url, agent) {
    try {
        const { chain } = await shakeHands(url, agent, AbortSignal.timeout(TIMEOUT_MS));
        const top = chain.at(-1);
        if (top === undefined)
            throw new Error("no TLS connection");
        const { subject, issuer, fingerprint256 } = new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(top);
        if (subject === issuer)
            return { root: nameOf(subject), fingerprint: fingerprint256, last: "" };
        return { root: nameOf(issuer), fingerprint: "not presented by the host", last: nameOf(subject) };
    }
    catch {
        return { root: "unknown, because the host did not answer again", fingerprint: "unknown", last: "" };
    }
}
function shakeHands(url, agent, signal, party = "authority") {
    return new Promise((resolve, reject) => {
        const request = node_https__WEBPACK_IMPORTED_MODULE_1__.request(url, {
            agent: agent,
            rejectUnauthorized: false,
            signal,
        });
        const finish = (handshake) => {
            resolve(handshake);
            request.destroy();
        };
        const read = (socket) => {
            const certificates = upwards(socket.getPeerCertificate(true));
            if (certificates.length > LONGEST_CHAIN) {
                request.destroy(_errors_network_js__WEBPACK_IMPORTED_MODULE_4__/* .networkFailures */ .I.chainTooLong({ party, host: url.host, most: String(LONGEST_CHAIN) }));
                return;
            }
            finish({ status: 200, chain: certificates.map(({ raw }) => raw) });
        };
        request.on("socket", (socket) => {
            const secure = socket;
            if (secure.getPeerCertificate?.()?.raw)
                read(secure);
            else
                secure.once("secureConnect", () => read(secure));
        });
        request.on("response", ({ statusCode = 0 }) => finish({ status: statusCode, chain: [] }));
        request.on("error", reject);
        request.on("close", () => reject(new Error("the connection was closed")));
    });
}
const LONGEST_CHAIN = 20;
function upwards(own) {
    const chain = [own];
    for (let next = own.issuerCertificate; chain.length <= LONGEST_CHAIN; next = next.issuerCertificate) {
        if (next === undefined || chain.some(({ fingerprint256 }) => fingerprint256 === next.fingerprint256))
            break;
        chain.push(next);
    }
    return chain;
}
function answer(request, status) {
    return { request, status, headers: (0,_azure_core_rest_pipeline__WEBPACK_IMPORTED_MODULE_2__/* .createHttpHeaders */ .Nc)(), bodyAsText: "" };
}
function nameOf(name) {
    return (0,_quoting_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(name.split("\n").reverse().join(", "));
}


/***/ }),

/***/ 6066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Uo: () => (/* binding */ headOf),
/* harmony export */   ci: () => (/* binding */ addressOf)
/* harmony export */ });
const LONGEST_QUOTE = 300;
const HEAD = 4000;
function quoted(text, longest = LONGEST_QUOTE) {
    const line = headOf(text)
        .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ")
        .trim();
    return line.length > longest || text.length > HEAD ? `${line.slice(0, longest).toWellFormed()}…` : line;
}
function headOf(text) {
    return text.slice(0, HEAD);
}
function addressOf(url) {
    const { origin, pathname } = new URL(url);
    return quoted(origin + pathname);
}


/***/ }),

/***/ 7645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tr: () => (/* binding */ armError),
/* harmony export */   VZ: () => (/* binding */ NETWORK_LOGIN),
/* harmony export */   Yh: () => (/* binding */ armMessage),
/* harmony export */   dG: () => (/* binding */ checkAnswer)
/* harmony export */ });
/* harmony import */ var _errors_network_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7562);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(387);
/* harmony import */ var _quoting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6066);



const NETWORK_LOGIN = 511;
const FINAL = [501, 505, NETWORK_LOGIN];
function checkAnswer(response, party) {
    const { status, bodyAsText, request } = response;
    const from = { url: (0,_quoting_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .ci)(request.url), party };
    const text = bodyAsText ?? "";
    if (status === 408 || status === 429 || (status >= 500 && !FINAL.includes(status))) {
        throw _errors_network_js__WEBPACK_IMPORTED_MODULE_0__/* .networkFailures */ .I.unavailable({ ...from, status: String(status), message: armMessage(text) });
    }
    if (status >= 300 && status < 400) {
        const kind = `a redirect (${status}) to another host, or one after the other,`;
        throw _errors_network_js__WEBPACK_IMPORTED_MODULE_0__/* .networkFailures */ .I.notJson({ ...from, kind });
    }
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o_)(text) === undefined)
        checkOtherText(response, text, from);
}
function checkOtherText({ status, headers }, text, from) {
    const isEmpty = text.trim() === "";
    if (isEmpty && (status === 401 || status < 300))
        return;
    if (status === 404 && (from.party === "adfs" || from.party === "authority")) {
        throw _errors_network_js__WEBPACK_IMPORTED_MODULE_0__/* .networkFailures */ .I.noService({ ...from, message: excerpt(text) });
    }
    const isHtml = /text\/html/i.test(headers.get("content-type") ?? "") || text.trimStart().startsWith("<");
    if (isHtml && !isEmpty) {
        throw _errors_network_js__WEBPACK_IMPORTED_MODULE_0__/* .networkFailures */ .I.notJson({ ...from, kind: `an HTML page (${status}: "${excerpt(text)}")` });
    }
    if (status >= 400)
        throw _errors_network_js__WEBPACK_IMPORTED_MODULE_0__/* .networkFailures */ .I.refused({ ...from, status: String(status), message: excerpt(text) });
    throw _errors_network_js__WEBPACK_IMPORTED_MODULE_0__/* .networkFailures */ .I.broken(from);
}
function armMessage(text) {
    const { code, message } = armError(text);
    if (message === undefined)
        return code === undefined ? excerpt(text) : (0,_quoting_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(code, 100);
    return code === undefined ? (0,_quoting_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(message) : `${(0,_quoting_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(code, 100)}: ${(0,_quoting_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(message)}`;
}
function armError(text) {
    const document = Object((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o_)(text));
    const envelopes = [document["error"], document["odata.error"], document].map((one) => Object(one));
    const first = (names) => envelopes.flatMap((one) => names.map((name) => wordsIn(one[name]))).find((found) => found !== undefined);
    const code = first(["code", "Code"]);
    const message = first(["message", "Message", "error_description"]);
    return { ...(code === undefined ? {} : { code }), ...(message === undefined ? {} : { message }) };
}
function wordsIn(value) {
    const text = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) ? value.value : value;
    return typeof text === "string" && text !== "" ? text : undefined;
}
function excerpt(text) {
    const words = (0,_quoting_js__WEBPACK_IMPORTED_MODULE_1__/* .headOf */ .Uo)(text).replaceAll(/<[^>]*>/g, " ");
    return (0,_quoting_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(words) || "(no text)";
}


/***/ }),

/***/ 1187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ Tunnel),
/* harmony export */   x: () => (/* binding */ tunnelRefused)
/* harmony export */ });
/* harmony import */ var https_proxy_agent__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1566);
/* harmony import */ var _errors_proxy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3382);
/* harmony import */ var _quoting_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6066);
/* harmony import */ var _responses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7645);




class Tunnel extends https_proxy_agent__WEBPACK_IMPORTED_MODULE_0__/* .HttpsProxyAgent */ .b {
    #answer;
    async connect(...[request, options]) {
        this.#answer = undefined;
        request.once("proxyConnect", (answer) => {
            this.#answer = answer;
        });
        return super.connect(request, options);
    }
    get endsAtProxy() {
        return this.#answer === undefined;
    }
    refusal(host) {
        if (this.#answer === undefined || this.#answer.statusCode === 200)
            return undefined;
        const names = { proxy: this.proxy.host, host, answer: wordsOf(this.#answer) };
        const schemes = this.#answer.headers["proxy-authenticate"];
        return tunnelRefused(this.#answer.statusCode, names, typeof schemes === "string" ? [schemes] : schemes);
    }
}
const NO_TUNNELS = [400, 404, 405, 501];
function tunnelRefused(status, names, challenges = []) {
    if (status === 407) {
        const schemes = challenges.flatMap((one) => schemesIn((0,_quoting_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(one)));
        const isBasic = schemes.length === 0 || schemes.some((one) => one.toLowerCase() === "basic");
        return isBasic
            ? _errors_proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .proxyFailures */ .y.wantsLogin(names)
            : _errors_proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .proxyFailures */ .y.otherLogin({ ...names, schemes: (0,_quoting_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(schemes.join(" or "), 100) });
    }
    if (NO_TUNNELS.includes(status))
        return _errors_proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .proxyFailures */ .y.opensNone(names);
    return status >= 500 && status !== _responses_js__WEBPACK_IMPORTED_MODULE_2__/* .NETWORK_LOGIN */ .VZ ? _errors_proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .proxyFailures */ .y.cannotReach(names) : _errors_proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .proxyFailures */ .y.forbids(names);
}
function schemesIn(challenge) {
    const parts = challenge.replaceAll(/"[^"]*"/g, '""').split(",");
    return parts.flatMap((part) => /^\s?([A-Za-z][\w-]*)(?: |$)/.exec(part)?.[1] ?? []);
}
function wordsOf({ statusCode, statusText, headers }) {
    const named = ["X-Squid-Error", "Proxy-Authenticate", "Via", "Server"]
        .map((name) => ({ name, value: String(headers[name.toLowerCase()] ?? "") }))
        .filter(({ value }) => value !== "")
        .map(({ name, value }) => `${name}: ${(0,_quoting_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(value, 100)}`);
    const beside = named.length === 0 ? "" : ` (${named.slice(0, 2).join(", ")})`;
    return `${`${statusCode} ${(0,_quoting_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(statusText, 100)}`.trim()}${beside}.`;
}


/***/ })

};
