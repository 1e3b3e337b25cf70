/**
 * Calls az like AzureCLI@2 (2.279.0, Tasks/AzureCLIV2/azureclitask.ts of microsoft/azure-pipelines-tasks): the same
 * commands in the same order, with the same library and the same quotes. Its version checks, telemetry and other shells
 * are missing. So is its client for ID tokens; the documented request replaces it.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as tl from "azure-pipelines-task-lib/task.js";

const temp = tl.getVariable("Agent.TempDirectory") ?? "";
const connection = tl.getInput("connectedServiceNameARM", true) ?? "";
let certificate: string | undefined;
let configFolder: string | undefined;
let loggedIn = false;

try {
  const { stdout } = az("--version", "az is not here");
  const takesCertificate = Number(/azure-cli\s+2\.(\d+)\./.exec(stdout)?.[1]) >= 66;
  if (!tl.getBoolInput("useGlobalConfig")) {
    configFolder = mkdtempSync(path.join(temp, ".azclitask-"));
    process.env["AZURE_CONFIG_DIR"] = configFolder;
  }
  const environment = tl.getEndpointDataParameter(connection, "environment", true);
  if (environment) az(`cloud set -n ${environment}`, "cloud set failed");
  await login(takesCertificate);
  const script = path.join(temp, "azureclitaskscript.sh");
  writeFileSync(script, tl.getInput("inlineScript", true) ?? "");
  const exitCode = await tl.tool(tl.which("bash", true)).arg(script).execAsync({ ignoreReturnCode: true });
  rmSync(script);
  if (exitCode === 0) tl.setResult(tl.TaskResult.Succeeded, "Script exited with return code: 0");
  else tl.setResult(tl.TaskResult.Failed, `Script failed with exit code: ${exitCode}`);
} catch (error) {
  tl.setResult(tl.TaskResult.Failed, `Script failed with error: ${error instanceof Error ? error.message : error}`);
} finally {
  if (certificate !== undefined) rmSync(certificate);
  if (loggedIn) tl.execSync("az", " account clear");
  if (configFolder !== undefined) rmSync(configFolder, { recursive: true });
}

async function login(takesCertificate: boolean): Promise<void> {
  const parameter = (name: string) => tl.getEndpointAuthorizationParameter(connection, name, false) ?? "";
  const who = `-u "${parameter("serviceprincipalid")}"`;
  const where = `--tenant "${parameter("tenantid")}" --allow-no-subscriptions`;
  const quiet = tl.getBoolInput("visibleAzLogin", true) ? "" : " --output none";
  if (tl.getEndpointAuthorizationScheme(connection, true)?.toLowerCase() === "workloadidentityfederation") {
    const token = await idToken();
    tl.setSecret(token);
    az(`login --service-principal ${who} ${where} --federated-token "${token}"${quiet}`, "Azure login failed");
  } else {
    let password = "";
    let option = "--password";
    if (tl.getEndpointAuthorizationParameter(connection, "authenticationType", true) === "spnCertificate") {
      if (takesCertificate) option = "--certificate";
      password = path.join(temp, "spnCert.pem");
      certificate = password;
      writeFileSync(password, parameter("servicePrincipalCertificate"));
    } else {
      password = parameter("serviceprincipalkey").replaceAll('"', '\\"');
    }
    az(`login --service-principal ${who} ${option}="${password}" ${where}${quiet}`, "Azure login failed");
  }
  loggedIn = true;
  const subscription = tl.getEndpointDataParameter(connection, "SubscriptionID", true);
  if (subscription) az(`account set --subscription "${subscription}"`, "Error in setting up subscription");
}

async function idToken(): Promise<string> {
  const url = `${tl.getVariable("System.OidcRequestUri")}?api-version=7.1&serviceConnectionId=${connection}`;
  const access = tl.getEndpointAuthorizationParameter("SystemVssConnection", "AccessToken", false);
  const response = await fetch(url, { method: "POST", headers: { authorization: `Bearer ${access}` } });
  return String(Object(await response.json()).oidcToken);
}

function az(args: string, failure: string): { readonly stdout: string } {
  const result = tl.execSync("az", args);
  if (result.code !== 0) throw new Error(`${failure}: ${result.stderr}`);
  return result;
}
