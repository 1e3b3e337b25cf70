import { armFailures } from "./arm.ts";
import { authorityFailures } from "./authority.ts";
import { azFailures } from "./az.ts";
import { certificateFailures } from "./certificates.ts";
import { fileFailures } from "./files.ts";
import { identityFailures } from "./identity.ts";
import { inputFailures } from "./inputs.ts";
import { internalFailures } from "./internal.ts";
import { networkFailures } from "./network.ts";
import { pipelinesFailures } from "./pipelines.ts";
import { providerFailures } from "./providers.ts";
import { provisionFailures } from "./provision.ts";
import { proxyFailures } from "./proxy.ts";
import { stampFailures } from "./stamp.ts";
import { trustFailures } from "./trust.ts";

/** Every error a user can meet; docs/errors.md is generated from it. */
export const catalogue = {
  inputs: inputFailures,
  pipelines: pipelinesFailures,
  stamp: stampFailures,
  network: networkFailures,
  proxy: proxyFailures,
  certificates: certificateFailures,
  trust: trustFailures,
  files: fileFailures,
  identity: identityFailures,
  arm: armFailures,
  authority: authorityFailures,
  providers: providerFailures,
  az: azFailures,
  provision: provisionFailures,
  internal: internalFailures,
} as const;

export { authorityCodesOf } from "./authority-codes.ts";
