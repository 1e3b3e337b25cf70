/**
 * The manifest of the Azure Pipelines task. It is made from inputs and outputs in action.yml and variables in
 * src/results/exports.ts. This file adds only what Azure Pipelines also needs (task.json schema of
 * microsoft/azure-pipelines-task-lib, tasks.schema.json).
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { inCamelCase, respeller } from "../src/host/pipelines-spelling.ts";
import type { InputName } from "../src/inputs/input-names.ts";
import { REPLACED_VARIABLES, VARIABLES } from "../src/results/exports.ts";
import { readAction } from "./action.ts";

const ROOT = path.join(import.meta.dirname, "..");
const GROUPS = { login: "Login", trust: "Trust", az: "Azure CLI", later: "Later steps", advanced: "Advanced" } as const;
type Group = keyof typeof GROUPS;

interface Field {
  readonly label: string;
  readonly group?: Group;
  readonly type?: "boolean" | "multiLine" | "pickList" | "connectedService:AzureRM" | "secureFile";
  readonly options?: readonly string[];
  /** The values of authType for which the input is shown. */
  readonly shownFor?: readonly string[];
  /** Replaces the description of action.yml if that is not right for Azure Pipelines. */
  readonly help?: string;
}

const AUTH_TYPES = ["auto", "secret", "certificate", "oidc", "device-code", "password"];
const SECRET = "Pass it as a secret variable, `$(NAME)`.";

/** Inputs of action.yml. `audience` is missing, because all ID tokens of Azure DevOps have the same audience. */
const FIELDS: Readonly<Partial<Record<InputName, Field>>> = {
  endpoint: { label: "Azure Resource Manager endpoint" },
  "auth-type": {
    label: "Authentication",
    group: "login",
    type: "pickList",
    options: AUTH_TYPES,
    help:
      "Kind of credential. `auto` takes the one credential that is given, and refuses two. If none is given and the " +
      "service connection uses workload identity federation, `auto` means `oidc`. `device-code` shows a code as a " +
      "warning and waits until somebody enters it.",
  },
  "client-id": { label: "Client ID", group: "login" },
  "tenant-id": { label: "Tenant ID", group: "login" },
  "client-secret": { label: "Client secret", group: "login", shownFor: ["auto", "secret"] },
  "client-certificate": {
    label: "Client certificate",
    group: "login",
    shownFor: ["auto", "certificate"],
    help:
      "Certificate of the service principal with its private key: base64 of PEM or PFX, or the path of a PEM or PFX " +
      "file (a relative one starts at `System.DefaultWorkingDirectory`). RSA keys only. " +
      `${SECRET} A secret variable has one line.`,
  },
  "client-certificate-password": {
    label: "Password of the certificate",
    group: "login",
    shownFor: ["auto", "certificate"],
  },
  username: { label: "User name", group: "login", shownFor: ["auto", "password"] },
  password: { label: "Password", group: "login", shownFor: ["auto", "password"] },
  creds: { label: "JSON of Azure/login", group: "login", shownFor: ["auto", "secret"] },
  "subscription-id": { label: "Subscription", group: "login" },
  "allow-no-subscriptions": { label: "Allow no subscriptions", group: "login", type: "boolean" },
  "ca-certificate": { label: "CA root of the stamp", group: "trust", type: "multiLine" },
  "ca-fingerprint": { label: "Fingerprint of the CA root", group: "trust" },
  "trust-stores": { label: "Trust stores", group: "trust" },
  "trusted-authorities": { label: "Trusted authorities", group: "trust" },
  profile: { label: "API profile", group: "az" },
  "az-version": { label: "Version of az", group: "az" },
  "az-path": { label: "Path of az", group: "az" },
  "az-wheels": { label: "Wheels of az", group: "az" },
  "cloud-name": { label: "Name of the cloud", group: "az" },
  "vm-image-alias-doc": { label: "VM image aliases", group: "az" },
  isolate: { label: "Configuration folder of its own", group: "az", type: "boolean" },
  "register-providers": { label: "Resource providers", group: "later" },
  "export-credentials": {
    label: "Export credentials",
    group: "later",
    type: "boolean",
    help:
      "`true`: also exports the secret, or the password of the PFX, to later steps, for SDKs and Terraform that log in " +
      "by themselves. They become secret variables, which a script gets only through its `env`.",
  },
  "sample-config": { label: "File for Microsoft's samples", group: "later" },
  cleanup: { label: "Clean up", group: "advanced", type: "boolean" },
};

/** Inputs that only Azure Pipelines has, each with the input of action.yml that follows it. */
const OWN: readonly { readonly name: string; readonly before: InputName; readonly field: Field }[] = [
  {
    name: "azureConnection",
    before: "endpoint",
    field: {
      label: "Azure Resource Manager connection",
      type: "connectedService:AzureRM",
      help:
        "Service connection with the endpoint (environment: Azure Stack), the tenant, the subscription, and a service " +
        "principal with secret, certificate or workload identity federation. An input of the same meaning overrides it. " +
        "The cloud gets the name of the connection's environment, which `AzureCLI@2` expects. From a connection for " +
        "another cloud only the service principal is used; set `endpoint` to the stamp.",
    },
  },
  {
    name: "clientCertificateSecureFile",
    before: "client-certificate-password",
    field: {
      label: "Client certificate as secure file",
      group: "login",
      type: "secureFile",
      shownFor: ["auto", "certificate"],
      help: "A PEM or PFX file of the library, instead of `clientCertificate`. It is not written to the agent's disk.",
    },
  },
];

const action = readAction();
const { version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as { readonly version: string };
const respelled = respeller(Object.keys(action.inputs));

/** The text of azure-pipelines/AzsLogin/task.json. */
export function taskManifest(): string {
  const [Major, Minor, Patch] = version.split(".").map(Number);
  const outputs = Object.keys(action.outputs).map(inCamelCase);
  const manifest = {
    id: "d5c1db58-074b-4008-bf76-32c3edd5dcae",
    name: "AzsLogin",
    friendlyName: "Azure Stack Hub login",
    description: action.description,
    author: "azs-login",
    helpUrl: "https://github.com/org/azs-login",
    helpMarkDown: "[How to use it](https://github.com/org/azs-login/blob/v1/docs/pipelines.md)",
    category: "Deploy",
    visibility: ["Build", "Release"],
    runsOn: ["Agent", "DeploymentGroup"],
    demands: [],
    version: { Major, Minor, Patch },
    // The first agent with Node 24.
    minimumAgentVersion: "4.265.1",
    instanceNameFormat: "Log in to Azure Stack Hub $(endpoint)",
    showEnvironmentVariables: true,
    groups: Object.entries(GROUPS).map(([name, displayName]) => ({ name, displayName, isExpanded: name === "login" })),
    inputs: inputs(),
    outputVariables: Object.entries(action.outputs).map(([name, { description }]) => ({
      name: inCamelCase(name),
      description: respelled(description),
    })),
    execution: { Node24: { target: "dist/main/index.js", argumentFormat: "" } },
    postjobexecution: { Node24: { target: "dist/post/index.js", argumentFormat: "" } },
    // ##vso[task.prependpath] sets PATH.
    restrictions: {
      settableVariables: { allowed: [...outputs, ...VARIABLES.map(({ name }) => name), ...REPLACED_VARIABLES, "PATH"] },
    },
    messages: {},
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function inputs(): readonly object[] {
  return (Object.entries(FIELDS) as [InputName, Field][]).flatMap(([name, field]) => [
    ...OWN.filter(({ before }) => before === name).map((own) => input(own.name, own.field, "", "")),
    input(inCamelCase(name), field, action.inputs[name].default ?? "", action.inputs[name].description),
  ]);
}

function input(name: string, field: Field, defaultValue: string, description: string): object {
  const { label, group, type = "string", options, shownFor, help } = field;
  return {
    name,
    type,
    label,
    defaultValue,
    required: false,
    ...(group === undefined ? {} : { groupName: group }),
    ...(options === undefined ? {} : { options: Object.fromEntries(options.map((option) => [option, option])) }),
    ...(shownFor === undefined ? {} : { visibleRule: shownFor.map((value) => `authType = ${value}`).join(" || ") }),
    helpMarkDown: respelled(help ?? inPipelineWords(description)),
  };
}

function inPipelineWords(description: string): string {
  return description
    .replace("Pass it from a secret.", SECRET)
    .replace("starts at the workspace", "starts at `System.DefaultWorkingDirectory`")
    .replace("unless `creds` names it", "unless `azureConnection` or `creds` names it");
}
