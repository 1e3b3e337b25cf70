import path from "node:path";
import type { Host } from "../host/host.ts";
import { configuredProxy, proxyForLater } from "../io/proxy.ts";
import type { Recorder } from "../journal/kind.ts";
import { OUTPUTS, type Results, VARIABLES } from "./exports.ts";
import { exportVariables, type JobVariable } from "./job-variables.ts";

/** Exports the results to the later steps of the job. */
export async function exportResults(
  results: Results,
  host: Host,
  journal: Recorder & { readonly folder: string },
): Promise<void> {
  for (const { name, value, own: isOwn = false } of OUTPUTS) {
    host.setOutput(name, value(results) ?? "", { own: isOwn });
  }
  const { az, bundle, renewal } = results;
  const afterwards = { ofFiles: bundle?.afterwards ?? {}, ofAz: az.afterwards };
  await exportVariables([...promised(results), ...replaced(results, host)], afterwards, host, journal);
  for (const warning of az.warnings) host.warning(warning);
  if (az.installed) host.addPath(path.dirname(az.path));
  if (renewal?.launchers !== undefined) host.addPath(renewal.launchers);
}

function promised(results: Results): readonly JobVariable[] {
  return VARIABLES.flatMap(({ name, value, secret: isSecret = false, own: isOwn = false }) => {
    const text = value(results);
    return !text || (isSecret && !results.inputs.exportCredentials) ? [] : [{ name, text, isSecret, isOwn }];
  });
}

/** Variables that the job has and that would override the documented exports or mislead az, with their replacements. */
function replaced({ stamp, az }: Results, host: Pick<Host, "environment" | "mask">): readonly JobVariable[] {
  const known = new Set(VARIABLES.map(({ name }) => name));
  const urls = [stamp.endpoint, stamp.authority.loginEndpoint].map((url) => new URL(url));
  const proxy = proxyForLater(urls, host.environment);
  const password = proxy["https_proxy"] === undefined ? "" : configuredProxy(host.environment)?.password;
  // With debug logging, an agent prints the commands that set variables.
  if (password) host.mask(password);
  return Object.entries({ ...az.variables, ...proxy })
    .filter(([name]) => !known.has(name))
    .map(([name, text]) => ({ name, text, isSecret: false, isOwn: true }));
}
