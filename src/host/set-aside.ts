import type { Environment } from "./host.ts";

/** Variables with which libraries in the step's own process would skip verification or log in elsewhere. */
const SET_ASIDE = [
  "NODE_TLS_REJECT_UNAUTHORIZED",
  "MSAL_FORCE_REGION",
  "AZURE_REGIONAL_AUTHORITY_NAME",
  "AZURE_IDENTITY_DISABLE_MULTITENANTAUTH",
];

/** Removes them from the environment of this process and of those that it starts. @returns the removed variables */
export function setAside(environment: NodeJS.ProcessEnv): Environment {
  const found = SET_ASIDE.filter((name) => environment[name] !== undefined);
  const taken = Object.fromEntries(found.map((name) => [name, environment[name]]));
  for (const name of found) delete environment[name];
  return taken;
}
