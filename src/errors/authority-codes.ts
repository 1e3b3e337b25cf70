import { authorityFailures, type Refused } from "./authority.ts";
import type { FailureKind } from "./failure.ts";
import { identityFailures } from "./identity.ts";

/** All identity errors, including those that an authority's refusal can lead to. */
export const refusals = { ...identityFailures, ...authorityFailures };
type Kinds = typeof refusals;
export type Refusal = { [K in keyof Kinds]: Kinds[K] extends FailureKind<Refused> ? K : never }[keyof Kinds];

const list = (codes: string): readonly string[] => codes.split(/\s+/).filter((code) => code !== "");

/**
 * The codes of an authority's answers by the error that they lead to.
 *
 * Sources: for Entra, the documentation "Microsoft Entra authentication and authorization error codes" and the texts
 * that https://login.microsoftonline.com/error?code=… shows; for AD FS, which has no list, the answers that users
 * pasted into reports. Codes of browsers, SAML, refresh tokens and devices are left out, since no login of this step
 * can get them.
 */
export const CODES: Readonly<Partial<Record<Refusal, readonly string[]>>> = {
  wrongSecret: list("AADSTS7000215"),
  expiredSecret: list("AADSTS7000222"),
  unknownApplication: list(
    "AADSTS700016 AADSTS700011 AADSTS70001 AADSTS700038 AADSTS700019 AADSTS90049 AADSTS90112 MSIS9607",
  ),
  noPrincipal: list("AADSTS7000229 AADSTS7000217 AADSTS90099"),
  applicationDisabled: list("AADSTS7000112 AADSTS7000116 AADSTS1000031"),
  stampDisabled: list("AADSTS500014 AADSTS7000117"),
  publicClient: list("AADSTS700025 AADSTS9002319"),
  unknownTenant: list("AADSTS90002 AADSTS900023 AADSTS50059 AADSTS50128 AADSTS90019 AADSTS500209 AADSTS500210"),
  tenantClosed: list("AADSTS5000224 AADSTS5000225 AADSTS90085"),
  otherCloud: list(
    "AADSTS900382 AADSTS900432 AADSTS90038 AADSTS90042 AADSTS90043 AADSTS90044 AADSTS90051 AADSTS50049 AADSTS1000104 AADSTS1002021",
  ),
  unknownResource: list(
    "AADSTS500011 AADSTS50001 AADSTS500012 AADSTS500013 AADSTS500015 AADSTS500016 AADSTS500017 AADSTS650052 AADSTS650054 AADSTS650058 AADSTS700017 AADSTS700018 AADSTS700039 AADSTS70011 AADSTS28002 AADSTS650053 AADSTS1002012 MSIS9602",
  ),
  clientNotAllowed: list(
    "AADSTS65001 AADSTS65002 AADSTS65005 AADSTS65006 AADSTS65007 AADSTS650051 AADSTS650055 AADSTS650056 AADSTS650057 AADSTS650061 AADSTS90008 AADSTS90093 AADSTS90094 AADSTS90095 AADSTS90096 AADSTS900941 AADSTS900942 AADSTS90009 AADSTS9002341 MSIS3126 MSIS5007 MSIS7068",
  ),
  stampMisconfigured: list(
    "AADSTS50007 AADSTS50010 AADSTS50042 AADSTS50043 AADSTS50124 AADSTS50146 AADSTS501461 AADSTS501621 AADSTS9002329",
  ),
  requestMalformed: list(
    "AADSTS50192 AADSTS90004 AADSTS90013 AADSTS90014 AADSTS90023 AADSTS90100 AADSTS90117 AADSTS90121 AADSTS165900 AADSTS900144 AADSTS900561 AADSTS9002313 AADSTS9002323 AADSTS9002324 AADSTS7000216 AADSTS7000218 AADSTS7000219",
  ),
  notAssigned: list("AADSTS50105 AADSTS501051"),
  defaultScopeRefused: list("MSIS9605"),

  certificateNotRegistered: list("AADSTS700027 AADSTS700026 AADSTS700028 AADSTS50003 AADSTS500031"),
  certificateNotAuthorized: list(
    "AADSTS700029 AADSTS700030 AADSTS700031 AADSTS700032 AADSTS7000210 AADSTS7000211 AADSTS7000212 AADSTS7000213 AADSTS7000214 AADSTS7000221 AADSTS50017 AADSTS500183 AADSTS500187 AADSTS220501",
  ),
  weakKey: list("AADSTS50032 AADSTS50035"),
  clockOff: list("AADSTS700024 AADSTS500133"),

  subjectMismatch: list(
    "AADSTS70021 AADSTS70025 AADSTS700211 AADSTS700212 AADSTS700213 AADSTS7002111 AADSTS7002121 AADSTS7002138 AADSTS7002203 AADSTS7000226 AADSTS7000227",
  ),
  federationForbidden: list(
    "AADSTS700222 AADSTS700223 AADSTS700226 AADSTS700227 AADSTS700229 AADSTS700231 AADSTS700236 AADSTS700238 AADSTS7002381",
  ),
  assertionRefused: list(
    "AADSTS50013 AADSTS500131 AADSTS500132 AADSTS500135 AADSTS500136 AADSTS500137 AADSTS50027 AADSTS500126 AADSTS500277 AADSTS5002726 AADSTS5002727 AADSTS50006 AADSTS500061 AADSTS5000811 AADSTS50048 AADSTS50120 AADSTS50098 AADSTS70023 AADSTS70024 AADSTS700021 AADSTS700022 AADSTS700023 AADSTS7000220 AADSTS900384 AADSTS9002317 AADSTS90010 AADSTS90016 AADSTS240002 AADSTS500033 AADSTS500184",
  ),

  wrongPassword: list(
    "AADSTS50034 AADSTS50052 AADSTS50054 AADSTS50056 AADSTS50064 AADSTS50126 AADSTS90125 MSIS9659 MSIS8022",
  ),
  accountBlocked: list("AADSTS50053 AADSTS50057 AADSTS500571 AADSTS500341 AADSTS80012 MSIS3173"),
  passwordExpired: list(
    "AADSTS50055 AADSTS50125 AADSTS50132 AADSTS50133 AADSTS50135 AADSTS50137 AADSTS50142 AADSTS50144 AADSTS50173",
  ),
  foreignAccount: list(
    "AADSTS50020 AADSTS50014 AADSTS50177 AADSTS50178 AADSTS50197 AADSTS51004 AADSTS16000 AADSTS16003 AADSTS90072 AADSTS90126 AADSTS500200 AADSTS500202 AADSTS500204 AADSTS500205 AADSTS500206 AADSTS500207 AADSTS500208 AADSTS500211 AADSTS700056 AADSTS9002331 AADSTS9002332 AADSTS50134 AADSTS500185",
  ),
  directoryUnreachable: list("AADSTS80001 AADSTS80002 AADSTS80005 AADSTS80007 AADSTS80010 AADSTS80013 AADSTS80014"),
  conditionalAccess: list(
    "AADSTS53003 AADSTS53000 AADSTS53001 AADSTS53002 AADSTS53005 AADSTS53009 AADSTS53011 AADSTS530001 AADSTS530002 AADSTS530003 AADSTS530004 AADSTS530021 AADSTS530031 AADSTS530032 AADSTS530033 AADSTS530034 AADSTS530035 AADSTS50005 AADSTS50097 AADSTS50129 AADSTS50131 AADSTS50155 AADSTS50187 AADSTS501313 AADSTS50077 AADSTS50081 AADSTS135011",
  ),
  crossTenant: list("AADSTS500212 AADSTS500213"),
  tenantRestricted: list("AADSTS500021 AADSTS500022 AADSTS500023 AADSTS500024 AADSTS50002"),

  codeExpired: list("AADSTS70016 AADSTS70018 AADSTS70019 AADSTS70020 AADSTS70039 AADSTS7000014"),
  codeDeclined: list("AADSTS65004 AADSTS650041 AADSTS70034 AADSTS70037 AADSTS90120 AADSTS90135 AADSTS90137"),
  grantRefused: list("AADSTS70003 AADSTS7000021 AADSTS50194 AADSTS9001023 AADSTS90136 MSIS9611 MSIS9699"),
  authorityFault: list(
    "AADSTS50000 AADSTS50004 AADSTS50033 AADSTS50087 AADSTS50166 AADSTS50196 AADSTS90006 AADSTS90012 AADSTS90024 AADSTS90025 AADSTS90030 AADSTS90031 AADSTS90032 AADSTS90033 AADSTS90035 AADSTS90036 AADSTS90037 AADSTS90039 AADSTS90040 AADSTS90041 AADSTS90045 AADSTS90055 AADSTS90090 AADSTS90091 AADSTS90092 AADSTS90202 AADSTS70012 AADSTS230109 AADSTS2205013 MSIS9604 MSIS9642 MSIS7042",
  ),
};

/** Kinds of credentials; see `src/inputs/credential.ts`. */
type Kind = "secret" | "certificate" | "oidc" | "password" | "device-code";

/**
 * Codes that say only that the credential was refused or not sufficient: the error depends on the kind of credential.
 */
export const CODES_BY_CREDENTIAL: readonly {
  readonly codes: readonly string[];
  readonly byKind: Readonly<Partial<Record<Kind, Refusal>>>;
}[] = [
  {
    codes: list("AADSTS50012 AADSTS70002 MSIS9622 MSIS9623"),
    byKind: {
      secret: "wrongSecret",
      certificate: "certificateNotRegistered",
      oidc: "assertionRefused",
      password: "wrongPassword",
    },
  },
  {
    codes: list(
      "AADSTS50072 AADSTS50074 AADSTS50076 AADSTS50078 AADSTS50079 AADSTS50088 AADSTS50158 AADSTS50161 AADSTS53004 AADSTS53010 AADSTS54008 AADSTS54009 AADSTS54010 AADSTS500121 AADSTS50015 AADSTS50019 AADSTS50180 AADSTS51006 AADSTS700020",
    ),
    byKind: { password: "moreThanPassword", "device-code": "secondFactorMissing" },
  },
];

/**
 * General codes, which precede a more specific one in the same answer ("AADSTS70002: … AADSTS50012: …"), from the least
 * to the most specific; any other code takes precedence over them.
 */
export const GENERAL = list("AADSTS70002 AADSTS70000 AADSTS50000 AADSTS50012 AADSTS50013 AADSTS50027");

/** Reasons that an answer gives in brackets, for a code that has several. */
export const REASONS: readonly { readonly says: RegExp; readonly refusal: Refusal }[] = [
  { says: /expired/i, refusal: "keyExpired" },
  { says: /not (?:yet )?valid|valid yet|future/i, refusal: "keyNotYetValid" },
  { says: /signature value|use of the key|verify the signature|signature verification/i, refusal: "signatureWrong" },
  { says: /not found|unknown|no key|not registered/i, refusal: "certificateNotRegistered" },
];

/**
 * The authorities' codes that lead to an error, for the documentation.
 *
 * @param azs a code of the catalogue, such as `AZS403`
 */
export function authorityCodesOf(azs: string): readonly string[] {
  const name = (Object.keys(refusals) as Refusal[]).find((one) => refusals[one].code === azs);
  if (name === undefined) return [];
  const byCredential = CODES_BY_CREDENTIAL.filter(({ byKind }) => Object.values(byKind).includes(name));
  const byReason = REASONS.some(({ refusal }) => refusal === name) ? ["AADSTS700027"] : [];
  return [...new Set([...(CODES[name] ?? []), ...byCredential.flatMap(({ codes }) => codes), ...byReason])];
}
