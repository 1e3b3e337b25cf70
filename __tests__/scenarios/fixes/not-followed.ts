/** Fixes that no test follows from the error to the login, with the reasons. */

const ENTRA =
  "an administrator of the tenant does it in Microsoft Entra, of which the emulator has no more than tokens";
const OPERATOR = "the stamp's operator does it";
const MINUTES = "the error itself takes the better part of a minute, or more";
const DEVICE_CODE =
  "needs an az that logs in by device code: device-code.test.ts enters, declines and forgets the code";
const OTHER_USER =
  "needs a runner's user without these rights: environment.test.ts has one, and a login beside each error";
const REAL_AZ = "needs an az of another kind: real-az/ logs in with each that is there";
const INSTALLATION = "an installation of az takes a minute: real-az/provision.test.ts installs what the fixes name";

const REASONS: Readonly<Record<string, readonly string[]>> = {
  [ENTRA]: ["AZS441", "AZS444", "AZS446", "AZS447", "AZS450", "AZS451", "AZS456", "AZS457", "AZS463"],
  [OPERATOR]: ["AZS229", "AZS435", "AZS442", "AZS465", "AZS462", "AZS471", "AZS472", "AZS473"],
  "the network's administrators do it": ["AZS445"],
  "it names no action of its own: the answer says what to do, and the page that it leads to": ["AZS408", "AZS413"],
  [MINUTES]: ["AZS203", "AZS217", "AZS352", "AZS433", "AZS512", "AZS513", "AZS514", "AZS525", "AZS527"],
  "a stamp has fewer subscriptions only after others took roles away": ["AZS223"],
  "certificates are made anew by the operator: network-tls.test.ts has a right one beside each": ["AZS206", "AZS225"],
  "needs a VM of a stamp: real-az/waagent.test.ts follows it on a machine that looks like one": ["AZS325", "AZS326"],
  "a key of so many bits takes minutes to make": ["AZS354"],
  [OTHER_USER]: ["AZS344", "AZS516", "AZS518"],
  "needs stores of the machine: trust-obstacles.test.ts and trust-java.test.ts follow it there": [
    "AZS330",
    "AZS334",
    "AZS335",
  ],
  "needs Windows: windows/shared.ts has a login beside the error": ["AZS345"],
  "needs Windows, and an administrator there": ["AZS336"],
  "an agent ends the job before the task does, but where a template hides the name from it": ["AZS146"],
  "what stands in the way comes between the check and the writing: sample-config.test.ts": ["AZS340"],
  [DEVICE_CODE]: ["AZS420", "AZS421", "AZS422", "AZS464", "AZS510"],
  [REAL_AZ]: ["AZS505", "AZS507", "AZS509", "AZS511"],
  [INSTALLATION]: ["AZS521", "AZS522", "AZS523", "AZS524", "AZS526"],
  "debug logging shows more, and the fault stays": ["AZS503", "AZS901"],
  "the runner's Node is older than the one of the tests: old-runner.test.ts": ["AZS902"],
};

/** Reasons by code. */
export const NOT_FOLLOWED: ReadonlyMap<string, string> = new Map(
  Object.entries(REASONS).flatMap(([reason, codes]) => codes.map((code) => [code, reason] as const)),
);
