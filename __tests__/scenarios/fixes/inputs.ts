/** Fixes for inputs (`AZS1xx`). */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { host, type InputFix, put, remove, set, suggested } from "./fix.ts";

const endpointFrom = set("endpoint", /set endpoint to (\S+?)\.? ?(?:and |$)/m);
const EXAMPLE = /such as (https:\/\/\S+)\./;
const PAIR = { "client-id": undefined, "client-secret": undefined };

export const INPUTS: readonly InputFix[] = [
  { code: "AZS101", name: "no endpoint", inputs: { endpoint: undefined }, follow: set("endpoint", EXAMPLE) },
  { code: "AZS102", name: "no URL", inputs: { endpoint: "our stamp" }, follow: set("endpoint", EXAMPLE) },
  {
    code: "AZS103",
    name: "http://",
    inputs: ({ emulator }) => ({ endpoint: `http://${host(emulator)}` }),
    follow: endpointFrom,
  },
  {
    code: "AZS104",
    name: "a user",
    inputs: ({ emulator }) => ({ endpoint: `https://me@${host(emulator)}` }),
    follow: endpointFrom,
  },
  {
    code: "AZS105",
    name: "a path",
    inputs: ({ emulator }) => ({ endpoint: `${emulator.endpoint}/subscriptions` }),
    follow: endpointFrom,
  },
  {
    code: "AZS106",
    name: "a portal",
    inputs: ({ emulator }) => ({ endpoint: emulator.endpoint.replace("management", "portal") }),
    follow: endpointFrom,
  },
  { code: "AZS107", name: "no boolean", inputs: { isolate: "yes" }, follow: set("isolate", /set isolate to (\w+)/) },
  {
    code: "AZS108",
    name: "another store",
    inputs: { "trust-stores": "firefox" },
    follow: set("trust-stores", /one of: auto, (none)/),
  },
  {
    code: "AZS109",
    name: "no client-id",
    inputs: { "client-id": undefined },
    follow: (text, { emulator }) => ({
      inputs: { [suggested(text, /set ([\w-]+)\./)]: emulator.application.clientId },
    }),
  },
  {
    code: "AZS110",
    name: "no credential",
    inputs: PAIR,
    follow: (text, { emulator }) => {
      const [secret, id] = [suggested(text, /set (client-secret)/), suggested(text, /together with (client-id)/)];
      return { inputs: { [secret]: "not-the-secret-of-anybody", [id]: emulator.application.clientId } };
    },
  },
  {
    code: "AZS111",
    name: "two credentials",
    inputs: { username: "u@contoso.com", password: "p" },
    follow: set("auth-type", /auth-type to (secret)/),
  },
  {
    code: "AZS112",
    name: "another auth-type",
    inputs: { "auth-type": "certificate" },
    follow: set("auth-type", /auth-type to (auto)/),
  },
  {
    code: "AZS113",
    name: "a cloud of az's own",
    inputs: { "cloud-name": "AzureCloud" },
    follow: set("cloud-name", /such as (\w+)/),
  },
  { code: "AZS114", name: "no profile", inputs: { profile: "2021" }, follow: set("profile", /such as (\d+)/) },
  {
    code: "AZS115",
    name: "a file that is not there",
    inputs: { "ca-certificate": "no-such.pem" },
    follow: (text, { emulator }) => ({
      inputs: { [suggested(text, /pass the content itself as ([\w-]+)/)]: emulator.roots.pem },
    }),
  },
  {
    code: "AZS117",
    name: "a password alone",
    inputs: { "client-certificate-password": "p" },
    follow: remove("client-certificate-password"),
  },
  {
    code: "AZS118",
    name: "auto beside a store",
    inputs: { "trust-stores": "auto, az" },
    follow: set("trust-stores", /to (none),/),
  },
  {
    code: "AZS119",
    name: "a folder without wheels",
    inputs: async ({ runner }) => {
      await mkdir(path.join(runner.workspace, "no-wheels"), { recursive: true });
      return { "az-wheels": "no-wheels" };
    },
    follow: (text) => {
      suggested(text, /(az-wheels to the URL of a package index)/);
      return { inputs: { "az-wheels": "https://pypi.contoso.example/simple" } };
    },
  },
  {
    code: "AZS120",
    name: "an az and a version",
    inputs: { "az-version": "2.66.2" },
    follow: remove("az-version", /remove one of the two/),
  },
  {
    code: "AZS122",
    name: "creds that is no JSON",
    inputs: { ...PAIR, endpoint: undefined, creds: "{clientId: x}" },
    follow: (text, { emulator }) => {
      const template = suggested(text, /set creds to (\{.*?\})/);
      const { clientId } = emulator.application;
      const values = [
        clientId,
        "not-the-secret-of-anybody",
        emulator.tenantId,
        emulator.subscriptions[1]?.id,
        emulator.endpoint,
      ];
      return { inputs: { creds: values.reduce<string>((rest, value) => rest.replace("…", value ?? ""), template) } };
    },
  },
  {
    code: "AZS123",
    name: "creds with a field that is malformed",
    inputs: { creds: '{"tenantId": "our tenant"}' },
    follow: (text, { emulator }) => {
      suggested(text, /(tenantId \(tenant\) a GUID)/);
      return { inputs: { creds: JSON.stringify({ tenantId: emulator.tenantId }) } };
    },
  },
  {
    code: "AZS130",
    name: "creds without a secret",
    inputs: ({ emulator }) => ({ ...PAIR, creds: JSON.stringify({ clientId: emulator.application.clientId }) }),
    follow: (text) => ({
      inputs: { [suggested(text, /inputs of the same meaning \(([\w-]+)\)/)]: "not-the-secret-of-anybody" },
    }),
  },
  {
    code: "AZS124",
    name: "no fingerprint",
    inputs: { "ca-fingerprint": "AB" },
    follow: (text, { emulator }) => {
      suggested(text, /(64 hexadecimal digits, with or without colons)/);
      return { inputs: { "ca-fingerprint": emulator.roots.fingerprint256 } };
    },
  },
  {
    code: "AZS125",
    name: "a SHA-1 fingerprint",
    inputs: { "ca-fingerprint": "a0".repeat(20) },
    follow: (text, { emulator }) => {
      suggested(text, /(-fingerprint -sha256)/);
      return { inputs: { "ca-fingerprint": emulator.roots.fingerprint256 } };
    },
  },
  {
    code: "AZS126",
    name: "samples for a user",
    inputs: { ...PAIR, username: "u@contoso.com", password: "p", "sample-config": "config.json" },
    follow: (text, { emulator }) => {
      suggested(text, /(log in with client-secret)/);
      const { clientId } = emulator.application;
      const own = { "client-id": clientId, "client-secret": "not-the-secret-of-anybody" };
      return { inputs: { ...own, username: undefined, password: undefined } };
    },
  },
  {
    code: "AZS127",
    name: "samples in a folder that is not there",
    inputs: { "sample-config": "no/such/config.json" },
    follow: (text) => {
      suggested(text, /(in a folder that exists)/);
      return { inputs: { "sample-config": "config.json" } };
    },
  },
  {
    code: "AZS128",
    name: "neither a path nor a certificate",
    inputs: ({ emulator }) => ({ "ca-certificate": `%%${emulator.roots.der.toString("base64")}` }),
    follow: (text, { emulator }) => {
      suggested(text, /(base64 of a PFX, PEM or DER)/);
      return { inputs: { "ca-certificate": emulator.roots.der.toString("base64") } };
    },
  },
  {
    code: "AZS129",
    name: "a URL",
    inputs: { "ca-certificate": "https://pki.contoso.example/root.pem" },
    follow: async (text, { emulator, runner }) => ({
      inputs: { [suggested(text, /pass its path as ([\w-]+)/)]: await put(runner, "loaded.pem", emulator.roots.pem) },
    }),
  },
];
