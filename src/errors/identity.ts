import { isAdfs, keys, type Refused, said } from "./authority.ts";
import { failure } from "./failure.ts";
import { onCi } from "./on-ci.ts";

/** Statuses with which a CI refuses an ID token; also matches the documentation's placeholder, which shows this fix. */
const REFUSALS = /^4|^</;

/** `AZS4xx`: credential, token, subscription and profile. `answer` is the authority's own message. */
export const identityFailures = {
  wrongSecret: failure("AZS401", "Wrong client secret", (names: Refused) => ({
    problem: `${names.authority} does not accept the client secret of application ${names.clientId}.${said(names.answer)}`,
    fix: `${names.hint}pass the secret's value, not its ID, as client-secret; if it is lost${isAdfs(names) ? " or has expired (AD FS does not say which), have the stamp's operator create a new one" : ", create a new one in the application's registration"}.`,
  })),
  expiredSecret: failure("AZS402", "Expired client secret", ({ clientId, authority, answer }: Refused) => ({
    problem: `the client secret of application ${clientId} has expired at ${authority}.${said(answer)}`,
    fix: "create a new secret in the application's registration and pass it as client-secret.",
  })),
  unknownApplication: failure("AZS403", "Unknown application", (names: Refused) => ({
    problem: `${names.authority} knows no application ${names.clientId}.${said(names.answer)}`,
    fix: isAdfs(names)
      ? "check client-id: the client ID that the stamp's operator got when the application was registered in its AD FS (Get-GraphApplication), not its name or object ID. An application of Microsoft Entra is not known there."
      : "check client-id (the application ID, not the object ID) and tenant-id: the application must be registered in that tenant.",
  })),
  unknownTenant: failure("AZS404", "Unknown tenant", ({ authority, answer }: Refused) => ({
    problem: `there is no tenant at ${authority}.${said(answer)}`,
    fix: "correct tenant-id, or leave it out: azs-login then asks the stamp.",
  })),
  certificateNotRegistered: failure("AZS405", "Certificate not registered", (names: Refused) => ({
    problem: `${names.authority} does not accept the certificate of application ${names.clientId}.${keys(names)}${said(names.answer)}`,
    fix: isAdfs(names)
      ? "have the stamp's operator register the certificate (its public part) for the application (Set-GraphApplication), or pass the one that is registered as client-certificate; compare the thumbprints. AD FS gives the same answer if the runner's clock is wrong."
      : "upload the certificate (its public part) to the application's registration, or pass the one that is registered as client-certificate; compare the thumbprints.",
  })),
  subjectMismatch: failure("AZS406", "OIDC subject does not match", ({ clientId, authority, answer }: Refused) => ({
    problem: `no federated credential of application ${clientId} at ${authority} matches this job's ID token.${said(answer)}`,
    fix: "set the federated credential's issuer, subject and audience to exactly those of the job's ID token.",
  })),
  defaultScopeRefused: failure(
    "AZS407",
    "AD FS refuses the .default scope (MSIS9605)",
    ({ who, authority, answer }: Refused) => ({
      problem: `the AD FS at ${authority} does not let ${who} ask for a token, neither for a scope nor for the stamp as a resource.${said(answer)}`,
      fix: "check client-id, and ask the stamp's operator to register the application for this stamp, or to update the stamp.",
    }),
  ),
  refused: failure("AZS408", "The authority refused the login", ({ who, authority, answer, lookup }: Refused) => ({
    problem: `${authority} refused the login of ${who}, for a reason that azs-login does not know.${said(answer)}`,
    fix: lookup,
  })),
  unknownResource: failure("AZS409", "The authority does not know the stamp", (names: Refused) => ({
    problem: `${names.authority} does not know the stamp as a resource (${names.resource}).${said(names.answer)}`,
    fix: isAdfs(names)
      ? "ask the stamp's operator whether its deployment or update is complete: its AD FS must know the audience that its metadata names."
      : "check that tenant-id is the tenant the stamp was deployed with, or one that its operator onboarded as a guest tenant.",
  })),
  noSubscription: failure(
    "AZS410",
    "No subscription",
    ({ who, endpoint, seen }: { who: string; endpoint: string; seen: string }) => ({
      problem: `${who} sees no enabled subscription at ${endpoint}; it sees ${seen}.`,
      fix: "ask the stamp's operator to enable a subscription that is disabled, give the service principal or user a role (Contributor, Reader) in one that is enabled, or set allow-no-subscriptions: true.",
    }),
  ),
  subscriptionNotVisible: failure(
    "AZS411",
    "Subscription not visible",
    ({ subscription, visible }: { subscription: string; visible: string }) => ({
      problem: `subscription "${subscription}" is not among those this login sees: ${visible}.`,
      fix: "set subscription-id to one of them (ID or exact name), or give the service principal or user a role in that subscription.",
    }),
  ),
  ambiguousSubscription: failure(
    "AZS412",
    "Subscription name is ambiguous",
    ({ subscription, matches }: { subscription: string; matches: string }) => ({
      problem: `several subscriptions are named "${subscription}": ${matches}.`,
      fix: "set subscription-id to the ID of the one you mean.",
    }),
  ),
  noProfile: failure(
    "AZS414",
    "No API profile fits the stamp",
    ({ endpoint, versions }: { endpoint: string; versions: string }) => ({
      problem: `the resource API versions of ${endpoint} (${versions}) fit no hybrid API profile.`,
      fix: "set profile to the API profile or build that the stamp's operator names.",
    }),
  ),
  clockOff: failure("AZS415", "The runner's clock is off", ({ who, authority, answer }: Refused) => ({
    problem: `for ${authority}, the assertion of ${who} has expired or is not valid yet.${said(answer)}`,
    fix: "set the runner's clock (NTP): it must be within five minutes of the authority's. With OIDC, run the job again: an ID token is valid for some minutes only.",
  })),
  noIdToken: failure(
    "AZS416",
    "The CI gave no ID token",
    ({ answer, ci, status }: { answer: string; ci: string; status: string }) => ({
      problem: `the CI gave no ID token: ${answer.replace(/\.?$/, ".")}`,
      fix: REFUSALS.test(status)
        ? `${onCi(ci, {
            github:
              "give the job, and the job that calls it as a reusable workflow, permissions: { id-token: write, contents: read }; a pull request from a fork never gets this permission",
            pipelines:
              "check in Project settings, Service connections that the connection exists, uses workload identity federation, and may be used by this pipeline",
          })}. If that is so, run the job again, and look at the CI's status page.`
        : "run the job again; if it fails again, look at the CI's status page, and check whether a proxy answers in its place.",
    }),
  ),
  idTokenAbroad: failure("AZS423", "ID token for a host of the stamp", ({ authority }: { authority: string }) => ({
    problem: `the stamp names ${authority} as its authority, a host of its own. Anybody who has the job's ID token can log in to Entra, so it is sent to Entra's hosts only. Nothing was sent.`,
    fix: "if that authority is right, add its host to trusted-authorities, or log in with client-secret or client-certificate.",
  })),
  noFederation: failure(
    "AZS417",
    "AD FS does not accept ID tokens",
    ({ clientId, authority }: { clientId: string; authority: string }) => ({
      problem: `${authority} is the AD FS of a stamp, which lets no application (${clientId}) log in with an ID token of another issuer.`,
      fix: "use client-certificate or client-secret.",
    }),
  ),
  wrongPassword: failure("AZS418", "Wrong user name or password", (names: Refused) => ({
    problem: `${names.authority} does not accept the password of ${names.who}.${said(names.answer)}`,
    fix: `${names.hint}check username (user@domain) and password; the account must exist ${isAdfs(names) ? "in the directory of the stamp's AD FS" : "in the tenant"}.`,
  })),
  moreThanPassword: failure("AZS419", "A password is not enough", ({ who, authority, answer }: Refused) => ({
    problem: `${authority} wants more of ${who} than a password, such as a second factor.${said(answer)}`,
    fix: "use client-secret, client-certificate or OIDC of a service principal; a user who is present can use auth-type: device-code.",
  })),
  codeExpired: failure("AZS420", "Device code expired", ({ authority, answer }: Refused) => ({
    problem: `nobody entered the device code at ${authority} in time.${said(answer)}`,
    fix: "run the step again and enter the code that its notice shows within 15 minutes.",
  })),
  noCodeWithoutScope: failure(
    "AZS422",
    "AD FS does not accept device codes from az",
    ({ authority, answer }: Refused) => ({
      problem: `the AD FS at ${authority} refuses scopes (MSIS9605), and az asks for a scope when it logs in with a device code.${said(answer)}`,
      fix: "use client-secret, client-certificate, or username and password: with those, azs-login uses an az that asks for no scope.",
    }),
  ),
  codeDeclined: failure("AZS421", "Device code declined", ({ authority, answer }: Refused) => ({
    problem: `the login with the device code was declined at ${authority}.${said(answer)}`,
    fix: "run the step again and approve the login.",
  })),
};
