import { azFailures } from "./az.ts";
import { certificateFailures } from "./certificates.ts";
import { identityFailures } from "./identity.ts";
import { inputFailures } from "./inputs.ts";
import { internalFailures } from "./internal.ts";
import { provisionFailures } from "./provision.ts";
import { stampFailures } from "./stamp.ts";
import { trustFailures } from "./trust.ts";

/** Every error a user can meet; docs/errors.md is generated from it. */
export const catalogue = {
  inputs: inputFailures,
  stamp: stampFailures,
  certificates: certificateFailures,
  trust: trustFailures,
  identity: identityFailures,
  az: azFailures,
  provision: provisionFailures,
  internal: internalFailures,
} as const;
