/** Fixes for connections to a host, and for answers that cannot be read (`AZS2xx`). */

import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";
import {
  type ConnectFault,
  captivePortal,
  type Fault,
  refusedTunnel,
  truncatedJson,
} from "../../../emulator/faults.ts";
import type { StampOptions } from "../../../emulator/server.ts";
import { presentedChain } from "../../emulator/wire.ts";
import { answered } from "../answers/answer.ts";
import { answer, METADATA } from "../support.ts";
import { ALWAYS, AT_AZ, type Fix, suggested } from "./fix.ts";

const ENTRA = "login.microsoftonline.com";

export const naming = (loginEndpoint: string): Partial<StampOptions> => ({
  metadata: (document) => {
    const { authentication, ...rest } = document as { readonly authentication: object };
    return { ...rest, authentication: { ...authentication, loginEndpoint } };
  },
});

const MANAGEMENT = "management.local.azurestack.external";
const NTLM = {
  raw: "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n",
};
const throughProxy =
  (says: RegExp): Fix["follow"] =>
  (text, { emulator }) => {
    suggested(text, says);
    return { environment: { HTTPS_PROXY: emulator.proxyUrl } };
  };

/** After the fix the proxy is not used any more. Then the name cannot be resolved here. */
const pastProxy = (code: string, name: string, effect: ConnectFault["effect"], refused: string): Fix => ({
  code,
  name,
  faults: () => [{ connect: refused, times: ALWAYS, effect }],
  follow: (text) => ({ environment: { NO_PROXY: suggested(text, /add (\S+) to NO_PROXY/) } }),
  next: "AZS201",
});

/** Another server answers at the operator's endpoint. The fix sets `endpoint` to the stamp's. */
const elsewhere = (code: string, name: string, effect: Fault["effect"]): Fix => ({
  code,
  name: `another endpoint: ${name}`,
  inputs: ({ emulator }) => ({ endpoint: emulator.adminEndpoint }),
  faults: () => [{ match: { ...METADATA, host: /^adminmanagement/ }, times: ALWAYS, effect }],
  follow: (text, { emulator }) => {
    suggested(text, /that (endpoint) is (?:the|your|an)/);
    return { inputs: { endpoint: emulator.endpoint } };
  },
});

export const NETWORK: readonly Fix[] = [
  {
    code: "AZS205",
    name: "Entra behind a proxy that inspects TLS",
    faults: () => [{ connect: ENTRA, times: ALWAYS, effect: "inspect" }],
    follow: async (_, { emulator, runner }) => {
      const file = path.join(runner.scratch, "gateway.pem");
      await writeFile(file, (await emulator.inspectingRoot()).pem);
      return { environment: { NODE_EXTRA_CA_CERTS: file } };
    },
    next: AT_AZ,
  },
  {
    code: "AZS205",
    name: "a stamp whose root is not given",
    inputs: { "ca-certificate": undefined },
    follow: (_, { emulator }) => ({ inputs: { "ca-certificate": emulator.roots.pem } }),
    next: AT_AZ,
  },
  {
    code: "AZS207",
    name: "https:// before a plain proxy",
    environment: ({ emulator: { proxyUrl } }) => ({ HTTPS_PROXY: proxyUrl.replace("http:", "https:") }),
    follow: (text) => ({ environment: { HTTPS_PROXY: suggested(text, /set it to (http:\S+),/) } }),
    next: AT_AZ,
  },
  {
    code: "AZS227",
    name: "a proxy that wants a user and password",
    faults: () => [
      {
        connect: /^/,
        authorized: false,
        times: ALWAYS,
        effect: refusedTunnel(407, "Proxy Authentication Required", "ERR_CACHE_ACCESS_DENIED"),
      },
    ],
    follow: (text) => ({ environment: { HTTPS_PROXY: suggested(text, /set HTTPS_PROXY to (\S+)/) } }),
    next: AT_AZ,
  },
  {
    code: "AZS216",
    name: "a proxy that is no URL",
    environment: () => ({ HTTPS_PROXY: "our proxy" }),
    follow: (_, { emulator }) => ({ environment: { HTTPS_PROXY: emulator.proxyUrl } }),
    next: AT_AZ,
  },
  {
    code: "AZS201",
    name: "Entra in NO_PROXY, without DNS",
    environment: () => ({ NO_PROXY: ENTRA }),
    follow: (text) => {
      expect(suggested(text, /keep (\S+) out of NO_PROXY/)).toBe(ENTRA);
      return { environment: { NO_PROXY: "" } };
    },
    next: AT_AZ,
  },
  {
    code: "AZS213",
    name: "an authority on a foreign host",
    stamp: naming("https://login.contoso.example/"),
    follow: () => ({ inputs: { "trusted-authorities": "login.contoso.example" } }),
    next: "AZS226",
  },
  {
    code: "AZS214",
    name: "a token endpoint on a foreign host",
    stamp: { idp: "adfs" },
    faults: () => [
      {
        match: { path: /openid-configuration$/ },
        times: ALWAYS,
        effect: answered(200, { token_endpoint: "https://sts.contoso.example/adfs/oauth2/token" }),
      },
    ],
    follow: () => ({ inputs: { "trusted-authorities": "sts.contoso.example" } }),
    next: "AZS226",
  },
  {
    code: "AZS201",
    name: "the stamp in NO_PROXY, without DNS",
    environment: () => ({ NO_PROXY: MANAGEMENT }),
    follow: (text) => ({ environment: { [suggested(text, /take that entry out of (NO_PROXY)/)]: "" } }),
    next: AT_AZ,
  },
  {
    code: "AZS201",
    name: "a proxy whose name is misspelled",
    environment: () => ({ HTTPS_PROXY: "http://proxy.azurestack.invalid:3128" }),
    follow: throughProxy(/(correct the proxy's name in HTTPS_PROXY)/),
    next: AT_AZ,
  },
  {
    code: "AZS202",
    name: "a proxy that is not there",
    environment: () => ({ HTTPS_PROXY: "http://127.0.0.1:1" }),
    follow: throughProxy(/(check that HTTPS_PROXY has the proxy's host and port)/),
    next: AT_AZ,
  },
  {
    code: "AZS204",
    name: "HTTPS_PROXY that leads to a server which is no proxy",
    environment: ({ emulator }) => ({ HTTPS_PROXY: new URL(emulator.idTokens.requestUrl).origin }),
    follow: throughProxy(/(HTTPS_PROXY is the address of an HTTP proxy)/),
    next: AT_AZ,
  },
  pastProxy(
    "AZS226",
    "a proxy that refuses the stamp",
    refusedTunnel(403, "Forbidden", "ERR_ACCESS_DENIED"),
    MANAGEMENT,
  ),
  pastProxy("AZS230", "a proxy that takes Windows' logins only", NTLM, MANAGEMENT),
  {
    code: "AZS231",
    name: "a web server in the proxy's place",
    faults: () => [
      { connect: MANAGEMENT, authorized: false, times: ALWAYS, effect: refusedTunnel(405, "Not Allowed", "ERR") },
    ],
    follow: (text, { emulator }) => {
      suggested(text, /(set HTTPS_PROXY to host and port of an HTTP proxy)/);
      // The emulator's proxy allows or refuses a request depending on the user.
      return { environment: { HTTPS_PROXY: emulator.proxyUrl.replace("//", "//another:proxy@") } };
    },
    next: AT_AZ,
  },
  pastProxy("AZS228", "a proxy that cannot reach Entra", refusedTunnel(503, "Unavailable", "ERR_DNS_FAIL"), ENTRA),
  elsewhere("AZS208", "a page", captivePortal()),
  elsewhere("AZS209", "a text that is cut off", truncatedJson()),
  elsewhere("AZS210", "JSON of something else", answered(200, { galleryEndpoint: "https://gallery.example" })),
  elsewhere("AZS211", "a refusal", answered(400, { error: { code: "BadRequest", message: "Unknown." } })),
  elsewhere("AZS218", "two megabytes and more", answered(200, { text: "x".repeat(2_200_000) })),
  elsewhere("AZS219", "JSON of 100 levels", answer(200, `${"[".repeat(100)}${"]".repeat(100)}`)),
  elsewhere("AZS220", "headers of 60,000 characters", answered(200, {}, { "x-long": "x".repeat(60_000) })),
  elsewhere("AZS221", "no HTTP", { raw: "220 mail.contoso.example ESMTP\r\n\r\n" }),
  elsewhere(
    "AZS222",
    "a value without its form",
    answered(200, {
      galleryEndpoint: "https://gallery.$(id).example",
      graphEndpoint: "https://graph.contoso.example",
      authentication: {
        loginEndpoint: "https://login.microsoftonline.com/",
        audiences: ["https://management.contoso.example/1"],
      },
    }),
  ),
  {
    code: "AZS224",
    name: "a token endpoint on another host of the stamp",
    stamp: { idp: "adfs" },
    inputs: ({ emulator: { application } }) => {
      const { keyPem, certPem } = application.certificates.registered;
      return { "client-secret": undefined, "client-certificate": keyPem + certPem };
    },
    faults: () => [
      {
        match: { path: /openid-configuration$/ },
        times: ALWAYS,
        effect: answered(200, { token_endpoint: "https://sts.local.azurestack.external/adfs/oauth2/token" }),
      },
    ],
    follow: (text) => ({
      inputs: { [suggested(text, /add it to (trusted-authorities)/)]: "sts.local.azurestack.external" },
    }),
    next: "AZS226",
  },
  {
    code: "AZS308",
    name: "a fingerprint of an intermediate CA",
    stamp: { intermediate: true },
    inputs: async ({ emulator }) => {
      const chain = await presentedChain(emulator, MANAGEMENT);
      return { "ca-certificate": undefined, "ca-fingerprint": chain[1]?.fingerprint256 };
    },
    follow: (text, { emulator }) => ({
      inputs: {
        [suggested(text, /set (ca-fingerprint) to the fingerprint of the root/)]: emulator.roots.fingerprint256,
      },
    }),
  },
  {
    code: "AZS309",
    name: "a root that is not presented",
    stamp: { presentsRoot: false },
    inputs: ({ emulator }) => ({ "ca-certificate": undefined, "ca-fingerprint": emulator.roots.fingerprint256 }),
    follow: (text, { emulator }) => ({
      inputs: { [suggested(text, /pass the root itself as (ca-certificate)/)]: emulator.roots.pem },
    }),
  },
  {
    code: "AZS322",
    name: "a fingerprint of another stamp",
    inputs: { "ca-certificate": undefined, "ca-fingerprint": "AB".repeat(32) },
    follow: (text, { emulator }) => {
      suggested(text, /ask its operator whether (the root was replaced)/);
      return { inputs: { "ca-fingerprint": emulator.roots.fingerprint256 } };
    },
  },
];
