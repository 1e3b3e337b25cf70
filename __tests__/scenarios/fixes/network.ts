/** Fixes of the way to a host, and of answers that cannot be read (`AZS2xx`). */

import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";
import { refusedTunnel } from "../../../emulator/faults.ts";
import type { StampOptions } from "../../../emulator/server.ts";
import { answered } from "../answers/answer.ts";
import { ALWAYS, AT_AZ, type Fix, suggested } from "./fix.ts";

const ENTRA = "login.microsoftonline.com";

const naming = (loginEndpoint: string): Partial<StampOptions> => ({
  metadata: (document) => {
    const { authentication, ...rest } = document as { readonly authentication: object };
    return { ...rest, authentication: { ...authentication, loginEndpoint } };
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
    environment: ({ proxyUrl }) => ({ HTTPS_PROXY: proxyUrl.replace("http:", "https:") }),
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
];
